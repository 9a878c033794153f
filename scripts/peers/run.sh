#!/usr/bin/env bash
# Makes $out/NAME.pdf by one of the programs that are compared.
# usage: run.sh NAME    with root, work, out, fonts and issue in the environment
set -euo pipefail
bantin=$root/bin/bantin
case $1 in
    bantin) # the photos are in the drafts file
        "$bantin" export "$out/forty.bantin" --issue "$issue" --style a4-bulletin --force -o "$out/bantin.pdf" ;;
    bantin-adding) # from texts and photos on the disk
        adding=$("$root/scripts/peers/drafts.sh" "$bantin" "$work" "$out/adding.bantin")
        "$bantin" export "$out/adding.bantin" --issue "$adding" --style a4-bulletin --force -o "$out/bantin-adding.pdf" ;;
    typst) # takes the photos over as they are
        node "$root/scripts/peers/typst.mjs" "$work/node_modules" "$work" "$fonts" "$out/typst.pdf" ;;
    lualatex) # and brings the photos to 300 dpi afterwards, which it cannot itself
        cd "$work"
        lualatex -interaction=batchmode -output-directory="$out" issue.tex
        gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dDownsampleColorImages=true -dColorImageResolution=300 \
            -dColorImageDownsampleThreshold=1.1 -sOutputFile="$out/lualatex.pdf" "$out/issue.pdf" ;;
    libreoffice) # brings the photos to 300 dpi
        filter='{"ReduceImageResolution":{"type":"boolean","value":"true"},"MaxImageResolution":{"type":"long","value":"300"},"Quality":{"type":"long","value":"90"}}'
        FONTCONFIG_FILE=$work/fontconfig/fonts.conf soffice "-env:UserInstallation=file://$work/office" --headless \
            --convert-to "pdf:writer_pdf_Export:$filter" --outdir "$work/office-out" "$work/issue.fodt"
        mv "$work/office-out/issue.pdf" "$out/libreoffice.pdf" ;;
    *) echo "run.sh: no program is called $1" >&2; exit 2 ;;
esac >/dev/null 2>&1
