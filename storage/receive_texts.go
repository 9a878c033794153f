package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
)

// The parts in which articles and issues are received.
const (
	subjectsAtOnce  = 200
	revisionsAtOnce = 2000
	bytesAtOnce     = 16 << 20
)

// subjects receives articles and issues in the order of their IDs.
func (r *receiving) subjects(ctx context.Context) error {
	last := ""
	for {
		var ids []string
		err := r.reading(ctx, func(q querier) (err error) {
			ids, err = collect(ctx, q, scanString[string],
				`SELECT DISTINCT subject FROM revisions WHERE subject > ? ORDER BY subject LIMIT ?`, last, subjectsAtOnce)
			return err
		})
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return nil
		}
		last = ids[len(ids)-1]
		if err := r.some(ctx, ids); err != nil {
			return err
		}
	}
}

// row is what is known of a revision without its text.
type row struct {
	id      string
	subject string
	bytes   int64
	thinned bool
}

// some receives the revisions of some subjects, whole subjects together as far
// as they are not out of all proportion.
func (r *receiving) some(ctx context.Context, subjects []string) error {
	var rows []row
	err := r.reading(ctx, func(q querier) (err error) {
		rows, err = collect(ctx, q, func(s scanner) (x row, err error) {
			err = s.Scan(&x.id, &x.subject, &x.bytes, &x.thinned)
			return x, err
		}, `SELECT id, subject, octet_length(document), substr(document, 1, 8) = 'thinned ' FROM revisions
			WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY subject, number`, jsonOf(subjects))
		return err
	})
	if err != nil {
		return err
	}
	wanted, err := r.unknown(ctx, rows)
	if err != nil {
		return err
	}
	r.step(len(rows) - len(wanted))
	for len(wanted) > 0 {
		n := portion(wanted)
		if err := r.portion(ctx, wanted[:n]); err != nil {
			return err
		}
		r.step(n)
		wanted = wanted[n:]
	}
	return nil
}

// portion is how many rows are taken in one transaction: whole subjects, or
// what fits of one that is too large.
func portion(rows []row) int {
	total, whole := int64(0), 0
	for i, x := range rows {
		if i > 0 && x.subject != rows[i-1].subject {
			whole = i
		}
		total += x.bytes
		if i > 0 && (total > bytesAtOnce || i >= revisionsAtOnce) {
			if whole > 0 {
				return whole
			}
			return i
		}
	}
	return len(rows)
}

// unknown are the rows that this file lacks, or has only thinned.
func (r *receiving) unknown(ctx context.Context, rows []row) ([]row, error) {
	ids := make([]string, len(rows))
	for i, x := range rows {
		ids[i] = x.id
	}
	thinned := map[string]bool{} // of those that this file has
	err := r.file.reading(ctx, func(q querier) error {
		known, err := collect(ctx, q, func(s scanner) (x row, err error) {
			err = s.Scan(&x.id, &x.thinned)
			return x, err
		}, `SELECT id, substr(document, 1, 8) = 'thinned ' FROM revisions WHERE id IN (SELECT value FROM json_each(?))`, jsonOf(ids))
		for _, x := range known {
			thinned[x.id] = x.thinned
		}
		return err
	})
	return slices.DeleteFunc(rows, func(x row) bool {
		ours, known := thinned[x.id]
		return known && (!ours || x.thinned)
	}), err
}

// portion receives some revisions in one transaction.
func (r *receiving) portion(ctx context.Context, rows []row) error {
	revisions, err := r.load(ctx, rows)
	if err != nil {
		return err
	}
	kinds, err := r.kinds(ctx, revisions)
	if err != nil {
		return err
	}
	var sound []bulletin.Revision
	texts := map[bulletin.RevisionID]*bulletin.Article{}
	for _, rev := range revisions {
		text, err := admissible(rev, kinds[rev.Subject])
		if err != nil {
			r.refuse(nameOfReceived(rev), err)
			continue
		}
		sound = append(sound, rev)
		texts[rev.ID] = text
	}
	if len(sound) == 0 {
		return nil
	}
	return r.keep(ctx, sound, texts)
}

// load reads revisions with their texts, but for those that are too large.
func (r *receiving) load(ctx context.Context, rows []row) ([]bulletin.Revision, error) {
	var ids []string
	for _, x := range rows {
		if x.bytes > maxDocument {
			r.refuse(x.subject, tooMuch(x.subject, fmt.Errorf("%d bytes", x.bytes)))
			continue
		}
		ids = append(ids, x.id)
	}
	var all []bulletin.Revision
	err := r.reading(ctx, func(q querier) (err error) {
		all, err = collect(ctx, q, scanRevision, `SELECT `+revisionColumns+`
			FROM revisions WHERE id IN (SELECT value FROM json_each(?)) ORDER BY subject, number`, jsonOf(ids))
		return err
	})
	return all, err
}

// kinds tells whether subjects are articles or issues: what they are here
// already, or else what the other file says first.
func (r *receiving) kinds(ctx context.Context, revisions []bulletin.Revision) (map[bulletin.ID]bulletin.SubjectKind, error) {
	kinds := map[bulletin.ID]bulletin.SubjectKind{}
	var subjects []string
	for _, rev := range revisions {
		if kinds[rev.Subject] == "" {
			kinds[rev.Subject] = rev.Kind
			subjects = append(subjects, string(rev.Subject))
		}
	}
	type known struct{ subject, kind string }
	var ours []known
	err := r.file.reading(ctx, func(q querier) (err error) {
		ours, err = collect(ctx, q, func(s scanner) (k known, err error) {
			err = s.Scan(&k.subject, &k.kind)
			return k, err
		}, `SELECT DISTINCT subject, kind FROM heads WHERE subject IN (SELECT value FROM json_each(?))`, jsonOf(subjects))
		return err
	})
	for _, k := range ours {
		kinds[bulletin.ID(k.subject)] = bulletin.SubjectKind(k.kind)
	}
	return kinds, err
}

func nameOfReceived(r bulletin.Revision) string {
	if len(r.Document) <= maxDocument {
		if name := strings.TrimSpace(nameIn(r)); name != "" {
			return shortened(name)
		}
	}
	return shortened(string(r.Subject))
}

func shortened(s string) string {
	const enough = 120
	if letters := []rune(s); len(letters) > enough {
		return string(letters[:enough]) + "…"
	}
	return s
}
