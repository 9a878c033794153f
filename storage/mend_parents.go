package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
)

// What each version was written over stands in the file both ways round: in the
// table parents, and in the index of it. Neither is the truth: that is the hash
// of the version, which its parents are part of. Where the two differ, and before
// the index is made anew of the table, the versions say which of them is right.

// pair is a row of parents.
type pair struct{ revision, parent bulletin.RevisionID }

// rightParents is what is to be changed in the table.
type rightParents struct {
	proven []bulletin.Revision   // with the parents that make them what they are named by
	strays []bulletin.RevisionID // of which there are rows, and which are no versions
}

// compareParents finds the versions that are not what they are named by with the
// parents that the table gives them, and are with others: those of the index, or
// versions of the same subject.
func compareParents(ctx context.Context, tx execer) (right rightParents, err error) {
	differing, err := differingPairs(ctx, tx)
	if err != nil || len(differing) == 0 {
		return right, err
	}
	known := newClues()
	for _, p := range differing {
		addTo(known.pairs, p.revision, string(p.parent))
		addTo(known.pairs, p.parent, string(p.revision)) // pages may hold them the other way round
		isVersion, err := has(ctx, tx, `SELECT 1 FROM revisions WHERE id = ?`, p.revision)
		if err != nil {
			return right, err
		}
		if !isVersion {
			right.strays = append(right.strays, p.revision)
		}
	}
	for id := range known.pairs {
		r, sound, err := proveParents(ctx, tx, id, &known)
		if err != nil {
			return right, err
		}
		if sound {
			right.proven = append(right.proven, r)
		}
	}
	return right, nil
}

// proveParents finds other parents for a version that is not what it is named by.
func proveParents(ctx context.Context, q querier, id bulletin.RevisionID, known *clues) (r bulletin.Revision, sound bool, err error) {
	r, err = loadRevision(ctx, q, id)
	if bulletin.TroubleKey(err) == "revision_missing" || err == nil && verify(r) == nil {
		return r, false, nil
	}
	if err != nil {
		return r, false, err
	}
	for _, parent := range r.Parents {
		addTo(known.pairs, id, string(parent))
	}
	if known.revisions[r.Subject] == nil {
		if known.revisions[r.Subject], err = namesOfVersions(ctx, q, r.Subject); err != nil {
			return r, false, err
		}
	}
	r.Parents, sound = known.parentsOf(r)
	return r, sound, nil
}

func namesOfVersions(ctx context.Context, q querier, subject bulletin.ID) ([]bulletin.RevisionID, error) {
	ids, err := collect(ctx, q, scanString[bulletin.RevisionID], `SELECT id FROM revisions WHERE subject = ? ORDER BY number`, subject)
	if err != nil {
		return nil, fmt.Errorf("list the versions of %s: %w", subject, err)
	}
	return ids, nil
}

// differingPairs are those that stand in just one of the two. There are none where
// pages of one make no sense: of these SQLite makes nothing anew.
func differingPairs(ctx context.Context, q querier) ([]pair, error) {
	pairs, err := collect(ctx, q, func(row scanner) (p pair, err error) {
		err = row.Scan((*string)(&p.revision), (*string)(&p.parent))
		return p, err
	}, `SELECT revision, parent FROM parents AS one INDEXED BY sqlite_autoindex_parents_1 WHERE NOT EXISTS (
			SELECT 1 FROM parents AS other INDEXED BY parents_by_parent WHERE other.parent = one.parent AND other.revision = one.revision)
		UNION ALL
		SELECT revision, parent FROM parents AS one INDEXED BY parents_by_parent WHERE NOT EXISTS (
			SELECT 1 FROM parents AS other INDEXED BY sqlite_autoindex_parents_1 WHERE other.revision = one.revision AND other.parent = one.parent)`)
	if isTorn(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("compare the parents with their index: %w", err)
	}
	return pairs, nil
}

// write puts right what was found, in a table of which the indexes are whole.
func (right rightParents) write(ctx context.Context, tx execer) error {
	for _, id := range right.strays {
		if err := clearParents(ctx, tx, id); err != nil {
			return err
		}
	}
	for _, r := range right.proven {
		if err := writeParents(ctx, tx, r); err != nil {
			return err
		}
	}
	return nil
}

// writeParents notes what a version was written over, in place of what stands
// there.
func writeParents(ctx context.Context, tx execer, r bulletin.Revision) error {
	if err := clearParents(ctx, tx, r.ID); err != nil {
		return err
	}
	for _, parent := range r.Parents {
		if _, err := tx.ExecContext(ctx, `INSERT INTO parents (revision, parent) VALUES (?, ?)`, r.ID, parent); err != nil {
			return fmt.Errorf("insert parent of %s: %w", r.ID.Short(), err)
		}
	}
	return nil
}

func clearParents(ctx context.Context, tx execer, id bulletin.RevisionID) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM parents WHERE revision = ?`, id); err != nil {
		return fmt.Errorf("clear the parents of %s: %w", id.Short(), err)
	}
	return nil
}
