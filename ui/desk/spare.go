package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// Spares keeps texts of one drafts file that cannot be saved into it, on this PC,
// until they can: the program may end before that, and would take them along.
type Spares struct{ folder string }

// Spared is a text that was kept.
type Spared struct {
	Article bulletin.ID           `json:"article"`
	Text    json.RawMessage       `json:"text"` // the article
	Seen    []bulletin.RevisionID `json:"seen"` // the versions it was written over
	Author  string                `json:"author"`
	At      time.Time             `json:"at"`
}

// SparesIn are the spares of a drafts file, by what it calls itself, below a
// folder; nil, which keeps nothing, where one of the two is not known.
func SparesIn(folder, identity string) *Spares {
	if folder == "" || !bulletin.ID(identity).Valid() {
		return nil
	}
	return &Spares{filepath.Join(folder, identity)}
}

const spareEnding = ".json"

func (s *Spares) path(id bulletin.ID) string { return filepath.Join(s.folder, string(id)+spareEnding) }

// keep writes a text down. Where that fails, too, nothing can be done.
func (s *Spares) keep(kept Spared) {
	raw, err := json.Marshal(kept)
	if err != nil || os.MkdirAll(s.folder, 0o700) != nil {
		return
	}
	_ = atomicfile.Write(s.path(kept.Article), func(w io.Writer) error {
		_, err := w.Write(raw)
		return err
	})
}

// drop forgets a text that was saved after all.
func (s *Spares) drop(id bulletin.ID) {
	os.Remove(s.path(id))
	os.Remove(s.folder) // when it is empty
}

// Wanted are the texts that the file lacks. What it has is forgotten, and so is
// what the same person has written over since.
func (s *Spares) Wanted(ctx context.Context, file *storage.File) []Spared {
	if s == nil {
		return nil
	}
	paths, _ := filepath.Glob(filepath.Join(s.folder, "*"+spareEnding))
	var wanted []Spared
	for _, path := range paths {
		var kept Spared
		raw, err := os.ReadFile(path)
		if err != nil || json.Unmarshal(raw, &kept) != nil || s.path(kept.Article) != path {
			continue
		}
		if has(ctx, file, kept) {
			s.drop(kept.Article)
			continue
		}
		kept.Seen = slices.DeleteFunc(kept.Seen, func(id bulletin.RevisionID) bool {
			_, err := file.Revision(ctx, id)
			return err != nil
		})
		wanted = append(wanted, kept)
	}
	return wanted
}

// has reports that nothing of a text would be lost without it.
func has(ctx context.Context, file *storage.File, kept Spared) bool {
	stored, err := file.Article(ctx, kept.Article)
	if err != nil {
		return false
	}
	for _, id := range stored.Heads {
		if r, err := file.Revision(ctx, id); err == nil && r.Author == kept.Author && r.Time.After(kept.At) {
			return true
		}
	}
	text, err := bulletin.CanonicalJSON(stored.Article)
	return err == nil && bytes.Equal(text, kept.Text)
}
