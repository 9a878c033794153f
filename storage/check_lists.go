package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin"
)

// article checks what hangs on an article as it is shown: its photos, its line
// of the list and what search knows of it.
func (c *check) article(ctx context.Context, q querier, id string) error {
	sound, err := c.heads(ctx, q, bulletin.SubjectArticle, bulletin.ID(id))
	if err != nil || !sound {
		return err
	}
	a, err := loadArticle(ctx, q, bulletin.ID(id))
	switch bulletin.TroubleKey(err) {
	case "revision_damaged", "revision_missing", "article_missing": // found before
		return nil
	}
	if err != nil {
		return err
	}
	for _, p := range a.Article.Photos {
		if err := c.shownPhoto(ctx, q, a, p); err != nil {
			return err
		}
	}
	if c.hurt.has(a.ID) {
		return nil
	}
	right, err := c.isListed(ctx, q, a)
	if err == nil && !right {
		c.outdated(ctx, q, bulletin.SubjectArticle, a.ID)
	}
	return err
}

// issue checks the stories of an issue.
func (c *check) issue(ctx context.Context, q querier, id string) error {
	sound, err := c.heads(ctx, q, bulletin.SubjectIssue, bulletin.ID(id))
	if err != nil || !sound || c.hurt.has(bulletin.ID(id)) {
		return err
	}
	s, err := loadIssue(ctx, q, bulletin.ID(id))
	if err != nil {
		return err
	}
	have, err := collect(ctx, q, scanString[string],
		`SELECT position || ' ' || article FROM issue_stories WHERE issue = ? ORDER BY position`, id)
	if err != nil {
		return err
	}
	var want []string
	for i, slot := range s.Issue.Slots {
		want = append(want, fmt.Sprintf("%d %s", i, slot.Article))
	}
	if !slices.Equal(have, want) {
		c.outdated(ctx, q, bulletin.SubjectIssue, s.ID)
	}
	return nil
}

// heads compares the heads of a subject with its revisions; false where there
// is nothing to go on with.
func (c *check) heads(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) (sound bool, err error) {
	known, err := has(ctx, q, `SELECT 1 FROM revisions WHERE subject = ?`, id)
	if err != nil {
		return false, err
	}
	if !known {
		c.add(DamageText, string(id), called(id, nameOf(ctx, q, id)))
		return false, nil
	}
	if c.hurt.has(id) {
		return true, nil
	}
	have, err := notedHeads(ctx, q, kind, id)
	if err != nil {
		return false, err
	}
	want, err := derivedHeads(ctx, q, kind, id)
	if err != nil {
		return false, err
	}
	if len(want) == 0 || !slices.Equal(idsOfHeads(have), want) || !new(rowHash).areRight(subject{kind, id}, have) {
		c.outdated(ctx, q, kind, id)
		return false, nil
	}
	return true, nil
}

// outdated adds a finding about what is derived of a sound subject.
func (c *check) outdated(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) {
	damage := DamageIndex
	if kind == bulletin.SubjectIssue {
		damage = DamageIssueIndex
	}
	c.add(damage, string(id), bulletin.Args{"headline": nameOf(ctx, q, id)})
}

// isListed compares all that is derived of an article with what it is derived
// from, and leaves what the search index should say of it for search.
func (c *check) isListed(ctx context.Context, q querier, a StoredArticle) (bool, error) {
	have, text, right, err := listedAs(ctx, q, a)
	if err != nil || !right {
		return false, err
	}
	return true, c.expect(ctx, q, &have, text)
}

// isFound makes sure that search finds every part of a text in its place.
func isFound(ctx context.Context, q querier, number int64, text searchText) (bool, error) {
	folded := text.folded()
	for i, name := range columnNames {
		for _, phrase := range phrasesOf(folded[i]) {
			known, err := isPhrase(ctx, q, number, name, phrase)
			if err != nil || !known {
				return false, err
			}
		}
	}
	return true, nil
}

// phrasesOf takes a text apart into phrases in which no word stands twice: each
// word of a phrase costs memory, and a phrase of one word again and again would
// be compared at each of its places with each of the others. A phrase that was
// asked for is not asked for again.
func phrasesOf(text string) (phrases []string) {
	const most = 200
	known, within := map[string]bool{}, map[string]bool{}
	var phrase []string
	end := func() {
		if whole := strings.Join(phrase, " "); whole != "" && !known[whole] {
			known[whole] = true
			phrases = append(phrases, whole)
		}
		phrase = nil
		clear(within)
	}
	for word := range strings.FieldsFuncSeq(text, isGap) {
		if within[word] || len(phrase) == most {
			end()
		}
		within[word] = true
		phrase = append(phrase, word)
	}
	end()
	return phrases
}

// isPhrase asks the index for a piece of text, which its own tokenizer takes
// apart as it did the whole. Whether other letters than plain ones make a word
// is a matter between versions of Unicode; text without any is passed over.
func isPhrase(ctx context.Context, q querier, number int64, column, text string) (bool, error) {
	if !strings.ContainsAny(text, "abcdefghijklmnopqrstuvwxyz0123456789") {
		return true, nil
	}
	quoted := `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	return has(ctx, q, `SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?`, column+" : "+quoted, number)
}

// isGap reports white space, and NUL, which would end a query.
func isGap(r rune) bool { return r == 0 || unicode.IsSpace(r) }
