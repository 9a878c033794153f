#!/usr/bin/env bash
# Sees that every module inside the program, on each system that it is built
# for, is named with its licence in docs/licences.md.
set -euo pipefail
cd "$(dirname "$0")/.."
unnamed=0
for system in linux windows darwin; do
    for module in $(GOOS=$system CGO_ENABLED=1 go list -deps -f '{{with .Module}}{{.Path}}{{end}}' . | sort -u); do
        if [ "$module" != bantin ] && ! grep -qF "\`$module\`" docs/licences.md; then
            echo "licences-test: $module ($system) is not in docs/licences.md"
            unnamed=$((unnamed + 1))
        fi
    done
done
[ "$unnamed" -eq 0 ]
