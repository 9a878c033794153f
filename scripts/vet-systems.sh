#!/usr/bin/env bash
# Sees that everything but the window, which needs each system's own C compiler,
# can be built and tested on the systems that most offices have.
set -euo pipefail
cd "$(dirname "$0")/.."
# A name that Windows cannot hold would keep the whole source from being checked
# out there, and so would two that it cannot tell apart.
files=$(git ls-files 2>/dev/null | sort -u || true) # none outside of a clone
names=$(LC_ALL=C grep -E '[[:cntrl:]<>:"|?*\\]|[ .](/|$)' <<<"$files" || true)
names+=$(tr '[:upper:]' '[:lower:]' <<<"$files" | sort | uniq -d)
if [ -n "$names" ]; then
    printf 'Windows cannot hold these names:\n%s\n' "$names" >&2
    exit 1
fi
for system in windows darwin; do
    export GOOS=$system CGO_ENABLED=0
    drawn=$(go list -e -test -f '{{.ImportPath}} {{join .Deps " "}}' ./... 2>/dev/null |
        grep -E ' (fyne\.io|github\.com/jezek)/' | sed -E 's/( \[.*|_test|\.test)? .*//; s/(_test|\.test)$//' | sort -u)
    go vet $(go list -e ./... 2>/dev/null | grep -vxF "$drawn")
done
