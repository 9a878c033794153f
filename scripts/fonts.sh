#!/usr/bin/env bash
# Makes the subset faces in assets/fonts from Debian's packages: the letters
# that a Vietnamese bulletin is set in, with their kerning, and nothing else.
# The names stay: the licence of Noto (OFL 1.1) reserves none.
#
#   scripts/fonts.sh        needs Debian, apt-get and fonttools
#
# fonts-noto-core 20201225 and fonts-noto-extra 20201225 gave the faces that
# are shipped.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && apt-get download -q fonts-noto-core fonts-noto-extra && for deb in *.deb; do dpkg-deb -x "$deb" .; done)
# Latin with all its marks, Vietnamese, punctuation, đồng, arrows and marks of lists.
letters=U+0020-007E,U+00A0-024F,U+0259,U+02BC,U+02C6-02CB,U+02D8-02DD,U+0300-0304,U+0306-030C,U+031B,U+0323,U+0394,U+03A9,U+03BC,U+03C0,U+1E00-1EFF,U+2000-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2070,U+2074-2079,U+2080-2089,U+20AB,U+20AC,U+2103,U+2116,U+2122,U+2126,U+2150-215E,U+2190-2199,U+2202,U+2206,U+220F,U+2211,U+2212,U+2215,U+2219,U+221A,U+221E,U+2248,U+2260,U+2264,U+2265,U+25A0,U+25AA,U+25B2,U+25B6,U+25BA,U+25BC,U+25C0,U+25CA,U+25CF,U+2605,U+2713,U+FB01,U+FB02
while read -r face; do
    pyftsubset "$work/usr/share/fonts/truetype/noto/$face.ttf" \
        --unicodes="$letters" --layout-features=kern --no-hinting --desubroutinize \
        --name-IDs='*' --name-languages='*' --notdef-outline --glyph-names --legacy-kern \
        --drop-tables+=DSIG,MATH,STAT --output-file="assets/fonts/$face.ttf"
done <<END
NotoSerif-Regular
NotoSerif-Italic
NotoSerif-Bold
NotoSerif-BoldItalic
NotoSerif-SemiCondensed
NotoSerif-SemiCondensedItalic
NotoSerif-SemiCondensedBold
NotoSerif-SemiCondensedBoldItalic
NotoSerif-CondensedBold
NotoSerif-CondensedBlack
NotoSerifDisplay-CondensedBlack
END
