package desk

import (
	"context"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
)

// Undo takes back something that was done.
type Undo func(context.Context) error

// Mend carries out the fix of a finding (see press.Mend) and gives back what
// undoes it.
func Mend(ctx context.Context, f *storage.File, job press.Job, finding bulletin.Finding, author string) (Undo, error) {
	switch {
	case finding.Where.Article == "", // of the issue itself
		finding.Fix == bulletin.FixDropStory, finding.Fix == bulletin.FixDropRepeats:
		return mendIssue(ctx, f, job, finding, author)
	}
	before, err := f.Article(ctx, finding.Where.Article)
	if err != nil {
		return nil, err
	}
	if err := press.Mend(ctx, f, job, finding, author); err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		now, err := f.Article(ctx, before.ID)
		if err != nil {
			return err
		}
		_, err = f.SaveArticle(ctx, before.ID, before.Article, takenBack(author, now.Revision))
		return err
	}, nil
}

func mendIssue(ctx context.Context, f *storage.File, job press.Job, finding bulletin.Finding, author string) (Undo, error) {
	before, err := f.Issue(ctx, job.Issue)
	if err != nil {
		return nil, err
	}
	if err := press.Mend(ctx, f, job, finding, author); err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		now, err := f.Issue(ctx, before.ID)
		if err != nil {
			return err
		}
		_, err = f.SaveIssue(ctx, before.ID, before.Issue, takenBack(author, now.Revision))
		return err
	}, nil
}

func takenBack(author string, seen bulletin.RevisionID) storage.Save {
	return storage.Save{Author: author, Reason: bulletin.ReasonRestore, Expected: []bulletin.RevisionID{seen}}
}
