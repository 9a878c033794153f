package translations

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Wording says fields and values of an article or an issue, as merge.Conflict and
// merge.Change give them, in the words by which people know them: of a story its
// headline and not its ID, of a status its name and not its code.
type Wording struct {
	*Catalogue
	Headline func(story string) string // of a story, by its ID
	Picture  func(sha256 string) string
	Apart    string // what parts the members of a list, "; " in a sentence

	photos  map[string]string // by their IDs, as a sentence has them
	numbers map[string]string // the same for a sentence that says itself that it is a photo
}

// WordingOf is how to speak of an article in some of its versions, whose photos
// are known by their numbers and captions then; of an issue without any.
// Headline and Picture are to be set where there may be stories or pictures.
func (c *Catalogue) WordingOf(versions ...bulletin.Article) Wording {
	w := Wording{
		Catalogue: c, photos: map[string]string{}, numbers: map[string]string{},
		Headline: func(string) string { return c.Say("command.story_gone", nil) },
		Picture:  func(string) string { return c.Say("command.photo_gone", nil) },
		Apart:    "; ",
	}
	for i := range versions {
		for n, photo := range versions[i].Photos {
			if w.photos[photo.ID] == "" {
				w.photos[photo.ID], w.numbers[photo.ID] = c.photoNames(n+1, firstWords(photo.Caption))
			}
		}
	}
	return w
}

// photoNames are what a photo is called by its number, counted from 1, and its
// caption: by itself, and after the word "photo".
func (c *Catalogue) photoNames(number int, caption string) (name, of string) {
	facts := bulletin.Args{"n": number, "caption": caption}
	if caption == "" {
		return c.Say("command.photo_bare", facts), c.Number(number)
	}
	return c.Say("command.photo_named", facts), c.Say("command.photo_of", facts)
}

// firstWords is enough of a caption to know the photo by.
func firstWords(caption string) string {
	words := strings.Fields(bulletin.Plain(caption))
	const enough = 6
	if len(words) > enough {
		return strings.Join(words[:enough], " ") + "…"
	}
	return strings.Join(words, " ")
}

// Field is what a field is called.
func (w Wording) Field(path string) string {
	list, rest, isPart := strings.Cut(path, "/")
	name, member, _ := strings.Cut(rest, "/")
	switch {
	case !isPart:
	case list == "slots":
		return w.FieldOf(list, w.quoted(name), member)
	case list == "photos":
		return w.FieldOf(list, w.known(w.numbers, name, "command.photo_none"), member)
	}
	return w.Catalogue.Field(path)
}

func (w Wording) quoted(story string) string { return "“" + w.Headline(story) + "”" }

// Value is what a field holds, as people read it; "" for nothing.
func (w Wording) Value(path, text string) string {
	list, rest, isPart := strings.Cut(path, "/")
	isWhole := isPart && !strings.Contains(rest, "/")
	switch {
	case text == "":
		return ""
	case path == merge.FieldDeleted:
		return w.Say("command.settle.deleted", nil)
	case path == "version":
		return w.Say("field.version", nil)
	case path == "slots":
		return w.each(text, w.Headline)
	case path == "photos":
		return w.each(text, w.Photo)
	case list == "slots" && isWhole:
		return w.Headline(rest)
	case list == "photos" && isWhole && text == rest: // it has no words of its own
		return w.Photo(rest)
	case list == "holes":
		return w.holes(text)
	case path == "body" && w.photos[text] != "":
		return w.Photo(text)
	}
	return w.coded(path[strings.LastIndex(path, "/")+1:], text)
}

// codes are the keys of the catalogue before those codes that fields hold.
var codes = map[string]string{
	"kind": "desk.kind.", "headline_size": "desk.makeup.headline.", "photo_size": "desk.makeup.photo.", "size": "desk.makeup.photo.",
	"lead": "command.is.", "filler": "command.is.", "no_jump": "command.is.", "alone": "command.is.", "no_contents": "command.is.",
	"status": "status.", "genre": "genre.", "style": "style.",
}

// coded says values that are codes, numbers and dates.
func (w Wording) coded(name, text string) string {
	switch name {
	case "picture", "sha256":
		return w.Picture(text)
	case "crop", "focus":
		return w.Say("command.settle.framed", nil)
	case "date", "event_date", "licence_date":
		if day, err := bulletin.ParseDate(text); err == nil {
			return day.Short()
		}
	case "page", "columns":
		if n, err := strconv.Atoi(text); err == nil && n > 0 {
			return w.Say("desk.makeup."+name, bulletin.Args{"page": n, "n": n})
		}
	}
	if before, has := codes[name]; has && w.Has(before+text) {
		return w.Say(before+text, nil)
	}
	return bulletin.Plain(text)
}

// Photo is what a photo is called by its number and the first words of its
// caption: ảnh 2 “Đoàn viên trồng cây…”.
func (w Wording) Photo(id string) string { return w.known(w.photos, id, "command.photo_gone") }

func (w Wording) known(names map[string]string, id, otherwise string) string {
	if name := names[id]; name != "" {
		return name
	}
	return w.Say(otherwise, nil)
}

func (w Wording) each(ids string, name func(string) string) string {
	names := strings.Split(ids, ", ")
	for i := range names {
		names[i] = strconv.Itoa(i+1) + ". " + name(names[i])
	}
	return strings.Join(names, w.Apart)
}

// holes are places left white: one, or a list of them.
func (w Wording) holes(text string) string {
	var all []bulletin.Hole
	if json.Unmarshal([]byte(text), &all) != nil {
		var one bulletin.Hole
		if json.Unmarshal([]byte(text), &one) != nil {
			return text
		}
		all = append(all, one)
	}
	names := make([]string, len(all))
	for i, h := range all {
		names[i] = w.Say("command.hole_named", bulletin.Args{"page": h.Page, "columns": h.Columns, "rows": h.Rows})
	}
	return strings.Join(names, w.Apart)
}

// Conflict is a conflict whose values are said.
func (w Wording) Conflict(c merge.Conflict) merge.Conflict {
	if c.Field == "slots" && len(c.Places()) > 0 {
		return c.Placed(w.Apart, func(story string, place int) string {
			return w.Say("desk.settle.placed", bulletin.Args{"story": w.quoted(story), "place": place})
		})
	}
	c.Base, c.Ours, c.Theirs = w.Value(c.Field, c.Base), w.Value(c.Field, c.Ours), w.Value(c.Field, c.Theirs)
	if c.Field == merge.FieldDeleted { // who did not delete it keeps it
		kept := w.Say("command.settle.kept", nil)
		c.Ours, c.Theirs = cmp.Or(c.Ours, kept), cmp.Or(c.Theirs, kept)
	}
	return c
}

// Pieces are the words of a change as people read them: those of a text compared
// word by word, and of anything else what was there and what is there instead.
func (w Wording) Pieces(c merge.Change) []merge.Piece {
	if isText(c.Field) {
		return c.Pieces
	}
	var pieces []merge.Piece
	value := func(kind merge.ChangeKind, text string) {
		if text != "" {
			said := cmp.Or(w.Value(c.Field, text), w.Say("command.settle.nothing", nil))
			pieces = append(pieces, merge.Piece{Kind: kind, Text: said})
		}
	}
	value(merge.Removed, c.Before)
	value(merge.Added, c.After)
	return pieces
}

// isText reports fields that people write, which are compared word by word.
func isText(path string) bool {
	switch path[strings.LastIndex(path, "/")+1:] {
	case "status", "genre", "style", "kind", "slots", "holes", "photos", "page", "columns", "lead", "filler", "headline_size", "photo_size", "no_jump", "alone",
		"no_contents", "size", "crop", "focus", "sha256", "picture", "date", "licence_date", "event_date", merge.FieldDeleted:
		return false
	}
	list, rest, isPart := strings.Cut(path, "/")
	return !isPart || list != "slots" && list != "holes" || strings.Contains(rest, "/")
}
