package storage

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// keep writes admissible revisions, brings heads, list and search up to date
// with them, and reads them back.
func (r *receiving) keep(ctx context.Context, revisions []bulletin.Revision, texts map[bulletin.RevisionID]*bulletin.Article) error {
	var came Received
	err := r.file.writing(ctx, func(transaction execer) error {
		tx := prepare(transaction)
		defer tx.close()
		came = Received{}
		fresh, err := addAll(ctx, tx, revisions)
		if err != nil {
			return err
		}
		came.NewRevisions = len(revisions) - len(fresh.incomplete) - fresh.mended
		came.Mended = fresh.mended
		var changes []textChange
		for _, s := range fresh.subjects {
			texts, err := came.settle(ctx, tx, s, texts[s.only.ID])
			if err != nil {
				return err
			}
			changes = append(changes, texts...)
		}
		came.Refused = fresh.incomplete
		if err := markExchanged(ctx, tx, fresh.ids()); err != nil {
			return err
		}
		return indexTexts(ctx, tx, changes)
	})
	if err == nil {
		err = r.readBack(ctx, revisions, came.Refused)
	}
	if err != nil {
		return err
	}
	r.came.Add(came)
	return nil
}

// Add counts what another file brought, too. Articles that both brought stand in
// it twice.
func (c *Received) Add(more Received) {
	c.NewArticles += more.NewArticles
	c.NewIssues += more.NewIssues
	c.NewRevisions += more.NewRevisions
	c.NewPhotos += more.NewPhotos
	c.Mended += more.Mended
	c.NewStyles = append(c.NewStyles, more.NewStyles...)
	c.Merged = append(c.Merged, more.Merged...)
	c.Conflicts = append(c.Conflicts, more.Conflicts...)
	c.Refused = append(c.Refused, more.Refused[:min(len(more.Refused), maxRefused)]...)
}

// added is what addAll has written.
type added struct {
	subjects   []receivedSubject
	incomplete []Refused
	mended     int // versions that were there, damaged
}

type receivedSubject struct {
	id   bulletin.ID
	kind bulletin.SubjectKind
	new  bool
	only bulletin.Revision // the one version of a new one that has no other
}

func (a added) ids() []bulletin.ID {
	ids := make([]bulletin.ID, len(a.subjects))
	for i, s := range a.subjects {
		ids[i] = s.id
	}
	return ids
}

// addAll adds revisions, which stand subject by subject, and brings the heads
// up to date.
func addAll(ctx context.Context, tx execer, revisions []bulletin.Revision) (a added, err error) {
	for start := 0; start < len(revisions); {
		end := start + 1
		for end < len(revisions) && revisions[end].Subject == revisions[start].Subject {
			end++
		}
		s := receivedSubject{id: revisions[start].Subject, kind: revisions[start].Kind}
		known, err := has(ctx, tx, `SELECT 1 FROM revisions WHERE subject = ? LIMIT 1`, s.id)
		if err != nil {
			return a, err
		}
		s.new = !known
		if s.new && end == start+1 {
			s.only = revisions[start]
		}
		for _, rev := range revisions[start:end] {
			change, err := insertRow(ctx, tx, rev)
			if err != nil {
				return a, err
			}
			if change == rowMended {
				a.mended++
			}
		}
		gone, err := dropLoose(ctx, tx, revisions[start:end])
		if err != nil {
			return a, err
		}
		a.incomplete = append(a.incomplete, gone...)
		if err := refreshHeads(ctx, tx, s.kind, s.id); err != nil {
			return a, err
		}
		if len(gone) < end-start || known {
			a.subjects = append(a.subjects, s)
		}
		start = end
	}
	return a, nil
}

// dropLoose takes out thinned revisions that nothing whole follows: a thinned
// row proves nothing about its parents, and as a head it would only hide them.
func dropLoose(ctx context.Context, tx execer, revisions []bulletin.Revision) (refused []Refused, err error) {
	var thinned []bulletin.Revision
	for _, rev := range revisions {
		if rev.IsThinned() {
			thinned = append(thinned, rev)
		}
	}
	for found := true; found; {
		found = false
		for i, rev := range thinned {
			followed, err := has(ctx, tx, `SELECT 1 FROM parents WHERE parent = ?`, rev.ID)
			if err != nil {
				return refused, err
			}
			if followed {
				continue
			}
			for _, statement := range []string{`DELETE FROM parents WHERE revision = ?`, `DELETE FROM heads WHERE revision = ?`, `DELETE FROM revisions WHERE id = ?`} {
				if _, err := tx.ExecContext(ctx, statement, rev.ID); err != nil {
					return refused, fmt.Errorf("take out %s: %w", rev.ID.Short(), err)
				}
			}
			what := nameOfReceived(rev)
			refused = append(refused, Refused{what, bulletin.NewTrouble("received_incomplete", bulletin.Args{"what": what}, nil)})
			thinned = slices.Delete(thinned, i, i+1)
			found = true
			break
		}
	}
	return refused, nil
}

// settle derives what the lists say of a subject, and gives what changes for the
// search index; it notes what became of the subject. text is that of the only
// version of a new article.
func (c *Received) settle(ctx context.Context, tx execer, s receivedSubject, text *bulletin.Article) ([]textChange, error) {
	view, err := seen{heads: 1}, error(nil)
	if text != nil && !s.only.Reason.IsBlind() {
		view.texts, err = writeList(ctx, tx, onlyVersion(s.only, text))
	} else {
		view, err = deriveSeen(ctx, tx, s.kind, s.id, sided)
	}
	switch bulletin.TroubleKey(err) {
	case "revision_damaged", "revision_missing", "revision_thinned": // here, since long; the rest is received all the same
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	switch {
	case s.new && s.kind == bulletin.SubjectArticle:
		c.NewArticles++
	case s.new:
		c.NewIssues++
	}
	if view.heads > 1 {
		c.Merged = append(c.Merged, s.id)
	}
	for _, conflict := range view.conflicts {
		c.Conflicts = append(c.Conflicts, SubjectConflict{s.id, s.kind, conflict})
	}
	return view.texts, nil
}

// onlyVersion is what loadArticle would give of an article with one version,
// without reading it.
func onlyVersion(r bulletin.Revision, text *bulletin.Article) StoredArticle {
	return StoredArticle{Article: *text, Standing: Standing{
		ID: r.Subject, Revision: r.ID, Heads: []bulletin.RevisionID{r.ID},
		Author: r.Author, CreatedAt: r.Time, UpdatedAt: r.Time,
	}}
}

// readBack makes sure that the file holds what was written, to the byte; that
// these are the right bytes was seen before.
func (r *receiving) readBack(ctx context.Context, revisions []bulletin.Revision, refused []Refused) error {
	ctx = context.WithoutCancel(ctx)
	ids := make([]bulletin.RevisionID, len(revisions))
	for i, rev := range revisions {
		ids[i] = rev.ID
	}
	return r.file.reading(ctx, func(q querier) error {
		there, err := collect(ctx, q, scanRevision,
			`SELECT `+revisionColumns+` FROM revisions WHERE id IN (SELECT value FROM json_each(?))`, jsonOf(ids))
		if err != nil {
			return err
		}
		byID := make(map[bulletin.RevisionID]*bulletin.Revision, len(there))
		for i := range there {
			byID[there[i].ID] = &there[i]
		}
		missing := 0
		for _, rev := range revisions {
			have := byID[rev.ID]
			switch {
			case have == nil:
				missing++
			case !bytes.Equal(have.Document, rev.Document) && !rev.IsThinned(), have.Subject != rev.Subject,
				!slices.Equal(have.Parents, rev.Parents):
				return fileTrouble("disk_write_failed", r.file.path, fmt.Errorf("read %s back: it is another", rev.ID.Short()))
			}
		}
		if missing != len(refused) {
			return fileTrouble("disk_write_failed", r.file.path, fmt.Errorf("read back: %d versions are not there", missing-len(refused)))
		}
		return nil
	})
}
