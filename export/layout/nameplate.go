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

// dateBand is the line with number and date between its rules. A number too long
// for what the date leaves stands over it.
func (m *makeup) dateBand(issue *bulletin.Issue) band {
	n := m.style.Nameplate
	width, pad := Length(m.style.TextWidth()), 2*Point
	number, date := numberOnPlate(issue), dateOnPlate(issue.Date)
	m.plain(number, voiceOf(m.style, m.style.Types.NameplateNumber), width, ofIssue) // tells of letters without a glyph
	v, together := m.numberVoice(number, date, width)
	set := newSetter(m.style).plain(number, v, width, ofIssue)
	m.limit(&set, mostNumber, ofIssue)
	right := m.oneLine(date, v, width)
	thick, thin := Length(n.Rule), Length(m.style.Story.Rule)
	rows := max(1, len(set.lines))
	if !together {
		rows = len(set.lines) + len(right.lines)
	}
	height := thick + pad + Length(rows)*v.leading + pad + thin
	ink := inkOf(m.style, n.RuleInk)
	return band{height: height, paint: func(x, top Length) []Item {
		items := []Item{
			Fill{Rect{x, top, width, thick}, ink},
			Fill{Rect{x, top + height - thin, width, thin}, ink},
		}
		baseline := top + thick + pad + v.baseline()
		for i, l := range set.lines {
			items = append(items, set.place(l, x-l.room+l.natural(), baseline+Length(i)*v.leading, ofIssue)...)
		}
		for _, l := range right.lines {
			items = append(items, right.place(l, x+width-l.room, baseline+Length(rows-1)*v.leading, ofIssue)...)
		}
		return items
	}}
}

// mostNumber is how many lines a number stands on where it has them for itself.
const mostNumber = 2

// leastNumber is the smallest part of its size, in percent, in which the number
// stands on one line with the date.
const leastNumber = 80

// numberVoice is the largest in which the number stands on one line beside the
// date; together is false where even the smallest does not do that.
func (m *makeup) numberVoice(number, date string, width Length) (v voice, together bool) {
	full := voiceOf(m.style, m.style.Types.NameplateNumber)
	for percent := Length(100); percent >= leastNumber; percent -= 5 {
		v = full.at(styles.Step{Size: styles.Length(full.size * percent / 100), Leading: styles.Length(full.leading)})
		left := width
		for _, l := range newSetter(m.style).plain(date, v, width, ofIssue).lines {
			left -= l.natural() + 2*v.size
		}
		if len(newSetter(m.style).plain(number, v, left, ofIssue).lines) <= 1 {
			return v, true
		}
	}
	return full, false
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
