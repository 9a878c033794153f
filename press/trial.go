package press

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/storage"
)

// Trial lays an issue out as it would be with other wishes; nothing is stored.
type Trial struct {
	made  *material
	known *layout.Memory
}

// Trial loads an issue to be laid out again and again. What the composer knows
// is used, and what is found out is known to it. Trouble article_missing where
// a story is not in the drafts file.
func (c *Composer) Trial(ctx context.Context, f *storage.File, job Job) (*Trial, error) {
	m, err := loadIssue(ctx, f, job, &c.shelf)
	if err == nil {
		err = m.missing()
	}
	if err != nil {
		return nil, err
	}
	return &Trial{m, &c.known}, nil
}

// Issue is the issue as it is stored.
func (t *Trial) Issue() bulletin.Issue { return *t.made.issue }

// Layout lays the issue out with a change to it. change gets a copy whose
// slots and holes may be written to.
func (t *Trial) Layout(change func(*bulletin.Issue)) (*layout.Document, error) {
	issue, tried := *t.made.issue, *t.made
	issue.Slots, issue.Holes = slices.Clone(issue.Slots), slices.Clone(issue.Holes)
	change(&issue)
	tried.issue = &issue
	return tried.layOut(t.known)
}

// Improve looks for wishes that make the issue better; see layout.Improve.
// What the composer knows is neither used nor changed: pages may be shown
// meanwhile.
func (t *Trial) Improve(ctx context.Context, show func(layout.Trying)) (layout.Improvement, error) {
	found, err := layout.Improve(ctx, *t.made.issue, t.made.pieces(), t.made.style, show)
	if err != nil {
		return found, fmt.Errorf("improve %s: %w", t.made.id, err)
	}
	return found, nil
}
