package storage

import (
	"context"
	"encoding/hex"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/storage/pages"
	"bantin/storage/picture"
)

// A row is known by its shape, since the schema may be gone. Columns, in the
// order of migrations/*.sql:
//
//	revisions    number, id, kind, subject, time_ms, author, reason, deleted, document
//	photos       number, sha256, name, format, width_px, height_px, added_ms, original
//	photo_print, photo_half, photo_thumb      photo, sha256, picture
//	settings     name, sha256, value
//	parents      revision, parent (in its table and, the other way round, in parents_by_parent)
//	photo_stripped  photo, sha256
//	exchanged    revision
//	article_list number, id, headline, …
//	heads        subject, revision, kind, hash (which older rows lack)

const hashLetters = 64

func isRevisionRow(row *pages.Row) bool {
	return !row.IsIndex && row.Columns() >= 9 && row.IsText(1, hashLetters) && row.IsInteger(4) && row.IsText(8, -1)
}

func isPhotoRow(row *pages.Row) bool {
	return !row.IsIndex && row.Columns() >= 8 && row.IsText(1, hashLetters) && row.IsText(2, -1) && row.IsBlob(7)
}

func isDerivativeRow(row *pages.Row) bool {
	return !row.IsIndex && row.Columns() == 3 && row.IsText(0, hashLetters) && row.IsText(1, hashLetters) && row.IsBlob(2)
}

func isSettingRow(row *pages.Row) bool {
	return row.IsIndex && row.Columns() == 3 && row.IsText(0, -1) && row.IsText(1, hashLetters) && row.IsText(2, -1)
}

func isPairRow(row *pages.Row) bool {
	return row.IsIndex && row.Columns() == 2 && row.IsText(0, hashLetters) && row.IsText(1, hashLetters)
}

func isHash(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil && len(s) == hashLetters
}

// take keeps what a row holds, if its hash is right.
func (s *salvage) take(ctx context.Context, row pages.Row, keep func(do func(execer) error) error) error {
	switch {
	case isRevisionRow(&row):
		return s.takeRevision(ctx, row, keep)
	case isPhotoRow(&row):
		return s.takePhoto(ctx, row, keep)
	case isDerivativeRow(&row):
		return s.takeDerivative(ctx, row, keep)
	case isSettingRow(&row):
		return s.takeSetting(ctx, row, keep)
	case row.IsIndex && row.Columns() == 1 && row.IsText(0, hashLetters):
		return keep(func(tx execer) error {
			_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO exchanged SELECT id FROM revisions WHERE id = ?`, row.First(1)[0])
			return err
		})
	}
	return nil
}

func (s *salvage) takeRevision(ctx context.Context, row pages.Row, keep func(do func(execer) error) error) error {
	r, ok := readRevisionRow(&row)
	if !ok {
		return nil
	}
	parents, sound := s.clues.parentsOf(r)
	if !sound {
		s.failed[r.ID] = r
		return nil
	}
	r.Parents = parents
	return keep(func(tx execer) error { return insertRevision(ctx, tx, r) })
}

func readRevisionRow(row *pages.Row) (r bulletin.Revision, ok bool) {
	values, err := row.Values()
	if err != nil {
		values = append(row.First(8), make([]any, 8)...) // enough to name what is lost
	}
	text := func(i int) string { s, _ := values[i].(string); return s }
	number := func(i int) int64 { n, _ := values[i].(int64); return n }
	r = bulletin.Revision{
		ID: bulletin.RevisionID(text(1)), Kind: bulletin.SubjectKind(text(2)), Subject: bulletin.ID(text(3)),
		Time: time.UnixMilli(number(4)).UTC(), Author: text(5), Reason: bulletin.Reason(text(6)),
		Deleted: number(7) != 0, Document: []byte(text(8)),
	}
	known := r.Kind == bulletin.SubjectArticle || r.Kind == bulletin.SubjectIssue
	return r, isHash(text(1)) && (known || err == nil)
}

func (s *salvage) takePhoto(ctx context.Context, row pages.Row, keep func(do func(execer) error) error) error {
	first := row.First(3)
	if len(first) < 3 {
		return nil
	}
	sha, _ := first[1].(string)
	name, _ := first[2].(string)
	values, err := row.Values()
	if err != nil {
		s.blurred[sha] = name
		return nil
	}
	original, _ := values[7].([]byte)
	hash := hashOf(original)
	stripped := hash != sha
	if stripped && !slices.Contains(s.clues.pairs[bulletin.RevisionID(sha)], bulletin.RevisionID(hash)) {
		s.blurred[sha] = name
		return nil
	}
	format, width, height, err := picture.Measure(original)
	if err != nil {
		return nil // the hash is right, but such a photo was never taken in
	}
	added, _ := values[6].(int64)
	return keep(func(tx execer) error {
		_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO photos
			(sha256, name, format, width_px, height_px, added_ms, original) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			sha, tidyName(name), format, width, height, added, original)
		if err == nil && stripped {
			_, err = tx.ExecContext(ctx, `INSERT OR IGNORE INTO photo_stripped (photo, sha256) VALUES (?, ?)`, sha, hash)
		}
		return err
	})
}

// takeDerivative keeps a picture that was made of an original, in case that is
// lost: the largest is the one for print.
func (s *salvage) takeDerivative(ctx context.Context, row pages.Row, keep func(do func(execer) error) error) error {
	values, err := row.Values()
	if err != nil {
		return nil
	}
	photo, _ := values[0].(string)
	sum, _ := values[1].(string)
	made, _ := values[2].([]byte)
	_, width, _, err := picture.Measure(made)
	if hashOf(made) != sum || !isHash(photo) || err != nil || width <= s.widest[photo] {
		return nil
	}
	s.widest[photo] = width
	return keep(func(tx execer) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO photo_print (photo, sha256, picture) VALUES (?, ?, ?)`, photo, sum, made)
		return err
	})
}

// takeSetting keeps a setting: one that stands in a tree rather than one that
// was left in a free page.
func (s *salvage) takeSetting(ctx context.Context, row pages.Row, keep func(do func(execer) error) error) error {
	values, err := row.Values()
	if err != nil {
		return nil
	}
	name, _ := values[0].(string)
	sum, _ := values[1].(string)
	value, _ := values[2].(string)
	if name == indexSetting || name == searchSumSetting || !isHash(sum) || value == "article" || value == "issue" { // the latter are heads
		return nil
	}
	if hashOf([]byte(value)) != sum {
		if !row.IsFree {
			s.clues.hurtSettings = append(s.clues.hurtSettings, name)
		}
		return nil
	}
	way := "INSERT OR REPLACE"
	if row.IsFree {
		way = "INSERT OR IGNORE"
	}
	return keep(func(tx execer) error {
		_, err := tx.ExecContext(ctx, way+` INTO settings (name, sha256, value) VALUES (?, ?, ?)`, name, sum, value)
		return err
	})
}
