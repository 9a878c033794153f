#!/usr/bin/env bash
# Compares the start of the desk with that of LibreOffice Writer in one run,
# turn by turn, on a virtual screen of its own: the desk until its list of
# 10,000 articles is painted, Writer until its empty window is. Both are started
# once before, so that their files and profiles are warm. docs/peers.md
# says how and what came out.
# usage: bench-start.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD runs=${1:-7} work=$PWD/build/start
scripts/system-packages.sh start
for needed in Xvfb xdotool soffice; do
    command -v $needed >/dev/null || { echo "bench-start: $needed is missing"; exit 2; }
done
mkdir -p "$work/home"
go build -o "$work/measured" ./scripts/measured
[ -e "$work/many.bantin" ] || { "$work/measured" many 10000 "$work/making.bantin" && mv "$work/making.bantin" "$work/many.bantin"; }

# A screen of our own, with a number that is free.
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset >/dev/null 2>&1 &
screen=$!
trap 'kill $screen' EXIT
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=:$(tr -d '\n' <"$work/display") WAYLAND_DISPLAY= HOME=$work/home XDG_RUNTIME_DIR=$work/home
export XDG_CONFIG_HOME=$work/home/.config XDG_CACHE_HOME=$work/home/.cache LANG=C.UTF-8 LC_ALL=C.UTF-8 BANTIN_LANG=vi
rm -f "$work/display"

now() { date +%s%3N; }

# window NAME waits until a window of that name is on screen.
window() {
    for _ in $(seq 3000); do
        xdotool search --onlyvisible --name "$1" >/dev/null 2>&1 && return
        sleep 0.005
    done
    echo "bench-start: no window $1" >&2
    return 1
}

# memory GROUP PROGRAM is what the program of a process group has in memory, in
# MB: all, its own, and what is mapped from files.
memory() {
    for p in $(pgrep -g "$1" -f "$2"); do
        awk '/VmRSS|RssAnon|RssFile/ {printf "%d ", $2 / 1024}' "/proc/$p/status"
        return
    done
}

# one NAME COMMAND... starts a program in a process group of its own.
one() {
    set -m
    "$@" >/dev/null 2>&1 &
    group=$!
    set +m
}

# gone GROUP ends what was started and waits for it.
gone() {
    kill -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    for _ in $(seq 200); do pgrep -g "$1" >/dev/null || return 0; sleep 0.05; done
    kill -9 -- "-$1" 2>/dev/null || true
}

# painted is when the left part of the screen, so many pixels wide, first looked
# as it does in the end.
painted() { "$work/measured" watch "$1" 6; }

# The columns of a run: who, painted, window there, everything painted, memory.
desk() {
    painted 270 >"$work/painted" &
    local watching=$!
    painted 1366 >"$work/whole" &
    local whole=$!
    sleep 0.3
    local from; from=$(now)
    one bin/bantin "$work/many.bantin"
    window 'Bản Tin'
    local seen=$(($(now) - from))
    wait $watching $whole
    echo "desk $(($(cat "$work/painted") - from)) $seen $(($(cat "$work/whole") - from)) $(memory "$group" bin/bantin)" >>"$work/runs"
    gone "$group"
}

writer() {
    painted 1366 >"$work/whole" &
    local whole=$!
    painted 1366 >"$work/painted" & # so that both bear the same load
    local watching=$!
    sleep 0.3
    local from; from=$(now)
    one soffice --writer --norestore --nologo --nofirststartwizard "-env:UserInstallation=file://$work/office"
    window 'LibreOffice Writer'
    local seen=$(($(now) - from))
    wait $watching $whole
    echo "writer $(($(cat "$work/painted") - from)) $seen $(($(cat "$work/whole") - from)) $(memory "$group" soffice.bin)" >>"$work/runs"
    gone "$group"
}

desk
writer
rm -f "$work/runs"
for _ in $(seq "$runs"); do
    desk
    writer
done

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
column() { awk -v who="$1" -v n="$2" '$1 == who {print $n}' "$work/runs" | median; }
spread() { awk -v who="$1" '$1 == who {print $2}' "$work/runs" | sort -n | sed -n '1p;$p' | paste -sd- | sed 's/-/–/'; }
{
    echo "| | painted | median, ms | from–to, ms | window there, ms | all painted, ms | memory, MB | its own | from files |"
    echo "|---|---|---|---|---|---|---|---|---|"
    for who in desk writer; do
        what='the list of 10,000 articles'
        [ $who = writer ] && what='the empty window'
        echo "| $who | $what | $(column $who 2) | $(spread $who) | $(column $who 3) | $(column $who 4) | $(column $who 5) | $(column $who 6) | $(column $who 7) |"
    done
} | tee "$work/results.md"
