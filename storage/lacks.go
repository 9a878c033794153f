package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// Lacks reports whether a drafts file that Send or Publish has written lacks
// something that another one has whole: a version with its text, but for those
// of articles that are deleted, or a photo that the new file shows. Both are
// treated as a stranger's; what the other one has damaged does not count, but
// where its pages are torn and something on them is lost, nobody can say what.
func Lacks(ctx context.Context, path, other string) (bool, error) {
	lacks, err := lacksSomething(ctx, path, other)
	if err != nil {
		return false, fmt.Errorf("compare %s with %s: %w", path, other, err)
	}
	return lacks, nil
}

func lacksSomething(ctx context.Context, path, other string) (bool, error) {
	ours, err := openStranger(ctx, path)
	if err != nil {
		return false, explainReading(ctx, path, err)
	}
	defer ours.close()
	theirs, lost, err := openToReceive(ctx, other, func(int, int) {})
	if err != nil {
		return false, explainReading(ctx, other, err)
	}
	defer theirs.close()
	if len(lost) > 0 {
		return true, nil
	}
	lacks, err := ours.lacksText(ctx, theirs)
	if err != nil || lacks {
		return lacks, explainReading(ctx, other, err)
	}
	lacks, err = ours.lacksPhoto(ctx, theirs)
	return lacks, explainReading(ctx, other, err)
}

// lacksText reports a sound version with its text that another file has and
// this one has not.
func (s *stranger) lacksText(ctx context.Context, other *stranger) (bool, error) {
	const texts = `SELECT id FROM revisions WHERE substr(document, 1, 8) <> 'thinned '`
	have, err := collect(ctx, s.db, scanString[string], texts)
	if err != nil {
		return false, err
	}
	deleted, err := collect(ctx, s.db, scanString[bulletin.ID], `SELECT subject FROM revisions GROUP BY subject HAVING min(deleted) = 1`)
	if err != nil {
		return false, err
	}
	missing, err := collect(ctx, other.db, scanString[string], texts)
	if err != nil {
		return false, err
	}
	known := setOf(have)
	missing = slices.DeleteFunc(missing, func(id string) bool { return known[id] })
	gone := setOf(deleted)
	for _, id := range missing {
		r, err := loadRevision(ctx, other.db, bulletin.RevisionID(id))
		if err != nil {
			return false, err
		}
		if !gone[r.Subject] && verify(r) == nil {
			return true, nil
		}
	}
	return false, nil
}

// lacksPhoto reports a sound photo that another file has and this one shows
// without having it.
func (s *stranger) lacksPhoto(ctx context.Context, other *stranger) (bool, error) {
	const photos = `SELECT sha256 FROM photos`
	have, err := collect(ctx, s.db, scanString[string], photos)
	if err != nil {
		return false, err
	}
	missing, err := collect(ctx, other.db, scanString[string], photos)
	if err != nil {
		return false, err
	}
	known := setOf(have)
	for _, sha := range missing {
		if known[sha] {
			continue
		}
		shown, err := has(ctx, s.db, `SELECT 1 WHERE EXISTS (SELECT 1 FROM revisions WHERE instr(document, ?1))
			OR EXISTS (SELECT 1 FROM settings WHERE instr(value, ?1))`, sha)
		if err == nil && shown {
			shown, err = other.hasSound(ctx, sha)
		}
		if err != nil || shown {
			return shown, err
		}
	}
	return false, nil
}

// hasSound reports a photo whose bytes are what its hash says.
func (s *stranger) hasSound(ctx context.Context, sha string) (bool, error) {
	want, err := sha, error(nil)
	if s.version >= strippedSince {
		want, err = bytesHash(ctx, s.db, sha)
	}
	if err != nil {
		return false, err
	}
	var original []byte
	err = s.db.QueryRowContext(ctx, `SELECT original FROM photos WHERE sha256 = ?`, sha).Scan(&original)
	return err == nil && hashOf(original) == want, err
}

func setOf[T comparable](all []T) map[T]bool {
	set := make(map[T]bool, len(all))
	for _, x := range all {
		set[x] = true
	}
	return set
}
