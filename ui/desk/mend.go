package desk

import (
	"context"
	"reflect"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
)

// Mended is what a fix has changed: an article, or the issue.
type Mended struct {
	Article       bulletin.ID // "" where the issue was mended
	Text, NewText bulletin.Article

	Issue, NewIssue bulletin.Issue
	Heads           []bulletin.RevisionID // of the issue, afterwards
}

// Mend carries out the fix of a finding (see press.Mend) and tells what it has
// changed.
func Mend(ctx context.Context, f *storage.File, job press.Job, finding bulletin.Finding, author string) (Mended, error) {
	switch {
	case finding.Where.Article == "", // of the issue itself
		finding.Fix == bulletin.FixDropStory, finding.Fix == bulletin.FixDropRepeats:
		return mendIssue(ctx, f, job, finding, author)
	}
	before, err := f.Article(ctx, finding.Where.Article)
	if err == nil {
		err = press.Mend(ctx, f, job, finding, author)
	}
	if err != nil {
		return Mended{}, err
	}
	after, err := f.Article(ctx, before.ID)
	return Mended{Article: before.ID, Text: before.Article, NewText: after.Article}, err
}

func mendIssue(ctx context.Context, f *storage.File, job press.Job, finding bulletin.Finding, author string) (Mended, error) {
	before, err := f.Issue(ctx, job.Issue)
	if err == nil {
		err = press.Mend(ctx, f, job, finding, author)
	}
	if err != nil {
		return Mended{}, err
	}
	after, err := f.Issue(ctx, before.ID)
	return Mended{Issue: before.Issue, NewIssue: after.Issue, Heads: after.Heads}, err
}

// PutText makes an article say what it shall, if it still says what it did;
// done is false where somebody has changed it meanwhile.
func PutText(ctx context.Context, f *storage.File, id bulletin.ID, was, shall bulletin.Article, author string) (done bool, err error) {
	now, err := f.Article(ctx, id)
	if err != nil {
		return false, err
	}
	if !reflect.DeepEqual(now.Article, was) {
		return false, nil
	}
	save := storage.Save{Author: author, Reason: bulletin.ReasonRestore, Expected: now.Heads}
	_, err = f.SaveArticle(ctx, id, shall, save)
	return err == nil, err
}
