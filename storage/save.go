package storage

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// tombstone is the document of a deletion: none, so that a copy of the file
// can say that an article was deleted without carrying its text.
var tombstone = []byte("null")

// save writes a document as a new revision of a subject, brings the derived
// tables up to date in the same transaction, and reads the revision back.
func (f *File) save(ctx context.Context, kind bulletin.SubjectKind, subject bulletin.ID, document []byte, s Save) (Saved, error) {
	if !subject.Valid() {
		return Saved{}, fmt.Errorf("%q is no id", subject)
	}
	s.Reason = cmp.Or(s.Reason, bulletin.ReasonSave)
	if len(s.Author) > maxName { // nobody would receive it
		s.Author = strings.ToValidUTF8(s.Author[:maxName], "")
	}
	var saved Saved
	err := f.writing(ctx, func(tx execer) (err error) {
		saved, err = saveIn(ctx, tx, kind, subject, document, s)
		return err
	})
	if err == nil && saved.Changed {
		err = f.readBack(ctx, saved.Revision)
	}
	if err != nil {
		return Saved{}, err
	}
	return saved, nil
}

func saveIn(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID, document []byte, s Save) (Saved, error) {
	if err := sameKind(ctx, tx, kind, subject); err != nil {
		return Saved{}, err
	}
	var err error
	if s.Expected, err = legible(ctx, tx, kind, subject, s.Expected); err != nil {
		return Saved{}, err
	}
	if s.Expected, err = leavingOpen(ctx, tx, kind, subject, s); err != nil {
		return Saved{}, err
	}
	same, err := checkParents(ctx, tx, subject, document, s)
	switch {
	case err == nil && same:
		same, err = saysNothingNew(ctx, tx, s)
	case err == nil && s.Begins:
		s.Expected, err = leftByHand(ctx, tx, s)
	}
	if err != nil {
		return Saved{}, err
	}
	saved := Saved{Changed: !same}
	if same {
		saved.Revision = s.Expected[0]
	} else if saved.Revision, err = addRevision(ctx, tx, kind, subject, document, s); err != nil {
		return Saved{}, err
	}
	saved.Heads, err = headsOf(ctx, tx, kind, subject)
	if err == nil {
		saved.Heads, err = notHurt(ctx, tx, saved.Heads)
	}
	return saved, err
}

// legible leaves damaged heads out of what a writer has seen, as long as there
// is a sound one: they stay heads, and who has them whole has their text merged
// with the new one.
func legible(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID, seen []bulletin.RevisionID) ([]bulletin.RevisionID, error) {
	if len(seen) < 2 {
		return seen, nil
	}
	heads, err := headsOf(ctx, q, kind, subject)
	if err != nil {
		return nil, err
	}
	sound, err := notHurt(ctx, q, seen)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(seen), func(id bulletin.RevisionID) bool {
		return slices.Contains(heads, id) && !slices.Contains(sound, id)
	}), nil
}

func addRevision(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID, document []byte, s Save) (bulletin.RevisionID, error) {
	r, err := bulletin.NewRevision(kind, subject, s.Expected, time.Now(), viet.Normalize(s.Author), s.Reason, document)
	if err != nil {
		return "", err
	}
	if err := insertRevision(ctx, tx, r); err != nil {
		return "", err
	}
	return r.ID, derive(ctx, tx, kind, subject)
}

// sameKind keeps an article's id from being given to an issue.
func sameKind(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID) error {
	kinds, err := collect(ctx, q, scanString[bulletin.SubjectKind],
		`SELECT kind FROM heads WHERE subject = ? AND kind <> ?`, subject, kind)
	if err != nil {
		return err
	}
	if len(kinds) > 0 {
		return fmt.Errorf("%s is an %s and not an %s", subject, kinds[0], kind)
	}
	return nil
}

// checkParents makes sure that what the writer has seen are versions of this
// subject, and reports whether the document is that of the only one.
func checkParents(ctx context.Context, q querier, subject bulletin.ID, document []byte, s Save) (same bool, err error) {
	for _, id := range s.Expected {
		parent, err := loadRevision(ctx, q, id)
		if err != nil {
			return false, err
		}
		if parent.Subject != subject {
			return false, fmt.Errorf("revision %s belongs to %s and not to %s", id.Short(), parent.Subject, subject)
		}
		same = bytes.Equal(parent.Document, document)
	}
	return same && len(s.Expected) == 1, nil
}

// readBack makes sure that the file holds the revision as it was meant. It
// reads through another connection, which has none of the pages that the
// writer still has in memory.
func (f *File) readBack(ctx context.Context, id bulletin.RevisionID) error {
	ctx = context.WithoutCancel(ctx) // the save is done; "cancelled" would be a lie
	return f.reading(ctx, func(q querier) error {
		r, err := loadRevision(ctx, q, id)
		if bulletin.TroubleKey(err) == "" && err != nil {
			return err
		}
		if err == nil {
			err = verify(r)
		}
		if err != nil {
			return fileTrouble("disk_write_failed", f.path, fmt.Errorf("read the save back: %w", err))
		}
		return nil
	})
}
