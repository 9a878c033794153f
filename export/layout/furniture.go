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
	m.row += rowsFor(m.style, box.Height+Length(m.style.Grid.Leading)*3/4)
}

// limit cuts a setting that would take too much of the page and reports it.
func (m *makeup) limit(t *setting, most int, src Source) {
	if f, cut := cutTo(t, most, src); cut {
		f.Where.Page = m.page
		m.findings = append(m.findings, f)
	}
}

// cutTo leaves so many lines of a setting, and reports whether there were
// more. Which text it was is quoted: a page has many that no article has.
func cutTo(t *setting, most int, src Source) (f bulletin.Finding, cut bool) {
	over := len(t.lines) - most
	if over <= 0 {
		return bulletin.Finding{}, false
	}
	f = bulletin.Finding{
		Rule: "text_overset", Severity: bulletin.Error, Where: placeOf(src, t.lines[most].offset, 0),
		Args: bulletin.Args{"lines": over, "text": beginningOf(*t), "most": most},
	}
	t.lines = t.lines[:most]
	return f, true
}

// beginningOf quotes the first line of a setting.
func beginningOf(t setting) string {
	var b strings.Builder
	for _, w := range t.lines[0].words {
		b.WriteString(w.text)
		if !w.piece {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}

// folioGap parts the words of a folio from the page number.
const folioGap = 7 * Point

// folios puts the last line of every page: what it belongs to and the page
// number, together in the middle. Under two columns it stands below both of
// them, so that whoever copies the text, or has it read aloud, does not come
// upon it in the middle of a paragraph that goes from one column to the next.
func (m *makeup) folios(name, rest string) {
	v := voiceOf(m.style, m.style.Types.Folio)
	width := Length(m.style.TextWidth())
	words := m.oneLine(strings.Join(nonEmpty(name, rest), "  ·  "), v, width-60*Point)
	for i := range m.sheets {
		m.addTo(i+1, orderFoot, m.folio(i+1, words))
	}
}

func (m *makeup) folio(n int, words setting) []Item {
	f, src := m.style.Folio, Source{Block: -1, Part: PartFolio}
	v := voiceOf(m.style, m.style.Types.Folio)
	x, width := m.leftOf(n), Length(m.style.TextWidth())
	baseline := Length(m.style.Page.Height) - Length(f.Baseline)
	bold := v
	bold.face = v.face.Emphasised(true, false)
	number := m.plain(page("page", bulletin.Args{"page": strconv.Itoa(n)}), bold, width, src)
	items := []Item{Fill{Rect{x, baseline - v.leading - 2*Point, width, Length(f.Rule)}, inkOf(m.style, f.RuleInk)}}
	taken := number.lines[0].natural()
	for _, l := range words.lines {
		taken += l.natural() + folioGap
	}
	at := x + (width-taken)/2
	for _, l := range words.lines {
		items = append(items, words.place(l, at, baseline, src)...)
		at += l.natural() + folioGap
	}
	return append(items, number.place(number.lines[0], at, baseline, src)...)
}

// longestLine is more letters than a line of a folio can hold.
const longestLine = 400

// oneLine sets what fits on one line, with an ellipsis where it was cut. It is
// for words that stand in full elsewhere, so it reports nothing.
func (m *makeup) oneLine(text string, v voice, width Length) setting {
	quiet := newSetter(m.style)
	t := quiet.plain(text, v, width, Source{Block: -1})
	if len(t.lines) <= 1 {
		return t
	}
	runes := []rune(text)
	for n := min(len(runes), longestLine); len(t.lines) > 1 && n > 1; {
		n = n * 9 / 10
		cut := string(runes[:n])
		if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
			cut = cut[:space]
		}
		t = quiet.plain(strings.TrimSpace(cut)+"…", v, width, Source{Block: -1})
	}
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
