package desk

import (
	"slices"
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// IssueWords tells what differs between two versions of an issue, in the words
// of the catalogue.
type IssueWords struct {
	Say      func(key string, args bulletin.Args) string
	Has      func(key string) bool
	Headline func(bulletin.ID) string
}

// Difference lists what differs: what the issue says of itself, its stories and
// what is wished of them, the places left for pictures.
func (w IssueWords) Difference(before, after bulletin.Issue) []Change {
	var out []Change
	a, b := w.facts(before), w.facts(after)
	for i := range b {
		if a[i].value != b[i].value {
			out = append(out, Change{What: w.Say(factKey(b[i].name), nil), Pieces: wholePieces(a[i].value, b[i].value)})
		}
	}
	out = append(out, w.stories(before.Slots, after.Slots)...)
	if a, b := w.holes(before.Holes), w.holes(after.Holes); a != b {
		out = append(out, Change{What: w.Say("desk.makeup.hole", nil), Pieces: wholePieces(a, b)})
	}
	return out
}

// fact is one value under its name in JSON.
type fact struct{ name, value string }

// factKey is the key of what a fact is called: as in the form that it is
// written in.
func factKey(name string) string {
	switch name {
	case "name", "number", "date", "page_multiple":
		return "desk.issue." + name
	}
	if name == "contents" {
		return "desk.makeup.contents"
	}
	return "desk.office." + name
}

// facts are what an issue says of itself.
func (w IssueWords) facts(s bulletin.Issue) []fact {
	return slices.Concat(w.nameplate(s), imprintFacts(s.Imprint), officeFacts(s.Office))
}

func (w IssueWords) nameplate(s bulletin.Issue) []fact {
	style := s.Style
	if key := "style." + style; w.Has(key) {
		style = w.Say(key, nil)
	}
	multiple := ""
	if s.PageMultiple > 0 {
		multiple = strconv.Itoa(s.PageMultiple)
	}
	return []fact{
		{"name", s.Name},
		{"number", s.Number},
		{"date", s.Date.Short()},
		{"theme_banner", s.ThemeBanner},
		{"style", style},
		{"page_multiple", multiple},
		{"contents", w.switched(!s.NoContents)},
	}
}

func imprintFacts(m bulletin.Imprint) []fact {
	run := ""
	if m.PrintRun > 0 {
		run = strconv.Itoa(m.PrintRun)
	}
	return []fact{
		{"responsible", m.Responsible},
		{"editors", m.Editors},
		{"licence", m.Licence},
		{"licence_date", m.LicenceDate.Short()},
		{"printed_at", m.PrintedAt},
		{"print_run", run},
		{"frequency", m.Frequency},
	}
}

func officeFacts(o bulletin.Office) []fact {
	return []fact{
		{"body", o.Body}, {"parents", strings.Join(o.Parents, ", ")}, {"address", o.Address}, {"phone", o.Phone}, {"email", o.Email},
	}
}

func (w IssueWords) holes(all []bulletin.Hole) string {
	words := make([]string, 0, len(all))
	for _, h := range all {
		words = append(words, w.Say("desk.makeup.page", bulletin.Args{"page": h.Page})+": "+
			w.Say("desk.makeup.hole_size", bulletin.Args{"columns": h.Columns, "rows": h.Rows}))
	}
	return strings.Join(words, "; ")
}

// stories tells which came, which went, which moved, and what is wished of
// those that stayed, in the order in which they stand now.
func (w IssueWords) stories(before, after []bulletin.Slot) []Change {
	was, is := articlesOf(before), articlesOf(after)
	moved := merge.MovedIn(common(was, is), common(is, was))
	var out []Change
	for i, slot := range after {
		at := slices.Index(was, slot.Article)
		var pieces []merge.Piece
		switch {
		case at < 0:
			pieces = append(pieces, merge.Piece{Kind: merge.Added, Text: w.Say("desk.history.came", bulletin.Args{"n": i + 1})})
		case moved[string(slot.Article)]:
			pieces = append(pieces, wholePieces(w.place(at), w.place(i))...)
		}
		old := bulletin.Slot{}
		if at >= 0 {
			old = before[at]
		}
		pieces = w.addWishes(pieces, old, slot)
		if len(pieces) > 0 {
			out = append(out, Change{What: w.Headline(slot.Article), Pieces: pieces})
		}
	}
	for _, id := range was {
		if !slices.Contains(is, id) {
			out = append(out, Change{What: w.Headline(id), Pieces: []merge.Piece{{Kind: merge.Removed, Text: w.Say("desk.history.went", nil)}}})
		}
	}
	return out
}

func (w IssueWords) place(i int) string {
	return w.Say("desk.history.place", bulletin.Args{"n": i + 1})
}

func articlesOf(slots []bulletin.Slot) []bulletin.ID {
	ids := make([]bulletin.ID, len(slots))
	for i, s := range slots {
		ids[i] = s.Article
	}
	return ids
}

// common are the stories of a list that another has, too.
func common(ids, other []bulletin.ID) (both []string) {
	for _, id := range ids {
		if slices.Contains(other, id) {
			both = append(both, string(id))
		}
	}
	return both
}

// addWishes tells, after what else is told, what is wished of a story otherwise
// than before.
func (w IssueWords) addWishes(out []merge.Piece, before, after bulletin.Slot) []merge.Piece {
	a, b := w.wishFacts(before), w.wishFacts(after)
	for i := range b {
		if a[i].value == b[i].value {
			continue
		}
		label := w.Say("desk.makeup."+b[i].name, nil)
		if len(out) > 0 {
			label = "; " + label
		}
		out = append(append(out, merge.Piece{Text: label + ": "}), wholePieces(a[i].value, b[i].value)...)
	}
	return out
}

// switched says yes or no.
func (w IssueWords) switched(on bool) string {
	if on {
		return w.Say("desk.history.yes", nil)
	}
	return w.Say("desk.history.no", nil)
}

func (w IssueWords) wishFacts(s bulletin.Slot) []fact {
	say := func(key string, n int) string {
		if n == 0 {
			return w.Say("desk.makeup.auto", nil)
		}
		return w.Say("desk.makeup."+key, bulletin.Args{"page": n, "n": n})
	}
	named := func(prefix, value string) string {
		if value == "" {
			value = "auto"
		}
		return w.Say("desk.makeup."+prefix+"."+value, nil)
	}
	return []fact{
		{"pin", say("page", s.Page)},
		{"width", say("columns", s.Columns)},
		{"headline", named("headline", string(s.HeadlineSize))},
		{"photo", named("photo", string(s.PhotoSize))},
		{"lead", w.switched(s.Lead)},
		{"filler", w.switched(s.Filler)},
		{"whole", w.switched(s.NoJump)},
		{"alone", w.switched(s.Alone)},
	}
}
