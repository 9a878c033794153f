package layout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin"
)

// missingLetters are the letters of one field or block that its face lacks.
// They make one finding, however many they are and however often they are set.
type missingLetters struct {
	where bulletin.Place // of the first
	text  string         // round the first, as it was written
	runes []rune         // each once
	seen  map[missingLetter]bool
}

type missingLetter struct {
	r      rune
	offset int
}

// namedLetters is how many different letters a finding names.
const namedLetters = 5

// standIn puts a visible sign for each letter that the voice's face lacks.
func (st *setter) standIn(chars []character, v voice, src Source) {
	var before []character
	for i, c := range chars {
		if c.r < 0x7F { // every face has ASCII
			continue
		}
		face := typefaceOf(v.face.Emphasised(c.bold, c.italic))
		if face.has(c.r) {
			continue
		}
		if before == nil {
			before = slices.Clone(chars)
		}
		st.stoodIn++
		st.reportMissing(before, i, src)
		chars[i].r = standIn
	}
}

// reportMissing notes letter i of a text as it was written.
func (st *setter) reportMissing(written []character, i int, src Source) {
	src.Offset = 0
	c := written[i]
	known := st.missing[src]
	if known == nil {
		known = &missingLetters{
			where: placeOf(src, c.offset, 1), text: surroundings(written, i), seen: map[missingLetter]bool{},
		}
		st.missing[src] = known
		st.lacking = append(st.lacking, known)
	}
	known.seen[missingLetter{c.r, c.offset}] = true
	if !slices.Contains(known.runes, c.r) {
		known.runes = append(known.runes, c.r)
	}
}

// missingFindings tells of the letters that signs stand for.
func (st *setter) missingFindings() []bulletin.Finding {
	out := make([]bulletin.Finding, 0, len(st.lacking))
	for _, l := range st.lacking {
		out = append(out, bulletin.Finding{
			Rule: "missing_glyph", Severity: bulletin.Warning, Where: l.where,
			Args: bulletin.Args{"chars": codePoints(l.runes), "n": len(l.seen), "text": l.text},
		})
	}
	return out
}

// codePoints names letters as Unicode does, the first few of them.
func codePoints(runes []rune) string {
	names := make([]string, 0, namedLetters+1)
	for _, r := range runes[:min(len(runes), namedLetters)] {
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	if len(runes) > namedLetters {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// surroundings gives the whole words round a spot, for a finding.
func surroundings(chars []character, i int) string {
	const around, longest = 12, 30
	from, to := max(0, i-around), min(len(chars), i+around+1)
	for from > 0 && i-from < longest && !unicode.IsSpace(chars[from-1].r) {
		from--
	}
	for to < len(chars) && to-i < longest && !unicode.IsSpace(chars[to].r) {
		to++
	}
	runes := make([]rune, 0, to-from)
	for _, c := range chars[from:to] {
		runes = append(runes, c.r)
	}
	return strings.TrimSpace(string(runes))
}
