package command

import (
	"encoding/json"
	"errors"
	"io"

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
		return withFile(cmd.Context(), args[0], func(f *storage.File) error {
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

// replace saves the fields that raw gives over those of the stored article.
// A "revision" in raw says which version was read before editing: when
// somebody saved since, both versions stay, and the exit code says so.
func (p *program) replace(cmd *cobra.Command, f *storage.File, stored storage.StoredArticle, raw []byte) error {
	given := shown{Article: stored.Article.Clone()}
	if err := readEdit(raw, &given); err != nil {
		return err
	}
	if err := checkPhotos(cmd, f, &given.Article); err != nil {
		return err
	}
	expected := stored.Heads
	if given.Revision != "" {
		expected = []bulletin.RevisionID{given.Revision}
	}
	saved, err := f.SaveArticle(cmd.Context(), stored.ID, given.Article,
		storage.Save{Author: person(), Reason: bulletin.ReasonSave, Expected: expected})
	if err != nil {
		return err
	}
	args := bulletin.Args{"id": stored.ID, "revision": saved.Revision.Short()}
	switch {
	case len(saved.Heads) > 1:
		p.say("edit.conflict", args)
		return errTroubleFound
	case !saved.Changed:
		p.say("edit.unchanged", args)
	default:
		p.say("edit.done", args)
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
	if lists.Body != nil {
		given.Body = nil
	}
	if lists.Photos != nil {
		given.Photos = nil
	}
	if err := json.Unmarshal(raw, given); err != nil {
		return jsonTrouble(err)
	}
	if !given.Status.Valid() {
		return bulletin.NewTrouble("status_unknown", bulletin.Args{"status": given.Status}, nil)
	}
	return checkBody(&given.Article)
}

func jsonTrouble(err error) error {
	var t *bulletin.Trouble
	if errors.As(err, &t) {
		return t
	}
	return bulletin.NewTrouble("json_unreadable", bulletin.Args{"error": err}, err)
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
	}
	return nil
}
