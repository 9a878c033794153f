package layout

import (
	"strings"

	"bantin/assets/translations"
	"bantin/bulletin"
)

// mostImprintLines is how many lines one entry of the imprint may take.
const mostImprintLines = 4

// imprint is what the law asks for at the foot of the last page, in two
// columns under a rule.
type imprint struct {
	columns [2][]setting
	height  Length
	rule    Length
	told    []bulletin.Finding // of entries that are too long
}

// imprintOf sets the imprint; an issue without any entry has height 0.
func (m *makeup) imprintOf(issue *bulletin.Issue) imprint {
	v := voiceOf(m.style, m.style.Types.Imprint)
	gutter := Length(m.style.Grid.Gutter)
	width := (Length(m.style.TextWidth()) - gutter) / 2
	p := imprint{rule: Length(m.style.Imprint.Rule)}
	for i, entries := range [2][]string{whoEntries(issue), printEntries(issue)} {
		var height Length
		for _, entry := range entries {
			t := m.text(entry, v, width, ofIssue)
			if f, cut := cutTo(&t, mostImprintLines, ofIssue); cut {
				p.told = append(p.told, f)
			}
			p.columns[i] = append(p.columns[i], t)
			height += t.height()
		}
		p.height = max(p.height, height)
	}
	if p.height > 0 {
		p.height += p.rule + 4*Point
	}
	return p
}

// whoEntries says who publishes and answers for the bulletin.
func whoEntries(issue *bulletin.Issue) []string {
	o, i := issue.Office, issue.Imprint
	var entries []string
	if hasText(o.Body) {
		entries = append(entries, "<b>"+bulletin.MarkPlain(o.Body)+"</b>")
	}
	entries = appendEntry(entries, "imprint_responsible", i.Responsible)
	entries = appendEntry(entries, "imprint_editors", i.Editors)
	entries = appendEntry(entries, "imprint_address", o.Address)
	return appendEntry(entries, "imprint_contact", strings.Join(nonEmpty(o.Phone, o.Email), " · "))
}

// printEntries says by what right, where and how often it is printed.
func printEntries(issue *bulletin.Issue) []string {
	i := issue.Imprint
	licence := i.Licence
	if hasText(licence) && !i.LicenceDate.IsZero() {
		licence = page("licence", bulletin.Args{"licence": licence, "date": i.LicenceDate})
	}
	run := ""
	if i.PrintRun > 0 {
		run = page("print_run", bulletin.Args{"n": translations.For(translations.Vietnamese).Number(i.PrintRun)})
	}
	entries := appendEntry(nil, "imprint_licence", licence)
	entries = appendEntry(entries, "imprint_printed_at", i.PrintedAt)
	entries = appendEntry(entries, "imprint_print_run", run)
	return appendEntry(entries, "imprint_frequency", i.Frequency)
}

func appendEntry(entries []string, label, value string) []string {
	if !hasText(value) {
		return entries
	}
	return append(entries, "<b>"+page(label, nil)+":</b> "+bulletin.MarkPlain(value))
}

// rows is how many grid lines the imprint keeps free at the foot of its page.
func (m *makeup) imprintRows(p imprint) int {
	if p.height == 0 {
		return 0
	}
	return rowsFor(m.style, p.height) + m.style.Imprint.Above
}

// placeImprint puts the imprint at the foot of the last page, on a new one
// where that is full.
func (m *makeup) placeImprint(p imprint) {
	if p.height == 0 {
		return
	}
	if m.room() < m.imprintRows(p) {
		m.newPage()
	}
	for _, f := range p.told {
		f.Where.Page = m.page
		m.findings = append(m.findings, f)
	}
	x, top := m.left(), m.top(m.style.Grid.Rows)-p.height
	width := Length(m.style.TextWidth())
	items := []Item{Fill{Rect{x, top, width, p.rule}, inkOf(m.style, m.style.Imprint.RuleInk)}}
	step := (width + Length(m.style.Grid.Gutter)) / 2
	for i, column := range p.columns {
		y := top + p.rule + 4*Point
		for _, t := range column {
			items = append(items, t.paint(x+Length(i)*step, y, Source{Block: -1, Part: PartImprint})...)
			y += t.height()
		}
	}
	m.add(orderFoot-1, items)
}
