package preflight

import (
	"slices"
	"strconv"
	"strings"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/export/layout"
)

// demand is a rule that asks for an item on a page.
type demand struct {
	rule  rules.Rule
	page  int // 1 for the first
	upper bool
}

// demands lists where the rule set wants an item.
func (p *proof) demands(item rules.Item) []demand {
	var out []demand
	for _, r := range p.lawOf(rules.PageOne) {
		if slices.Contains(r.Items, item) {
			out = append(out, demand{r, 1, true})
		}
	}
	for _, r := range p.lawOf(rules.LastPage) {
		if slices.Contains(r.Items, item) {
			out = append(out, demand{r, len(p.Document.Pages), false})
		}
	}
	return out
}

// asks looks for an item where the rule set wants it, on the page itself: an
// entry that was filled in but that the house style does not print is missing.
func asks(item rules.Item) func(*proof) []hit {
	return func(p *proof) []hit {
		var out []hit
		if len(p.Document.Pages) == 0 {
			return nil
		}
		for _, d := range p.demands(item) {
			if !itemStands(item, p.Issue, p.lettersOf(d)) {
				out = append(out, p.lawHit(d.rule, ofIssue(d.page), bulletin.Args{"page": d.page}))
			}
		}
		return out
	}
}

// lettersOf gives what stands in that half of a page and belongs to no story,
// by its letters alone.
func (p *proof) lettersOf(d demand) string {
	var b strings.Builder
	for _, item := range p.Document.Pages[d.page-1].Items {
		t, ok := item.(layout.Text)
		if !ok || t.Source.Article != "" || (t.Y < p.Document.Trim.Height/2) != d.upper {
			continue
		}
		for _, g := range t.Glyphs {
			b.WriteRune(g.Rune)
		}
	}
	return letters(b.String())
}

// letters is a text without marks, case, blanks and signs, so that it can be
// found whatever capitals, lines and separators it is set in.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if viet.InWord(r) {
			return r
		}
		return -1
	}, viet.Fold(s))
}

// bulletinWords are what a bulletin has to call itself.
const bulletinWords = "bantin"

// itemStands reports whether an item of the issue is among the letters.
func itemStands(item rules.Item, issue *bulletin.Issue, on string) bool {
	switch item {
	case rules.Words:
		return strings.Contains(on, bulletinWords)
	case rules.Name:
		return nameStands(issue, on)
	case rules.Date:
		return dateStands(issue.Date, on)
	case rules.LicenceDate:
		return dateStands(issue.Imprint.LicenceDate, on)
	}
	text := letters(entry(item, issue))
	return text != "" && strings.Contains(on, text)
}

// entry is what was filled in for an item.
func entry(item rules.Item, issue *bulletin.Issue) string {
	m := &issue.Imprint
	switch item {
	case rules.Body:
		return issue.Office.Body
	case rules.Address:
		return issue.Office.Address
	case rules.Number:
		return issue.Number
	case rules.Licence:
		return m.Licence
	case rules.PrintedAt:
		return m.PrintedAt
	case rules.Frequency:
		return m.Frequency
	case rules.Responsible:
		return m.Responsible
	case rules.PrintRun:
		if m.PrintRun > 0 {
			return strconv.Itoa(m.PrintRun)
		}
	}
	return ""
}

// nameStands leaves out the words BẢN TIN at the head of a name, which may
// stand apart from the rest of it.
func nameStands(issue *bulletin.Issue, on string) bool {
	name := letters(issue.Name)
	if name == "" {
		name = letters(issue.Office.Bulletin)
	}
	return name != "" && strings.Contains(on, strings.TrimPrefix(name, bulletinWords))
}

// dateStands knows "ngày 5 tháng 4 năm 2026", "5/4/2026" and "05/04/2026".
func dateStands(d bulletin.Date, on string) bool {
	if d.IsZero() {
		return false
	}
	day, month, year := strconv.Itoa(d.Day), strconv.Itoa(int(d.Month)), strconv.Itoa(d.Year)
	for _, form := range []string{
		"ngay" + day + "thang" + month + "nam" + year,
		"ngay" + two(day) + "thang" + two(month) + "nam" + year,
		day + month + year, two(day) + two(month) + year,
	} {
		if strings.Contains(on, form) {
			return true
		}
	}
	return false
}

// two writes a day or a month with two digits.
func two(digits string) string {
	if len(digits) == 1 {
		return "0" + digits
	}
	return digits
}
