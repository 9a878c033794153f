package finish

import (
	"bytes"
	"fmt"
)

// toUnicode is the table by which readers get the text back. Codes are the
// code points themselves, so each stands for itself. A range must stay within
// one high byte and a block holds at most 100 of them (Adobe Technical Note
// 5014; ISO 32000-1, 9.10.3).
func toUnicode(runes []rune) []byte {
	var out bytes.Buffer
	out.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	const most = 100
	ranges := rangesOf(runes)
	for len(ranges) > 0 {
		block := ranges[:min(most, len(ranges))]
		ranges = ranges[len(block):]
		fmt.Fprintf(&out, "%d beginbfrange\n", len(block))
		for _, r := range block {
			fmt.Fprintf(&out, "<%04X> <%04X> <%04X>\n", r.first, r.last, r.first)
		}
		out.WriteString("endbfrange\n")
	}
	out.WriteString(`endcmap
CMapName currentdict /CMap defineresource pop
end
end
`)
	return out.Bytes()
}

type runeRange struct{ first, last rune }

// rangesOf joins ascending runes that follow each other within one high byte.
func rangesOf(runes []rune) []runeRange {
	var out []runeRange
	for _, r := range runes {
		if n := len(out); n > 0 && r == out[n-1].last+1 && r>>8 == out[n-1].last>>8 {
			out[n-1].last = r
			continue
		}
		out = append(out, runeRange{r, r})
	}
	return out
}
