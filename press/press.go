// Package press brings the drafts file and the pages together: it loads an
// article or an issue, lays it out in a house style and writes it as PDF or as
// pictures. The command line and the desk both print through it, so that they
// give the same pages.
package press

import (
	"context"
	"fmt"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/storage"
)

// Job is one thing to print: an article or an issue, never both.
type Job struct {
	Article bulletin.ID
	Issue   bulletin.ID
	Style   string      // house style by name; "" takes the issue's own, or the default
	Profile pdf.Profile // "" is pdf.Print
}

// Layout loads what the job names and lays it out.
func Layout(ctx context.Context, f *storage.File, job Job) (*layout.Document, error) {
	if job.Issue != "" {
		return layoutIssue(ctx, f, job)
	}
	return layoutArticle(ctx, f, job)
}

func layoutArticle(ctx context.Context, f *storage.File, job Job) (*layout.Document, error) {
	stored, err := f.Article(ctx, job.Article)
	if err != nil {
		return nil, err
	}
	style, err := styles.ByName(firstOf(job.Style, styles.DefaultArticle))
	if err != nil {
		return nil, err
	}
	doc, err := layout.Article(layout.Piece{ID: stored.ID, Article: stored.Article}, style)
	if err != nil {
		return nil, fmt.Errorf("lay out article %s: %w", stored.ID, err)
	}
	doc.Date = bulletin.DateOf(stored.UpdatedAt)
	return doc, nil
}

func layoutIssue(ctx context.Context, f *storage.File, job Job) (*layout.Document, error) {
	stored, err := f.Issue(ctx, job.Issue)
	if err != nil {
		return nil, err
	}
	pieces, err := pieces(ctx, f, stored.Issue)
	if err != nil {
		return nil, err
	}
	style, err := styles.ByName(firstOf(job.Style, stored.Issue.Style, styles.DefaultIssue))
	if err != nil {
		return nil, err
	}
	doc, err := layout.Issue(stored.Issue, pieces, style)
	if err != nil {
		return nil, fmt.Errorf("lay out issue %s: %w", stored.ID, err)
	}
	if doc.Date = stored.Issue.Date; doc.Date.IsZero() {
		doc.Date = bulletin.DateOf(stored.UpdatedAt)
	}
	return doc, nil
}

// pieces loads the stories of an issue in the order of its story list.
func pieces(ctx context.Context, f *storage.File, issue bulletin.Issue) ([]layout.Piece, error) {
	out := make([]layout.Piece, 0, len(issue.Slots))
	for _, slot := range issue.Slots {
		stored, err := f.Article(ctx, slot.Article)
		if err != nil {
			return nil, fmt.Errorf("load story %s: %w", slot.Article, err)
		}
		out = append(out, layout.Piece{ID: stored.ID, Article: stored.Article})
	}
	return out, nil
}

// Photos gives the painters the photos of a drafts file.
func Photos(ctx context.Context, f *storage.File) layout.PhotoSource {
	return func(sha256 string) ([]byte, error) { return f.PrintPhoto(ctx, sha256) }
}

// firstOf gives the first that is not empty.
func firstOf(names ...string) string {
	for _, name := range names {
		if name != "" {
			return name
		}
	}
	return ""
}
