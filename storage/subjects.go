package storage

import (
	"context"

	"bantin/bulletin"
)

// subjectsWritten lists all articles and issues by their revisions: by those of
// the table or, where pages of that are torn, by those of an index. It fails where
// pages of both are, for then nobody can tell what there was.
func subjectsWritten(ctx context.Context, q querier) (all []subject, err error) {
	trees, err := tornTrees(ctx, q, "revisions")
	if err != nil {
		return nil, err
	}
	if trees["revisions"] == "" {
		return collect(ctx, q, scanSubject, `SELECT DISTINCT kind, subject FROM revisions NOT INDEXED`)
	}
	if trees["revisions_by_subject"] != "" {
		return nil, tornError{"revisions", trees["revisions"]}
	}
	ids, err := collect(ctx, q, scanString[bulletin.ID], `SELECT DISTINCT subject FROM revisions INDEXED BY revisions_by_subject`)
	for _, id := range ids {
		all = append(all, subject{kindOf(ctx, q, id), id})
	}
	return all, err
}

// kindOf tells an issue by any of its rows, or its stories, that can be read.
func kindOf(ctx context.Context, q querier, id bulletin.ID) bulletin.SubjectKind {
	for _, query := range []string{
		`SELECT 1 FROM heads WHERE subject = ? AND kind = 'issue'`,
		`SELECT 1 FROM revisions WHERE subject = ? AND kind = 'issue' LIMIT 1`,
		`SELECT 1 FROM issue_stories WHERE issue = ? LIMIT 1`,
	} {
		if is, err := has(ctx, q, query, id); err == nil && is {
			return bulletin.SubjectIssue
		}
	}
	return bulletin.SubjectArticle
}
