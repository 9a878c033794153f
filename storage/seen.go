package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
)

// ArticleSeen is the article as it read to somebody who had only these
// versions of it before them: one as it is, several merged as Article merges
// them. Troubles: article_missing, revision_missing, revision_damaged,
// revision_thinned, revision_is_deletion.
func (f *File) ArticleSeen(ctx context.Context, id bulletin.ID, versions []bulletin.RevisionID) (bulletin.Article, error) {
	document, err := f.seen(ctx, bulletin.SubjectArticle, id, versions)
	if err != nil {
		return bulletin.Article{}, fmt.Errorf("load article %s: %w", id, err)
	}
	return readArticle(document)
}

// IssueSeen is ArticleSeen for an issue.
func (f *File) IssueSeen(ctx context.Context, id bulletin.ID, versions []bulletin.RevisionID) (bulletin.Issue, error) {
	document, err := f.seen(ctx, bulletin.SubjectIssue, id, versions)
	if err != nil {
		return bulletin.Issue{}, fmt.Errorf("load issue %s: %w", id, err)
	}
	return readIssue(document)
}

func (f *File) seen(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, versions []bulletin.RevisionID) ([]byte, error) {
	v, err := f.merged(ctx, kind, id, versions, nil)
	if err == nil && v.Document == nil {
		err = bulletin.NewTrouble("revision_is_deletion", bulletin.Args{"revision": versions[0].Short()}, nil)
	}
	return v.Document, err
}
