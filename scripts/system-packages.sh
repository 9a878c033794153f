#!/usr/bin/env bash
# Installs the system packages of scripts/system-packages.txt that are missing,
# through apt. Where there is no apt, or no right to use it, it says what is
# missing and goes on: what is really needed and absent is noticed later.
# usage: system-packages.sh SECTION...    (build, test, peers, start)
set -euo pipefail
list=$(dirname "$0")/system-packages.txt

# X11 and its headers belong to Linux; elsewhere Go needs the C compiler only.
if [ "$(uname -s)" != Linux ]; then
    command -v cc >/dev/null || echo "Cần một trình biên dịch C (cc). · A C compiler (cc) is needed."
    exit 0
fi

# Headers are looked for where the compiler looks, asked once.
include_folders() {
    { gcc -E -Wp,-v -xc /dev/null 2>&1 >/dev/null || true; } | sed -n 's/^ \(\/.*\)/\1/p'
}
mapfile -t folders < <(command -v gcc >/dev/null && include_folders)

there() { # KIND NAME
    case $1 in
        command) command -v "$2" >/dev/null ;;
        header)
            local folder
            for folder in ${folders[@]+"${folders[@]}"}; do
                [ -e "$folder/$2" ] && return
            done
            return 1
            ;;
        file) compgen -G "$2" >/dev/null ;;
        *) echo "$list: unknown proof \"$1\"" >&2; exit 2 ;;
    esac
}

missing=()
section=
while read -r package proof name; do
    case $package in
        '' | '#'*) ;;
        '['*) section=${package//[\[\]]/} ;;
        *) [[ " $* " != *" $section "* ]] || there "$proof" "$name" || missing+=("$package") ;;
    esac
done <"$list"
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Máy này không có apt. Hãy cài các gói sau (tên theo Debian) nếu bước tiếp theo báo thiếu:"
    echo "This machine has no apt. Install these packages (Debian's names) if the next step misses them:"
    echo "  ${missing[*]}"
    exit 0
fi

root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Thiếu gói hệ thống và không có quyền cài. Nếu bước tiếp theo báo thiếu, hãy nhờ người quản trị máy chạy:"
        echo "System packages are missing and only the administrator can install them. If the next step misses them:"
        echo "  apt-get install ${missing[*]}"
        exit 0
    fi
    root=(sudo)
fi
echo "Cài gói hệ thống · Installing system packages: ${missing[*]}"
install() {
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
# The lists of a fresh machine are empty or old: fetch them when they fail us.
if ! install 2>/dev/null; then
    "${root[@]}" apt-get update -qq
    install
fi
