#!/usr/bin/env bash
# Sees that every module inside the program, on each system that it is built
# for, is named with its licence in docs/licences.md; that no other is named
# there as part of it; and that what go.mod asks for only to test is named, too.
set -euo pipefail
cd "$(dirname "$0")/.."
list=docs/licences.md
wrong=0
complain() {
    echo "licences-test: $1"
    wrong=$((wrong + 1))
}

inside=$(for system in linux windows darwin; do
    GOOS=$system CGO_ENABLED=1 go list -deps -f '{{with .Module}}{{.Path}}{{end}}' .
done | grep -vx bantin | sort -u)
named=$(sed -n '/^## Chosen by us/,/^## Needed to build/p' "$list" | grep -oE '^\|.*' | grep -oE '`[^`]+`' | tr -d '`' | sort -u)
for module in $(comm -23 <(echo "$inside") <(echo "$named")); do
    complain "$module is in the program, but not in $list"
done
for module in $(comm -13 <(echo "$inside") <(echo "$named")); do
    complain "$module is in $list, but not in the program"
done
for module in $(go list -m -f '{{if not (or .Main .Indirect)}}{{.Path}}{{end}}' all); do
    grep -qF "\`$module\`" "$list" || complain "$module is required by go.mod, but not in $list"
done
for folder in assets/fonts assets/icc; do
    ls "$folder" | grep -q LICENSE || complain "$folder has no licence text"
done
[ "$wrong" -eq 0 ]
