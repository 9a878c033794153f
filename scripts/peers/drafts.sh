#!/usr/bin/env bash
# Takes the forty stories with their photos into a new drafts file and makes an
# issue of them; prints the issue's id.
# usage: drafts.sh BANTIN FOLDER DRAFTS
set -euo pipefail
bantin=$1 folder=$2 drafts=$3
rm -f "$drafts"
"$bantin" new "$drafts" >/dev/null
caption=$(cat "$folder/caption.txt")
ids=
for text in "$folder"/texts/*.txt; do
    name=$(basename "$text" .txt)
    id=$("$bantin" import "$drafts" "$text" --photo "$folder/photos/$name.jpg=$caption" --json | sed -n 's/^ *"id": "\(.*\)",/\1/p' | head -n 1)
    ids="$ids${ids:+,}$id"
done
"$bantin" issue new "$drafts" --articles "$ids" --json | sed -n 's/^ *"id": "\(.*\)",\{0,1\}$/\1/p' | head -n 1
