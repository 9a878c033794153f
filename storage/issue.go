package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// SaveIssue normalises s and writes it as a new revision of the issue id; see
// SaveArticle.
func (f *File) SaveIssue(ctx context.Context, id bulletin.ID, s bulletin.Issue, save Save) (Saved, error) {
	document, err := issueDocument(s)
	if err != nil {
		return Saved{}, fmt.Errorf("save issue %s: %w", id, err)
	}
	if save.Reason == bulletin.ReasonDelete {
		return Saved{}, fmt.Errorf("save issue %s: a text cannot be saved as a deletion", id)
	}
	saved, err := f.save(ctx, bulletin.SubjectIssue, id, document, save)
	if err != nil {
		return Saved{}, fmt.Errorf("save issue %s: %w", id, err)
	}
	return saved, nil
}

// issueDocument normalises a copy: the lists of the caller stay as they are.
func issueDocument(s bulletin.Issue) ([]byte, error) {
	s.Office = cloneOffice(s.Office)
	s.Normalize()
	return bulletin.CanonicalJSON(s)
}

func cloneOffice(o bulletin.Office) bulletin.Office {
	o.Parents, o.Sections, o.Authors = slices.Clone(o.Parents), slices.Clone(o.Sections), slices.Clone(o.Authors)
	return o
}

// DeleteIssue writes a deletion as a new revision; the articles stay. See
// DeleteArticle.
func (f *File) DeleteIssue(ctx context.Context, id bulletin.ID, s Save) (Saved, error) {
	saved, err := f.delete(ctx, bulletin.SubjectIssue, id, s)
	if err != nil {
		return Saved{}, fmt.Errorf("delete issue %s: %w", id, err)
	}
	return saved, nil
}

// Issue loads one issue; see Article. Troubles: issue_missing; newest_damaged
// and revision_damaged (IsUnread).
func (f *File) Issue(ctx context.Context, id bulletin.ID) (StoredIssue, error) {
	var s StoredIssue
	err := f.reading(ctx, func(q querier) (err error) {
		s, err = issueAs(ctx, q, id, sided)
		return leadBack(ctx, q, bulletin.SubjectIssue, id, err)
	})
	if err != nil {
		return StoredIssue{}, fmt.Errorf("load issue %s: %w", id, err)
	}
	return s, nil
}

// loadIssue is issueAs for who does not tell of conflicts.
func loadIssue(ctx context.Context, q querier, id bulletin.ID) (StoredIssue, error) {
	return issueAs(ctx, q, id, unsided)
}

func issueAs(ctx context.Context, q querier, id bulletin.ID, as siding) (stored StoredIssue, err error) {
	var document []byte
	if stored.Standing, document, err = stand(ctx, q, bulletin.SubjectIssue, id, as); err == nil {
		stored.Issue, err = readIssue(document)
	}
	return stored, err
}

func readIssue(document []byte) (bulletin.Issue, error) {
	var s bulletin.Issue
	if err := bulletin.ReadJSON(document, &s); err != nil {
		return s, fmt.Errorf("read the issue's JSON: %w", err)
	}
	s.Normalize()
	return s, nil
}

// Issues lists the issues that are not deleted, the one changed last first.
// One that cannot be read is left out: Unlisted names it.
func (f *File) Issues(ctx context.Context) ([]StoredIssue, error) {
	standing, _, err := f.AllIssues(ctx)
	return standing, err
}

// DeletedIssues lists the issues that are deleted, each with its last text, the
// one deleted last first. Saving a text over one brings it back.
func (f *File) DeletedIssues(ctx context.Context) ([]StoredIssue, error) {
	_, deleted, err := f.AllIssues(ctx)
	return deleted, err
}

// AllIssues are Issues and DeletedIssues in one reading.
func (f *File) AllIssues(ctx context.Context) (standing, deleted []StoredIssue, err error) {
	var all []StoredIssue
	err = f.reading(ctx, func(q querier) (err error) {
		all, _, err = f.loadIssues(ctx, q)
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("list issues: %w", err)
	}
	for _, s := range all {
		if s.Deleted {
			deleted = append(deleted, s)
		} else {
			standing = append(standing, s)
		}
	}
	return standing, deleted, nil
}

// loadIssues loads all issues, the one changed last first, and names those that
// cannot be read.
func (f *File) loadIssues(ctx context.Context, q querier) (all []StoredIssue, left []Damage, err error) {
	subjects, err := issuesAmong(ctx, q, !f.ReadOnly())
	if err != nil {
		return nil, nil, err
	}
	all = make([]StoredIssue, 0, len(subjects))
	for _, x := range subjects {
		s, err := loadIssue(ctx, q, x.id)
		switch {
		case isTorn(err), isHurt(err):
			left = append(left, unlisted(ctx, q, bulletin.SubjectIssue, x.id))
		case err != nil:
			return nil, nil, err
		default:
			if s.Hurt {
				left = append(left, partly(ctx, q, x.id))
			}
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b StoredIssue) int { return b.UpdatedAt.Compare(a.UpdatedAt) })
	return all, left, nil
}
