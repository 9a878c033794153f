package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
)

// ResolveArticle finds the article, deleted or not, whose ID is prefix or the
// only one to start with it. Troubles: article_missing, id_ambiguous.
func (f *File) ResolveArticle(ctx context.Context, prefix string) (bulletin.ID, error) {
	return f.resolve(ctx, bulletin.SubjectArticle, prefix)
}

// ResolveIssue finds the issue whose ID is prefix or the only one to start
// with it. Troubles: issue_missing, id_ambiguous.
func (f *File) ResolveIssue(ctx context.Context, prefix string) (bulletin.ID, error) {
	return f.resolve(ctx, bulletin.SubjectIssue, prefix)
}

func (f *File) resolve(ctx context.Context, kind bulletin.SubjectKind, prefix string) (bulletin.ID, error) {
	typed := prefix
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	var ids []bulletin.ID
	err := f.reading(ctx, func(q querier) (err error) {
		ids, err = idsFrom(ctx, q, kind, prefix)
		return err
	})
	switch {
	case err != nil:
		return "", fmt.Errorf("find %s %s: %w", kind, typed, err)
	case len(ids) == 0 || prefix == "":
		return "", missing(kind, typed)
	case len(ids) > 1 && !slices.Contains(ids, bulletin.ID(prefix)):
		return "", bulletin.NewTrouble("id_ambiguous", bulletin.Args{
			"id": typed, "first": string(ids[0]), "second": string(ids[1]),
		}, nil)
	}
	return ids[0], nil
}

// idsFrom lists the first IDs that start with prefix; the shortest, which is
// prefix itself where that is an ID, comes first.
func idsFrom(ctx context.Context, q querier, kind bulletin.SubjectKind, prefix string) ([]bulletin.ID, error) {
	return collect(ctx, q, scanString[bulletin.ID],
		`SELECT DISTINCT subject FROM revisions WHERE subject >= ?2 AND subject < ?3 AND kind = ?1 ORDER BY subject LIMIT 2`,
		kind, prefix, prefix+string(utf8.MaxRune))
}
