package desk

import (
	"encoding/json"
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Field is what people call the field of a conflict of an issue; see
// merge.Conflict.Field.
func (w IssueWords) Field(path string) string {
	path, _, _ = strings.Cut(path, "#")
	parts := strings.Split(path, "/")
	last := parts[len(parts)-1]
	switch parts[0] {
	case "slots":
		return w.slotField(parts)
	case "holes":
		return w.Say("desk.makeup.hole", nil)
	case merge.FieldDeleted:
		return w.Say("desk.history.field.deleted_issue", nil)
	}
	for _, key := range []string{factKey(last), "field." + last} {
		if w.Has(key) {
			return w.Say(key, nil)
		}
	}
	return last
}

func (w IssueWords) slotField(parts []string) string {
	if len(parts) == 1 {
		return w.Say("desk.history.order", nil)
	}
	headline := "“" + w.Headline(bulletin.ID(parts[1])) + "”"
	if len(parts) == 2 {
		return headline
	}
	return headline + " · " + w.Say("desk.makeup."+slotNames[parts[2]], nil)
}

// slotNames are the names that the make-up table has for a slot's fields.
var slotNames = map[string]string{
	"page": "pin", "columns": "width", "lead": "lead", "filler": "filler",
	"headline_size": "headline", "photo_size": "photo", "no_jump": "whole", "alone": "alone",
}

// Conflict is a conflict with its values in words.
func (w IssueWords) Conflict(c merge.Conflict) merge.Conflict {
	if c.Field == "slots" && len(c.Places()) > 0 {
		return c.Placed("\n", func(story string, place int) string {
			return w.Say("desk.settle.placed", bulletin.Args{"story": "“" + w.Headline(bulletin.ID(story)) + "”", "place": place})
		})
	}
	c.Base, c.Ours, c.Theirs = w.value(c.Field, c.Base), w.value(c.Field, c.Ours), w.value(c.Field, c.Theirs)
	return c
}

func (w IssueWords) value(path, raw string) string {
	parts := strings.Split(path, "/")
	last := parts[len(parts)-1]
	switch {
	case raw == "":
		return ""
	case path == merge.FieldDeleted:
		return w.Say("command.settle.deleted", nil)
	case parts[0] == "slots" && len(parts) == 1:
		var lines []string
		for i, id := range strings.Split(raw, ", ") {
			lines = append(lines, strconv.Itoa(i+1)+". "+w.Headline(bulletin.ID(id)))
		}
		return strings.Join(lines, "\n")
	case parts[0] == "slots" && len(parts) == 2:
		return w.Headline(bulletin.ID(raw))
	case parts[0] == "slots":
		return w.wished(last, raw)
	case parts[0] == "holes":
		var hole bulletin.Hole
		if json.Unmarshal([]byte(raw), &hole) == nil {
			return w.holes([]bulletin.Hole{hole})
		}
	case last == "date" || last == "licence_date":
		if day, err := bulletin.ParseDate(raw); err == nil {
			return day.Short()
		}
	case path == "no_contents":
		return w.Say("desk.history.yes", nil)
	case last == "style" && w.Has("style."+raw):
		return w.Say("style."+raw, nil)
	}
	return raw
}

// wished is what is wished of a story, in the words of the make-up table.
func (w IssueWords) wished(field, raw string) string {
	n, _ := strconv.Atoi(raw)
	switch field {
	case "page":
		return w.Say("desk.makeup.page", bulletin.Args{"page": n})
	case "columns":
		return w.Say("desk.makeup.columns", bulletin.Args{"n": n})
	case "lead", "filler", "no_jump", "alone":
		return w.Say("desk.history.yes", nil)
	}
	if key := "desk.makeup." + slotNames[field] + "." + raw; w.Has(key) {
		return w.Say(key, nil)
	}
	return raw
}
