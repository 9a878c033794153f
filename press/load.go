package press

import (
	"context"
	"fmt"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/preflight"
	"bantin/storage"
)

// material is what a job's pages are made of, as the drafts file has it.
type material struct {
	id            bulletin.ID     // of the article or issue
	issue         *bulletin.Issue // nil for an article
	issueConflict bool
	issueMerged   bool
	issueOlder    bulletin.Args     // see preflight.Input
	stories       []preflight.Story // in the order of the story list
	day           bulletin.Date     // the issue's own, else that of the last change
	style         styles.Style
	stand         preflight.StandIn // for the style that the issue asks for
	law           officeLaw
}

func load(ctx context.Context, f *storage.File, job Job, known *shelf) (*material, error) {
	if job.Issue != "" {
		return loadIssue(ctx, f, job, known)
	}
	return loadArticle(ctx, f, job)
}

func loadArticle(ctx context.Context, f *storage.File, job Job) (*material, error) {
	stored, err := f.WholeArticle(ctx, job.Article)
	if err != nil {
		return nil, err
	}
	style, err := Style(ctx, f, firstOf(job.Style, styles.DefaultArticle))
	if err != nil {
		return nil, err
	}
	law, err := lawIn(ctx, f)
	return &material{
		id: stored.ID, stories: []preflight.Story{storyOf(stored)},
		day: bulletin.DateOf(stored.UpdatedAt), style: style, law: law,
	}, err
}

func loadIssue(ctx context.Context, f *storage.File, job Job, known *shelf) (*material, error) {
	stored, err := f.WholeIssue(ctx, job.Issue)
	if err != nil {
		return nil, err
	}
	style, stand, err := styleOf(ctx, f, job, &stored.Issue)
	if err != nil {
		return nil, err
	}
	law, err := lawIn(ctx, f)
	if err != nil {
		return nil, err
	}
	m := &material{
		id: stored.ID, issue: &stored.Issue, issueConflict: len(stored.Conflicts) > 0, issueMerged: stored.NeedsEye,
		issueOlder: older(stored.Standing), day: stored.Issue.Date, style: style, stand: stand, law: law,
	}
	if m.day.IsZero() {
		m.day = bulletin.DateOf(stored.UpdatedAt)
	}
	ids := make([]bulletin.ID, 0, len(stored.Issue.Slots))
	for _, slot := range stored.Issue.Slots {
		ids = append(ids, slot.Article)
	}
	m.stories, err = known.take(ctx, f, ids)
	for i := range m.stories {
		if written, ok := job.Written[m.stories[i].ID]; ok {
			m.stories[i].Article, m.stories[i].Missing, m.stories[i].Older = written, false, nil
		}
	}
	return m, err
}

// loadStory loads a story of an issue, which may not be in the drafts file, and
// tells the versions that it is made of.
func loadStory(ctx context.Context, f *storage.File, id bulletin.ID) (preflight.Story, []bulletin.RevisionID, error) {
	stored, err := f.WholeArticle(ctx, id)
	switch {
	case bulletin.TroubleKey(err) == "article_missing":
		return preflight.Story{ID: id, Missing: true}, nil, nil
	case err != nil:
		return preflight.Story{}, nil, fmt.Errorf("load story %s: %w", id, err)
	}
	return storyOf(stored), stored.Heads, nil
}

func storyOf(s storage.StoredArticle) preflight.Story {
	return preflight.Story{ID: s.ID, Article: s.Article, Deleted: s.Deleted, Conflict: len(s.Conflicts) > 0, Merged: s.NeedsEye, Older: older(s.Standing)}
}

// older says which version stands for a newest one that cannot be read; nil
// where it can.
func older(s storage.Standing) bulletin.Args {
	if !s.Older {
		return nil
	}
	return bulletin.Args{"time": bulletin.Moment(s.UpdatedAt), "revision": s.Revision.Short()}
}

// missing is the trouble of the first story that is not in the drafts file.
func (m *material) missing() error {
	for _, s := range m.stories {
		if s.Missing {
			return fmt.Errorf("load story %s: %w", s.ID,
				bulletin.NewTrouble("article_missing", bulletin.Args{"id": string(s.ID)}, nil))
		}
	}
	return nil
}

// refuseDeleted is the trouble of exporting an article that was deleted, by
// itself.
func (m *material) refuseDeleted() error {
	if m.issue != nil || !m.stories[0].Deleted {
		return nil
	}
	return bulletin.NewTrouble("export_deleted", bulletin.Args{"headline": m.stories[0].Article.Headline, "id": string(m.id)}, nil)
}

// layOut lays out what is there, with what is known from before; missing
// stories are left out.
func (m *material) layOut(known *layout.Memory) (*layout.Document, error) {
	pieces := m.pieces()
	var doc *layout.Document
	var err error
	if m.issue != nil {
		doc, err = known.Issue(*m.issue, pieces, m.style)
	} else {
		doc, err = layout.Article(pieces[0], m.style)
	}
	if err != nil {
		return nil, fmt.Errorf("lay out %s: %w", m.id, err)
	}
	doc.Date = m.day
	return doc, nil
}

// pieces are the stories that are there. What was deleted is not printed with an
// issue; an article by itself is, so that its last text can be looked at.
func (m *material) pieces() []layout.Piece {
	pieces := make([]layout.Piece, 0, len(m.stories))
	for _, s := range m.stories {
		if !s.Missing && (!s.Deleted || m.issue == nil) {
			pieces = append(pieces, layout.Piece{ID: s.ID, Article: s.Article})
		}
	}
	return pieces
}
