#!/usr/bin/env bash
# Compares the export of a whole issue with Typst, LuaLaTeX and LibreOffice in
# one run of hyperfine; docs/peers.md says how and what came out. The peers are
# installed here and nowhere else: the program needs none of them.
# usage: bench-peers.sh [RUNS]     (BANTIN_REAL: folder of the real article)
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD runs=${1:-5}
work=$root/build/peers out=$root/build/peers/out fonts=$root/assets/fonts
typst_module=@myriaddreamin/typst-ts-node-compiler@0.7.0
mkdir -p "$out" "$work/fontconfig"

scripts/system-packages.sh peers
for needed in hyperfine node npm lualatex soffice gs; do
    command -v $needed >/dev/null || { echo "bench-peers: $needed is missing"; exit 2; }
done
[ -d "$work/node_modules" ] || npm install --prefix "$work" --no-audit --no-fund --silent "$typst_module"
[ -e "$work/issue.typ" ] || go run ./scripts/peers "$fonts" "$work"
cat >"$work/fontconfig/fonts.conf" <<END
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$fonts</dir><cachedir>$work/fontconfig/cache</cachedir></fontconfig>
END
issue=$(scripts/peers/drafts.sh "$root/bin/bantin" "$work" "$out/forty.bantin")

export root work out fonts issue
names=(bantin bantin-adding typst lualatex libreoffice)
commands=()
for name in "${names[@]}"; do commands+=(-n "$name" "scripts/peers/run.sh $name"); done
hyperfine --warmup 1 --runs "$runs" --export-json "$out/times.json" "${commands[@]}" >"$out/hyperfine.txt" 2>&1 ||
    { cat "$out/hyperfine.txt"; exit 1; }
# The most memory of any one process.
for name in "${names[@]}"; do
    /usr/bin/time -f %M -o "$out/$name.kb" scripts/peers/run.sh "$name"
done

# Typst with the very pictures of our file, for a fair look at sizes.
rm -rf "$work/same" && mkdir -p "$work/same/photos"
cp "$work/issue.typ" "$work/same/"
pdfimages -j "$out/bantin.pdf" "$work/same/photo"
n=0
for picture in "$work"/same/photo-*.jpg; do
    n=$((n + 1))
    mv "$picture" "$work/same/photos/$(printf %02d $n).jpg"
done
node scripts/peers/typst.mjs "$work/node_modules" "$work/same" "$fonts" "$out/typst-same.pdf"
"$root/bin/bantin" export "$out/forty.bantin" --issue "$issue" --style a4-bulletin --force -o "$out/bantin.pdf" --json >"$out/report.json" 2>/dev/null || true
node scripts/peers/report.mjs "$out" | tee "$out/results.md"
