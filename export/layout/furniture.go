package layout

import (
	"strconv"
	"strings"

	"bantin/bulletin"
)

// Orders of what stands on a page beside its stories, in the reading.
const (
	orderTop  = 0
	orderFoot = 1 << 40
)

// mostBannerLines and the like bound what an office's settings may take of a
// page.
const mostBannerLines = 6

// banner puts the band of the year's theme at the head of the page, or what is
// left of it.
func (m *makeup) banner(text string, src Source) {
	v := voiceOf(m.style, m.style.Types.Banner)
	width, pad := Length(m.style.TextWidth()), Length(m.style.Banner.Padding)
	t := m.plain(text, v, width-24*Point, src)
	if len(t.lines) == 0 {
		return
	}
	m.limit(&t, mostBannerLines, src)
	top := m.top(m.row)
	box := Rect{m.left(), top, width, t.height() + 2*pad}
	items := []Item{Fill{box, inkOf(m.style, m.style.Banner.Ink)}}
	m.add(orderTop, append(items, t.paint(box.X+12*Point, top+pad, src)...))
	m.row += m.rowsFor(box.Height + Length(m.style.Grid.Leading)*3/4)
}

// limit cuts a setting that would take too much of the page and reports it.
func (m *makeup) limit(t *setting, most int, src Source) {
	over := len(t.lines) - most
	if over <= 0 {
		return
	}
	where := placeOf(src, t.lines[most].offset, 0)
	where.Page = len(m.pages)
	m.findings = append(m.findings, bulletin.Finding{
		Rule: "overset", Severity: bulletin.Error, Where: where,
		Args: bulletin.Args{"lines": over},
	})
	t.lines = t.lines[:most]
}

// folios puts the last line of every page: what it belongs to at the inside,
// the page number at the outside.
func (m *makeup) folios(name, rest string) {
	f := m.style.Folio
	v := voiceOf(m.style, m.style.Types.Folio)
	width := Length(m.style.TextWidth())
	running := strings.Join(nonEmpty(name, rest), "  ·  ")
	words := m.oneLine(running, v, width-40*Point)
	for i := range m.pages {
		x := m.leftOf(i + 1)
		baseline := Length(m.style.Page.Height) - Length(f.Baseline)
		number := m.plain(strconv.Itoa(i+1), v, width, Source{Block: -1})
		items := []Item{Fill{Rect{x, baseline - v.leading - 2*Point, width, Length(f.Rule)}, inkOf(m.style, f.RuleInk)}}
		numberX, wordsX := x+width-number.lines[0].natural(), x
		if (i+1)%2 == 0 {
			numberX = x
			if len(words.lines) > 0 {
				wordsX = x + width - words.lines[0].natural()
			}
		}
		for _, l := range words.lines {
			items = append(items, words.place(l, wordsX, baseline, Source{Block: -1})...)
		}
		items = append(items, number.place(number.lines[0], numberX, baseline, Source{Block: -1})...)
		m.pages[i].blocks = append(m.pages[i].blocks, block{orderFoot, items})
	}
}

// longestLine is more letters than a line of a folio can hold.
const longestLine = 400

// oneLine sets what fits on one line, with an ellipsis where it was cut. It is
// for words that stand in full elsewhere, so it reports nothing.
func (m *makeup) oneLine(text string, v voice, width Length) setting {
	known := len(m.findings)
	chars := plainCharacters(text)
	chars = chars[:min(len(chars), longestLine)]
	t := m.characters(chars, v, width, 0, Source{Block: -1})
	for n := len(chars); len(t.lines) > 1 && n > 1; {
		n = n * 9 / 10
		cut := append(append([]character{}, chars[:n]...), character{r: '…'})
		t = m.characters(cut, v, width, 0, Source{Block: -1})
	}
	m.findings = m.findings[:known]
	return t
}

func nonEmpty(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if hasText(t) {
			out = append(out, t)
		}
	}
	return out
}
