package layout

import (
	"strconv"
	"strings"
	"time"

	"bantin/assets/styles"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// page gives a word that is printed, in the language of the bulletin.
func page(key string, args bulletin.Args) string {
	return translations.For(translations.Vietnamese).Say("page."+key, args)
}

// ofIssue is the source of what belongs to no article.
var ofIssue = Source{Block: -1}

// Bounds for what an issue's settings may take of page one, in lines.
const (
	mostParents = 6
	mostParent  = 3
	mostBody    = 5
	mostName    = 3
)

// nameplate puts the head of page one in the style's form: the bodies that
// publish, the words BẢN TIN and the bulletin's name, and the line with number
// and date.
func (m *makeup) nameplate(issue *bulletin.Issue) {
	var top band
	switch m.style.Nameplate.Form {
	case styles.NameplateBand:
		top = m.bandPlate(issue)
	case styles.NameplateLeft:
		top = m.sidePlate(issue)
	default:
		top = m.centredPlate(issue)
	}
	m.placeHead([]band{top, m.dateBand(issue)})
	m.row += m.style.Nameplate.Below
}

// nameOnPlate parts the words BẢN TIN, which the law asks for, from the
// bulletin's own name; a bulletin without one is called just that.
func nameOnPlate(issue *bulletin.Issue) (label, name string) {
	label = page("bulletin", nil)
	name = strings.TrimSpace(issue.Name)
	if !hasText(name) {
		name = strings.TrimSpace(issue.Office.Bulletin)
	}
	words := strings.Fields(name)
	if len(words) >= 2 && viet.Fold(words[0]+" "+words[1]) == viet.Fold(label) {
		name = strings.Join(words[2:], " ")
	}
	if !hasText(name) {
		return "", label
	}
	return label, name
}

// dateBand is the line with number and date between its rules.
func (m *makeup) dateBand(issue *bulletin.Issue) band {
	n := m.style.Nameplate
	v := voiceOf(m.style, m.style.Types.NameplateNumber)
	width, pad := Length(m.style.TextWidth()), 2*Point
	ink := inkOf(m.style, n.RuleInk)
	m.plain(numberOnPlate(issue), v, width, ofIssue) // tells of letters without a glyph, which oneLine does not
	date := m.oneLine(dateOnPlate(issue.Date), v, width/2)
	number := m.beside(numberOnPlate(issue), date, v, width)
	thick, thin := Length(n.Rule), Length(m.style.Story.Rule)
	height := thick + pad + v.leading + pad + thin
	return band{height: height, paint: func(x, top Length) []Item {
		items := []Item{
			Fill{Rect{x, top, width, thick}, ink},
			Fill{Rect{x, top + height - thin, width, thin}, ink},
		}
		baseline := top + thick + pad + v.baseline()
		for _, l := range number.lines {
			items = append(items, number.place(l, x-l.room+l.natural(), baseline, ofIssue)...)
		}
		for _, l := range date.lines {
			items = append(items, date.place(l, x+width-l.room, baseline, ofIssue)...)
		}
		return items
	}}
}

// beside sets the number in the room that the date leaves of their line, and
// tells where that cuts it.
func (m *makeup) beside(number string, date setting, v voice, width Length) setting {
	for _, l := range date.lines {
		width -= l.natural() + 2*v.size
	}
	if whole := newSetter(m.style).plain(number, v, width, ofIssue); len(whole.lines) > 1 {
		m.limit(&whole, 1, ofIssue)
	}
	return m.oneLine(number, v, width)
}

func numberOnPlate(issue *bulletin.Issue) string {
	if !hasText(issue.Number) {
		return ""
	}
	if first, _, named := strings.Cut(strings.TrimSpace(issue.Number), " "); named && viet.Fold(first) == "so" {
		return strings.TrimSpace(issue.Number) // "Số đặc biệt chào mừng …"
	}
	return page("number", bulletin.Args{"number": issue.Number})
}

// dateOnPlate is the day as papers print it: "Thứ Sáu, ngày 10 tháng 4 năm
// 2026".
func dateOnPlate(d bulletin.Date) string {
	if d.IsZero() {
		return ""
	}
	weekday := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
	return page("date", bulletin.Args{
		"weekday": page("weekday_"+strconv.Itoa(int(weekday)), nil),
		"day":     strconv.Itoa(d.Day), "month": strconv.Itoa(int(d.Month)), "year": strconv.Itoa(d.Year),
	})
}
