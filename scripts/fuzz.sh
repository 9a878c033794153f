#!/usr/bin/env bash
# Runs every fuzz target for a while, one after another (go test takes one at
# a time). usage: fuzz.sh TIME
set -euo pipefail
cd "$(dirname "$0")/.."
grep -rnoE --exclude-dir='.?*' --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | while IFS=: read -r file _ declaration; do
    target=${declaration#func }
    echo "== $(dirname "$file") $target"
    go test -run '^$' -fuzz "^$target\$" -fuzztime "$1" "$(dirname "$file")" </dev/null
done
