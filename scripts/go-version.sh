#!/usr/bin/env bash
# Says in a sentence when Go is missing or older than go.mod asks for.
set -euo pipefail
wanted=$(sed -n 's/^go //p' "$(dirname "$0")/../go.mod")
if ! command -v go >/dev/null; then
    echo "Cần Go $wanted trở lên: cài theo hướng dẫn ở https://go.dev/doc/install rồi chạy lại." >&2
    echo "Go $wanted or newer is needed: install it from https://go.dev/doc/install and try again." >&2
    exit 1
fi
# Asked in here, a new enough Go fetches the version it needs by itself; a very
# old one cannot read go.mod and is asked elsewhere.
version=$(go env GOVERSION 2>/dev/null || (cd / && go env GOVERSION))
version=${version#go}
if [ "$(printf '%s\n' "$wanted" "${version%%[ -]*}" | sort -V | head -n 1)" != "$wanted" ]; then
    echo "Máy có Go $version, chương trình cần Go $wanted trở lên: cài bản mới từ https://go.dev/doc/install." >&2
    echo "This machine has Go $version and the program needs $wanted or newer: install it from https://go.dev/doc/install." >&2
    exit 1
fi
