package command

import (
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/storage"
)

func (p *program) editCommand() *cobra.Command {
	var source string
	cmd := p.command("edit FILE ID --json SOURCE", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		raw, err := p.readSource(source)
		if err != nil {
			return err
		}
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			stored, err := articleByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			return p.replace(cmd, f, stored, raw)
		})
	})
	cmd.Flags().StringVar(&source, "json", "-", p.words.Say("command.edit.flag.json", nil))
	return cmd
}

func (p *program) readSource(source string) ([]byte, error) {
	if source != "-" {
		return reception.Read(source)
	}
	raw, err := io.ReadAll(io.LimitReader(p.in, reception.LargestInput))
	if err != nil {
		return nil, bulletin.NewTrouble("input_unreadable", bulletin.Args{"file": "-"}, err)
	}
	return raw, nil
}

// replace saves the fields that raw gives over those of the article as its
// writer had it. A "revision" in raw, with its "heads", says what was read
// before editing: fields that raw does not name are those of that version, and
// when somebody saved since, both versions stay, and the exit code says so.
// Where versions are in conflict already, raw settles them only when it names
// them all in "heads" and has no "revision": nobody settles a conflict
// unawares. A deleted article is not brought back by the way.
func (p *program) replace(cmd *cobra.Command, f *storage.File, stored storage.StoredArticle, raw []byte) error {
	var from origin
	if err := json.Unmarshal(raw, &from); err != nil {
		return jsonTrouble(err)
	}
	expected, settles, err := seen(stored, from)
	if err != nil {
		return err
	}
	if from.Author != nil && *from.Author != bulletin.Signed(stored.Author) && *from.Author != author(cmd.Context(), f) {
		return bulletin.NewTrouble("edit_author", bulletin.Args{"author": *from.Author, "person": p.authorName(author(cmd.Context(), f))}, nil)
	}
	given := shown{Article: stored.Article.Clone()}
	if !slices.Equal(expected, stored.Heads) {
		if given.Article, err = f.ArticleSeen(cmd.Context(), stored.ID, expected); err != nil {
			return err
		}
	}
	if err := readEdit(raw, &given); err != nil {
		return err
	}
	if err := checkPhotos(cmd, f, &given.Article); err != nil {
		return err
	}
	saved, err := f.SaveArticle(cmd.Context(), stored.ID, given.Article,
		storage.Save{Author: author(cmd.Context(), f), Reason: from.reason(stored, given.Status), Expected: expected, Settles: settles})
	if err != nil {
		return err
	}
	return p.tellSaved("edit", stored.ID, saved, slices.Equal(expected, stored.Heads))
}

// tellSaved says what came of an edit, in the sentences of a command. sawAll:
// whoever wrote it had every version before them, so that what is still side by
// side is what they left open.
func (p *program) tellSaved(command string, id bulletin.ID, saved storage.Saved, sawAll bool) error {
	args := bulletin.Args{"id": id, "revision": saved.Revision.Short()}
	switch {
	case len(saved.Heads) > 1 && sawAll:
		p.say(command+".open", args)
		return errTroubleFound
	case len(saved.Heads) > 1:
		p.say(command+".conflict", args)
		return errTroubleFound
	case !saved.Changed:
		p.say(command+".unchanged", args)
	default:
		p.say(command+".done", args)
	}
	return nil
}

// readEdit reads the JSON of an article over the fields that it had. Lists are
// replaced whole, never mixed with the old ones.
func readEdit(raw []byte, given *shown) error {
	var lists struct {
		Body   *json.RawMessage `json:"body"`
		Photos *json.RawMessage `json:"photos"`
	}
	if err := json.Unmarshal(raw, &lists); err != nil {
		return jsonTrouble(err)
	}
	known := unknownNames(&given.Article)
	if lists.Body != nil {
		given.Body = nil
	}
	if lists.Photos != nil {
		given.Photos = nil
	}
	if err := readKnown(raw, given, known); err != nil {
		return err
	}
	if !given.Status.Valid() {
		return bulletin.NewTrouble("status_unknown", bulletin.Args{"status": given.Status}, nil)
	}
	return checkBody(&given.Article)
}

// readKnown reads an article's JSON and refuses fields that this version of the
// program does not know, but for those in known, which the stored article has
// from a newer one: a misspelt name would change nothing, silently.
func readKnown(raw []byte, given *shown, known []string) error {
	before := given.Extras
	if err := bulletin.ReadJSON(raw, given); err != nil {
		return jsonTrouble(err)
	}
	for _, name := range unknownNames(&given.Article) {
		if !slices.Contains(known, name) {
			return bulletin.NewTrouble("json_field_unknown", bulletin.Args{"field": name}, nil)
		}
	}
	if given.Extras == "" {
		given.Extras = before
	}
	return nil
}

// unknownNames lists the names of an article's fields that this version of the
// program does not know.
func unknownNames(a *bulletin.Article) []string {
	names := a.Extras.Names()
	for _, b := range a.Body {
		names = append(names, b.Extras.Names()...)
	}
	for _, p := range a.Photos {
		names = append(names, p.Extras.Names()...)
	}
	return names
}

// origin is what an article's JSON says of where it comes from.
type origin struct {
	ID       bulletin.ID           `json:"id"`
	Revision bulletin.RevisionID   `json:"revision"`
	Heads    []bulletin.RevisionID `json:"heads"`
	Author   *string               `json:"author"` // as show gives it: who saved last
}

// reason is why the article is saved: where nobody says that they have read what
// the machine merged, it still needs an eye. To approve it is to say so.
func (o origin) reason(stored storage.StoredArticle, given bulletin.Status) bulletin.Reason {
	approved := given == bulletin.Approved && stored.Article.Status != bulletin.Approved
	if stored.NeedsEye && o.Revision == "" && len(o.Heads) == 0 && !approved {
		return bulletin.ReasonMend
	}
	return bulletin.ReasonSave
}

// seen is which versions whoever wrote given had before them, and whether the
// text settles the conflicts between these.
func seen(stored storage.StoredArticle, given origin) (expected []bulletin.RevisionID, settles bool, err error) {
	args := bulletin.Args{"id": stored.ID}
	switch {
	case stored.Deleted:
		return nil, false, bulletin.NewTrouble("edit_deleted", args, nil)
	case given.ID != "" && given.ID != stored.ID:
		return nil, false, bulletin.NewTrouble("edit_other_article", bulletin.Args{"id": stored.ID, "other": given.ID}, nil)
	case given.Revision == "" && len(given.Heads) == 0 && len(stored.Conflicts) > 0:
		return nil, false, bulletin.NewTrouble("edit_conflict", args, nil)
	}
	expected, settles = given.versions(stored.Heads)
	return expected, settles, nil
}

// versions is seen for what has these heads now.
func (o origin) versions(heads []bulletin.RevisionID) (expected []bulletin.RevisionID, settles bool) {
	switch {
	case o.Revision != "" && slices.Contains(o.Heads, o.Revision):
		return o.Heads, false
	case o.Revision != "":
		return []bulletin.RevisionID{o.Revision}, false
	case len(o.Heads) > 0:
		return o.Heads, true
	}
	return heads, false
}

func jsonTrouble(err error) error {
	var known *bulletin.Trouble
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &kind) && kind.Field != "":
		return bulletin.NewTrouble("json_field_kind", bulletin.Args{"field": kind.Field}, err)
	}
	return bulletin.NewTrouble("json_unreadable", nil, err)
}

// checkBody refuses kinds of block that do not exist and anchors of photos
// that the article does not have.
func checkBody(a *bulletin.Article) error {
	for i, b := range a.Body {
		switch b.Kind {
		case bulletin.Paragraph, bulletin.Crosshead, bulletin.Quote:
		case bulletin.PhotoAnchor:
			if a.PhotoByID(b.Photo) == nil {
				return bulletin.NewTrouble("anchor_without_photo", bulletin.Args{"n": i + 1, "photo": b.Photo}, nil)
			}
		default:
			return bulletin.NewTrouble("block_kind_unknown", bulletin.Args{"n": i + 1, "kind": b.Kind}, nil)
		}
	}
	return nil
}

// checkPhotos refuses pictures that the drafts file does not hold, and takes
// their sizes from it.
func checkPhotos(cmd *cobra.Command, f *storage.File, a *bulletin.Article) error {
	for i := range a.Photos {
		photo := &a.Photos[i]
		if photo.IsEmptyFrame() {
			continue
		}
		info, err := f.Photo(cmd.Context(), photo.SHA256)
		if err != nil {
			return err
		}
		photo.WidthPx, photo.HeightPx = info.WidthPx, info.HeightPx
		if photo.Turn%2 != 0 {
			photo.WidthPx, photo.HeightPx = photo.HeightPx, photo.WidthPx
		}
	}
	return nil
}
