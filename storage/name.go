package storage

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"bantin/bulletin"
)

// nameOf is what people know an article or an issue by, for sentences: its
// headline, or where it has none its first words; of an issue its name and
// number. A sound version is asked first, but for a name a damaged one or the
// list will do; the ID is left where all that is gone.
func nameOf(ctx context.Context, q querier, subject bulletin.ID) string {
	revisions, err := collect(ctx, q, scanRevision, `SELECT `+revisionColumns+`
		FROM revisions WHERE subject = ? AND deleted = 0 AND substr(document, 1, 8) <> 'thinned ' ORDER BY time_ms DESC, id DESC LIMIT 20`, subject)
	if err != nil {
		revisions = readable(ctx, q, subject)
	}
	slices.SortStableFunc(revisions, func(a, b bulletin.Revision) int { return soundness(b) - soundness(a) })
	for _, r := range revisions {
		if name := nameIn(r); name != "" {
			return name
		}
	}
	return listedName(ctx, q, subject)
}

// readable are the newest versions of a subject of which all pages can be read,
// one by one.
func readable(ctx context.Context, q querier, subject bulletin.ID) (some []bulletin.Revision) {
	numbers, err := collect(ctx, q, scanNumber, `SELECT number FROM revisions WHERE subject = ? ORDER BY time_ms DESC LIMIT 20`, subject)
	if err != nil {
		return nil
	}
	for _, number := range numbers {
		r, err := scanRevision(q.QueryRowContext(ctx, `SELECT `+revisionColumns+` FROM revisions WHERE number = ? AND deleted = 0`, number))
		if err == nil && !r.IsThinned() {
			some = append(some, r)
		}
	}
	return some
}

// called are the facts by which damage names an article or an issue: its
// headline, and where that is known nowhere, its ID under "id", too.
func called(subject bulletin.ID, name string) bulletin.Args {
	facts := bulletin.Args{"headline": name}
	if name == string(subject) {
		facts["id"] = name
	}
	return facts
}

func soundness(r bulletin.Revision) int {
	if verify(r) == nil {
		return 1
	}
	return 0
}

func nameIn(r bulletin.Revision) string {
	if r.Kind == bulletin.SubjectIssue {
		var s bulletin.Issue
		if json.Unmarshal(r.Document, &s) != nil {
			return ""
		}
		return strings.TrimSpace(s.Name + " " + s.Number)
	}
	var a bulletin.Article
	if json.Unmarshal(r.Document, &a) != nil {
		return ""
	}
	return articleName(&a)
}

func articleName(a *bulletin.Article) string {
	if headline := strings.TrimSpace(bulletin.Plain(a.Headline)); headline != "" {
		return headline
	}
	text := textOf(a)
	words := strings.Fields(text[inHeadline] + " " + text[inBody])
	const enough = 8
	if len(words) > enough {
		return strings.Join(words[:enough], " ") + "…"
	}
	return strings.Join(words, " ")
}

// listedName is the headline that the list still has, or the ID.
func listedName(ctx context.Context, q querier, subject bulletin.ID) string {
	var headline string
	err := q.QueryRowContext(ctx, `SELECT headline FROM article_list WHERE id = ?`, subject).Scan(&headline)
	if err != nil || headline == "" {
		return string(subject)
	}
	return headline
}
