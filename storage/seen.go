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
	v, err := f.merged(ctx, bulletin.SubjectArticle, id, versions, nil)
	if err != nil {
		return bulletin.Article{}, fmt.Errorf("load article %s: %w", id, err)
	}
	if v.Document == nil {
		return bulletin.Article{}, bulletin.NewTrouble("revision_is_deletion", bulletin.Args{"revision": versions[0].Short()}, nil)
	}
	return readArticle(v.Document)
}
