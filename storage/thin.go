package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"bantin/bulletin"
)

// The rule of thinning. Every autosave of the last hour keeps its text; of
// older ones the last of each hour, for a day; before that the last of each
// day, by the clock on the wall. Whatever its age, an autosave keeps its text
// that is a head, that has several children or several parents, that one of
// several parents of a merge is, over which something else than a text was
// saved (a deletion, a restored version), that was the newest when it was sent
// or received, that was restored, that an editor had approved, or over which
// photos came, went or were exchanged. Where several are looked over, none of the
// others keeps its text that a save of a person repeats. Saves of people are never
// thinned.
const (
	keepAll    = time.Hour
	keepHourly = 24 * time.Hour
)

// thinAtOnce is how many texts one transaction takes away, thinAtMost how many
// one call of Thin: neither a save nor the closing of a file waits long for it.
const (
	thinAtOnce = 200
	thinAtMost = 5000
)

// Thin takes away the texts of old autosaves that the rule of thinning does
// not keep, and tells how many. The revisions themselves stay, with their
// parents, author and time, so that nothing that was written over them loses
// its way; History leaves them out. What comes back whole from another file is
// whole again. Long work is done in parts: a call ends after some thousand
// texts.
func (f *File) Thin(ctx context.Context) (int, error) { return f.thin(ctx, time.Now()) }

func (f *File) thin(ctx context.Context, now time.Time) (int, error) {
	rule := ruleAt(now)
	var subjects []string
	err := f.reading(ctx, func(q querier) (err error) {
		subjects, err = collect(ctx, q, scanString[string], crowded, rule.hourAgo, rule.dayAgo, rule.offset)
		return err
	})
	total := 0
	for err == nil && len(subjects) > 0 && total < thinAtMost {
		var done, thinned int
		err = f.writing(ctx, func(tx execer) error {
			done, thinned = 0, 0
			for done < len(subjects) && thinned < thinAtOnce {
				n, err := thinSubject(ctx, tx, subjects[done], rule)
				if err != nil {
					return err
				}
				done, thinned = done+1, thinned+n
			}
			return nil
		})
		if err == nil {
			subjects, total = subjects[done:], total+thinned
		}
	}
	if err != nil {
		return total, fmt.Errorf("thin the autosaves of %s: %w", f.path, err)
	}
	return total, nil
}

// thinQuietly is the housekeeping of Close: nobody waits for it, and what it
// does not get done is done another time.
func (f *File) thinQuietly() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, _ = f.Thin(ctx)
}

// thinRule is the rule at a moment, in milliseconds.
type thinRule struct{ hourAgo, dayAgo, offset int64 }

func ruleAt(now time.Time) thinRule {
	_, east := now.Zone()
	return thinRule{now.Add(-keepAll).UnixMilli(), now.Add(-keepHourly).UnixMilli(), int64(east) * 1000}
}

const hourMs, dayMs = int64(time.Hour / time.Millisecond), int64(24 * time.Hour / time.Millisecond)

// span is the hour or the day that an old autosave belongs to, of which the
// last one stays.
func (r thinRule) span(ms int64) [2]int64 {
	if ms < r.dayAgo {
		return [2]int64{dayMs, (ms + r.offset) / dayMs}
	}
	return [2]int64{hourMs, (ms + r.offset) / hourMs}
}

const withText = `reason = 'autosave' AND substr(document, 1, 8) <> 'thinned '`

// crowded finds the subjects with several autosaves in one hour or day. Such
// as must stay for other reasons are looked at again each time, which costs a
// look and nothing more.
const crowded = `SELECT DISTINCT subject FROM (
	SELECT subject FROM revisions WHERE ` + withText + ` AND time_ms < ?1
	GROUP BY subject, time_ms < ?2, CASE WHEN time_ms < ?2 THEN (time_ms + ?3) / 86400000 ELSE (time_ms + ?3) / 3600000 END
	HAVING count(*) > 1)`

// freeOf are the autosaves of a subject with their texts that nothing which the
// lists know speaks for, and that nobody can have written over anywhere.
const freeOf = `SELECT id FROM revisions AS r WHERE subject = ? AND ` + withText + `
	AND (SELECT count(*) FROM parents WHERE parent = r.id) = 1
	AND (SELECT count(*) FROM parents WHERE revision = r.id) < 2
	AND NOT EXISTS (SELECT 1 FROM parents AS p JOIN revisions AS child ON child.id = p.revision WHERE p.parent = r.id
		AND (child.reason NOT IN ('save', 'autosave') OR child.deleted
			OR (SELECT count(*) FROM parents WHERE revision = child.id) > 1))
	AND EXISTS (SELECT 1 FROM parents AS p JOIN revisions AS child ON child.id = p.revision WHERE p.parent = r.id)
	AND NOT EXISTS (SELECT 1 FROM exchanged WHERE revision = r.id)`

// thinSubject applies the rule to one article or issue.
func thinSubject(ctx context.Context, tx execer, subject string, rule thinRule) (thinned int, err error) {
	free, err := collect(ctx, tx, scanString[bulletin.RevisionID], freeOf+` AND time_ms < ? ORDER BY time_ms DESC, number DESC`, subject, rule.hourAgo)
	if err != nil {
		return 0, err
	}
	restored, err := restoredTexts(ctx, tx, subject)
	if err != nil {
		return 0, err
	}
	t := thinning{tx, rule, restored, map[[2]int64]bool{}, map[bulletin.RevisionID]pictures{}}
	for _, id := range free {
		r, err := loadRevision(ctx, tx, id)
		if err != nil {
			return thinned, err
		}
		goes, err := t.goes(ctx, r)
		if err == nil && goes {
			err = thinRevision(ctx, tx, r)
			thinned++
		}
		if err != nil {
			return thinned, err
		}
	}
	return thinned, nil
}

// thinning is what is known of an article or issue while it is gone through, from
// the newest autosave on.
type thinning struct {
	q        querier
	rule     thinRule
	restored map[string]bool                  // see restoredTexts
	stays    map[[2]int64]bool                // the spans whose last autosave was met
	behind   map[bulletin.RevisionID]pictures // see picturesBehind
}

// goes reports an autosave whose text is taken away.
func (t thinning) goes(ctx context.Context, r bulletin.Revision) (bool, error) {
	if verify(r) != nil { // left as it is, for salvage
		return false, nil
	}
	again, err := t.isSaidAgain(ctx, r)
	if err != nil {
		return false, err
	}
	if span := t.rule.span(r.Time.UnixMilli()); !again && !t.stays[span] {
		t.stays[span] = true
		return false, nil
	}
	if t.restored[string(r.Document)] || isApproved(r) {
		return false, nil
	}
	if again {
		return true, nil
	}
	last, err := t.isLastOfPhotos(ctx, r)
	return !last, err
}

// isSaidAgain reports an autosave whose text a person saved once more over it.
func (t thinning) isSaidAgain(ctx context.Context, r bulletin.Revision) (bool, error) {
	over, err := collect(ctx, t.q, scanRevision, `SELECT `+revisionColumns+` FROM revisions
		WHERE reason = 'save' AND id IN (SELECT revision FROM parents WHERE parent = ?)`, r.ID)
	return slices.ContainsFunc(over, func(s bulletin.Revision) bool { return repeats(s, r) && verify(s) == nil }), err
}

// repeats reports a save of a person with the text of what it was saved over.
func repeats(save, over bulletin.Revision) bool {
	return save.Reason == bulletin.ReasonSave && slices.Contains(save.Parents, over.ID) && bytes.Equal(save.Document, over.Document)
}

// restoredTexts are the documents that somebody went back to.
func restoredTexts(ctx context.Context, q querier, subject string) (map[string]bool, error) {
	texts, err := collect(ctx, q, scanString[string], `SELECT document FROM revisions WHERE subject = ? AND reason = 'restore'`, subject)
	all := make(map[string]bool, len(texts))
	for _, text := range texts {
		all[text] = true
	}
	return all, err
}

// isApproved reports a version that an editor had approved or that went out.
func isApproved(r bulletin.Revision) bool {
	var a struct {
		Status bulletin.Status `json:"status"`
	}
	err := json.Unmarshal(r.Document, &a)
	return err != nil || a.Status == bulletin.Approved || a.Status == bulletin.Published
}

func thinRevision(ctx context.Context, tx execer, r bulletin.Revision) error {
	thin, err := r.Thin()
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE revisions SET document = ? WHERE id = ?`, string(thin.Document), r.ID)
	return err
}

// markExchanged notes which versions of some subjects are the newest at the
// moment when they are sent or received: of those, autosaves are not thinned, and
// what a person saved does not go when it is emptied (SaveEmptied).
func markExchanged(ctx context.Context, tx execer, subjects []bulletin.ID) error {
	for _, subject := range subjects {
		if _, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO exchanged (revision)
			SELECT h.revision FROM heads AS h JOIN revisions AS r ON r.id = h.revision
			WHERE h.subject = ? AND r.reason IN ('autosave', 'save')`, subject); err != nil {
			return fmt.Errorf("note the exchange of %s: %w", subject, err)
		}
	}
	return nil
}
