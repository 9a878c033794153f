#!/usr/bin/env bash
# Breaks every arrow of scripts/arrows.txt in a copy of the project and sees
# that golangci-lint notices exactly those, and none that the plan allows.
# usage: lint-arrows-test.sh GOLANGCI-LINT
set -euo pipefail
cd "$(dirname "$0")/.."
lint=$(realpath "$1")
root=$PWD
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

# depguard reads import lines and needs no package to exist, so the copy holds
# the linter's settings and nothing else.
cp "$root/.golangci.yml" "$root/go.mod" "$root/go.sum" "$copy/"
mkdir "$copy/scripts"
cp "$root/scripts/lint-rules.go" "$copy/scripts/"

# plant FOLDER VERDICT IMPORT: one file that imports one package.
planted=0
plant() {
    planted=$((planted + 1))
    local file=arrow$planted.go folder=$copy/${1%_test}/arrow$planted
    [ "$1" = . ] && folder=$copy # main.go's own folder: rules name its files
    [ "$1" = "${1%_test}" ] || file=arrow${planted}_test.go
    mkdir -p "$folder"
    printf '// Package arrow tries one import.\npackage arrow\n\nimport _ "%s"\n' "$3" >"$folder/$file"
    printf '%s:%s\n' "$file" "$1 $2 $3" >>"$copy/planted"
}
while read -r folder verdict imports; do
    case $folder in '' | '#'*) continue ;; esac
    for import in $imports; do plant "$folder" "$verdict" "$import"; done
done <scripts/arrows.txt

# golangci-lint ends with 1 when it found something, and otherwise could not look.
noticed=$(cd "$copy" && "$lint" run --enable-only depguard ./... 2>&1) && code=0 || code=$?
[ "$code" -le 1 ] || { echo "$noticed"; exit "$code"; }
wrong=0
while IFS=: read -r file arrow; do
    if grep -qE "(^|/)$file:[0-9:]+ import .*\(depguard\)" <<<"$noticed"; then found=never; else found=may; fi
    read -r folder verdict import <<<"$arrow"
    if [ "$verdict" != "$found" ]; then
        echo "lint-arrows-test: $folder importing $import: the plan says \"$verdict\", the linter \"$found\""
        wrong=$((wrong + 1))
    fi
done <"$copy/planted"
[ "$wrong" -eq 0 ] || exit 1
echo "lint-arrows-test: $planted arrows tried, all held"
