package command

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// spoken says fields and values as people know them: of a story its headline
// and not its ID, of a status its name and not its code.
type spoken struct {
	*program
	headline func(id string) string
	photo    func(id string) string // of the article that is talked about
	numbered func(id string) string // the same for a sentence that says itself that it is a photo
	picture  func(sha string) string
}

// spokenOf is how to speak of the versions of an article or issue.
func (p *program) spokenOf(cmd *cobra.Command, f *storage.File, documents ...[]byte) spoken {
	photos, numbers := map[string]string{}, map[string]string{}
	for _, document := range documents {
		var a bulletin.Article
		if bulletin.ReadJSON(document, &a) != nil {
			continue
		}
		for i, photo := range a.Photos {
			if photos[photo.ID] == "" {
				facts := bulletin.Args{"n": i + 1, "caption": firstWords(photo.Caption)}
				photos[photo.ID], numbers[photo.ID] = p.words.Say("command.photo_named", facts), p.words.Say("command.photo_of", facts)
			}
		}
	}
	return spoken{
		program: p,
		headline: func(id string) string {
			a, err := f.Article(cmd.Context(), bulletin.ID(id))
			if err != nil {
				return p.words.Say("command.story_gone", nil)
			}
			return p.nameOf(subject{name: bulletin.Plain(a.Article.Headline)})
		},
		photo: func(id string) string {
			if name := photos[id]; name != "" {
				return name
			}
			return p.words.Say("command.photo_gone", nil)
		},
		numbered: func(id string) string {
			if number := numbers[id]; number != "" {
				return number
			}
			return p.words.Say("command.photo_none", nil)
		},
		picture: func(sha string) string {
			info, err := f.Photo(cmd.Context(), sha)
			if err != nil {
				return p.words.Say("command.photo_gone", nil)
			}
			return info.Name
		},
	}
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

// field is what a field is called.
func (s spoken) field(path string) string {
	list, rest, isPart := strings.Cut(path, "/")
	name, member, _ := strings.Cut(rest, "/")
	switch {
	case !isPart:
	case list == "slots":
		return s.words.FieldOf(list, s.headline(name), member)
	case list == "photos":
		return s.words.FieldOf(list, s.numbered(name), member)
	}
	return s.words.Field(path)
}

// value is what a field holds, as people read it.
func (s spoken) value(path, text string) string {
	list, rest, isPart := strings.Cut(path, "/")
	last := path[strings.LastIndex(path, "/")+1:]
	switch {
	case text == "":
		return s.words.Say("command.settle.nothing", nil)
	case path == merge.FieldDeleted:
		return s.words.Say("command.settle.deleted", nil)
	case path == "version":
		return s.words.Say("field.version", nil)
	case path == "slots":
		return s.each(text, s.headline)
	case path == "photos":
		return s.each(text, s.photo)
	case list == "slots" && isPart && !strings.Contains(rest, "/"):
		return s.headline(rest)
	case list == "holes":
		return s.holes(text)
	case path == "body" && strings.HasPrefix(text, "p") && s.isPhoto(text):
		return s.photo(text)
	}
	return s.coded(last, text)
}

// codes are the keys of the catalogue before those codes that fields hold.
var codes = map[string]string{
	"kind": "desk.kind.", "headline_size": "desk.makeup.headline.", "photo_size": "desk.makeup.photo.", "size": "desk.makeup.photo.",
	"lead": "command.is.", "filler": "command.is.", "no_jump": "command.is.", "alone": "command.is.", "no_contents": "command.is.",
	"status": "status.", "genre": "genre.", "style": "style.",
}

// coded says values that are codes, numbers and dates.
func (s spoken) coded(name, text string) string {
	switch name {
	case "picture", "sha256":
		return s.picture(text)
	case "crop", "focus":
		return s.words.Say("command.settle.framed", nil)
	}
	if key := codes[name] + text; s.words.Has(key) {
		return s.words.Say(key, nil)
	}
	if day, err := bulletin.ParseDate(text); err == nil {
		return day.Short()
	}
	return bulletin.Plain(text)
}

func (s spoken) isPhoto(id string) bool { return s.photo(id) != s.words.Say("command.photo_gone", nil) }

func (s spoken) each(ids string, name func(string) string) string {
	names := strings.Split(ids, ", ")
	for i := range names {
		names[i] = strconv.Itoa(i+1) + ". " + name(names[i])
	}
	return strings.Join(names, "; ")
}

// holes are places left white: one, or a list of them.
func (s spoken) holes(text string) string {
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
		names[i] = s.words.Say("command.hole_named", bulletin.Args{"page": h.Page, "columns": h.Columns, "rows": h.Rows})
	}
	return strings.Join(names, "; ")
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
