package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
)

// The parts in which articles and issues are received: how many are listed,
// and what is judged and written together.
const (
	subjectsAtOnce  = 2000
	revisionsAtOnce = 1000
	bytesAtOnce     = 4 << 20
	comparedAtOnce  = 200 // versions of this file that are read and hashed on one state of it
)

// textPortion is some revisions that are received together: whole subjects, as
// far as they are not out of all proportion.
type textPortion struct {
	sound   []bulletin.Revision
	texts   map[bulletin.RevisionID]*bulletin.Article
	refused []Refused
	looked  int // revisions that are done with when these are: they, or others that were here
}

// subjects receives articles and issues in the order of their IDs: while some
// are being written, the next ones are read and judged.
func (r *receiving) subjects(ctx context.Context) error {
	return ahead(ctx, r.examineSubjects, func(p textPortion) error {
		if err := r.keepTexts(ctx, p); err != nil {
			return err
		}
		r.step(p.looked)
		return nil
	})
}

// examineSubjects hands on portions of what revisions this file lacks, judged.
func (r *receiving) examineSubjects(ctx context.Context, hand func(textPortion) error) error {
	last := ""
	for {
		rows, err := r.list(ctx, last)
		if err != nil || len(rows) == 0 {
			return err
		}
		last = rows[len(rows)-1].subject
		wanted, err := r.unknown(ctx, rows)
		if err == nil {
			err = hand(textPortion{looked: len(rows) - len(wanted)})
		}
		for err == nil && len(wanted) > 0 {
			n := portion(wanted)
			var p textPortion
			if p, err = r.examine(ctx, wanted[:n]); err == nil {
				err = hand(p)
			}
			wanted = wanted[n:]
		}
		if err != nil {
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

// list gives all revisions of the subjects that come after one.
func (r *receiving) list(ctx context.Context, after string) (rows []row, err error) {
	err = r.reading(ctx, func(q querier) (err error) {
		rows, err = collect(ctx, q, func(s scanner) (x row, err error) {
			err = s.Scan(&x.id, &x.subject, &x.bytes, &x.thinned)
			return x, err
		}, `SELECT id, subject, octet_length(document), substr(document, 1, 8) = 'thinned ' FROM revisions
			WHERE subject IN (SELECT DISTINCT subject FROM revisions WHERE subject > ? ORDER BY subject LIMIT ?)
			ORDER BY subject, number`, after, subjectsAtOnce)
		return err
	})
	return rows, err
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

// unknown are the rows that this file lacks, or has only thinned or damaged.
func (r *receiving) unknown(ctx context.Context, rows []row) ([]row, error) {
	wanting := map[string]bool{} // of those that this file has, whether a whole one is better
	for some := range slices.Chunk(rows, comparedAtOnce) {
		ids := make([]string, len(some))
		for i, x := range some {
			ids[i] = x.id
		}
		err := r.file.reading(ctx, func(q querier) error {
			_, err := collect(ctx, q, func(s scanner) (none struct{}, err error) {
				ours, err := scanRevision(s)
				wanting[string(ours.ID)] = ours.IsThinned() || verify(ours) != nil
				return none, err
			}, `SELECT `+revisionColumns+` FROM revisions WHERE id IN (SELECT value FROM json_each(?))`, jsonOf(ids))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(rows, func(x row) bool {
		better, known := wanting[x.id]
		return known && (!better || x.thinned)
	}), nil
}

// examine reads some revisions and says which of them are taken over.
func (r *receiving) examine(ctx context.Context, rows []row) (textPortion, error) {
	p := textPortion{texts: map[bulletin.RevisionID]*bulletin.Article{}, looked: len(rows)}
	revisions, err := r.load(ctx, rows, &p)
	if err != nil {
		return p, err
	}
	for _, rev := range revisions {
		text, err := admissible(rev)
		if err != nil {
			p.refuse(nameOfReceived(rev), err)
			continue
		}
		p.sound = append(p.sound, rev)
		p.texts[rev.ID] = text
	}
	return p, ctx.Err()
}

func (p *textPortion) refuse(what string, why error) {
	p.refused = append(p.refused, refusal(what, why))
}

// keepTexts writes what was judged sound and is of the kind that it should be.
func (r *receiving) keepTexts(ctx context.Context, p textPortion) error {
	kinds, err := r.kinds(ctx, p.sound)
	if err != nil {
		return err
	}
	p.sound = slices.DeleteFunc(p.sound, func(rev bulletin.Revision) bool {
		err := sameKindAs(rev, kinds[rev.Subject])
		if err != nil {
			p.refuse(nameOfReceived(rev), err)
		}
		return err != nil
	})
	for _, refused := range p.refused {
		r.refuse(refused)
	}
	if len(p.sound) == 0 {
		return nil
	}
	return r.keep(ctx, p.sound, p.texts)
}

// load reads revisions with their texts, but for those that are too large.
func (r *receiving) load(ctx context.Context, rows []row, p *textPortion) ([]bulletin.Revision, error) {
	var ids []string
	for _, x := range rows {
		if x.bytes > maxDocument {
			p.refuse(x.subject, tooMuch(x.subject, fmt.Errorf("%d bytes", x.bytes)))
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
