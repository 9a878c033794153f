package press

import (
	"context"
	"slices"

	"bantin/bulletin"
	"bantin/storage"
)

// Mend carries out the fix of a finding that Preflight made of the job and
// stores it as a revision by author. Troubles: fix_gone where the place that
// the finding names is no longer as it was, and those of saving.
func Mend(ctx context.Context, f *storage.File, job Job, finding bulletin.Finding, author string) error {
	save := storage.Save{Author: author, Reason: bulletin.ReasonMend}
	switch finding.Fix {
	case bulletin.FixEvenPages:
		return evenPages(ctx, f, job.Issue, finding, save)
	case bulletin.FixDropWish:
		return dropWish(ctx, f, job.Issue, finding, save)
	case bulletin.FixDropStory, bulletin.FixDropRepeats:
		return mendIssue(ctx, f, job.Issue, finding, save)
	case bulletin.FixApprove:
		return approve(ctx, f, finding, save)
	case bulletin.FixSmallerPhoto, bulletin.FixDropFrame:
		return mendPhoto(ctx, f, finding, save)
	}
	return fixGone(finding)
}

func fixGone(finding bulletin.Finding) error {
	return bulletin.NewTrouble("fix_gone", bulletin.Args{"rule": finding.Rule}, nil)
}

// mendIssue saves over what it read; conflicts between versions stay open.
func mendIssue(ctx context.Context, f *storage.File, id bulletin.ID, finding bulletin.Finding, save storage.Save) error {
	stored, err := f.Issue(ctx, id)
	if err != nil {
		return err
	}
	kept := finding.Fix == bulletin.FixDropRepeats
	issue := stored.Issue
	before := len(issue.Slots)
	issue.Slots = slices.DeleteFunc(slices.Clone(issue.Slots), func(s bulletin.Slot) bool {
		if s.Article != finding.Where.Article {
			return false
		}
		first := kept
		kept = false
		return !first
	})
	if len(issue.Slots) == before {
		return fixGone(finding)
	}
	save.Expected = stored.Heads
	_, err = f.SaveIssue(ctx, id, issue, save)
	return err
}

// evenPages wishes the issue a number of pages that fills folded sheets.
func evenPages(ctx context.Context, f *storage.File, id bulletin.ID, finding bulletin.Finding, save storage.Save) error {
	stored, err := f.Issue(ctx, id)
	if err != nil {
		return err
	}
	const sheet = 4
	if stored.Issue.PageMultiple == sheet {
		return fixGone(finding)
	}
	issue := stored.Issue
	issue.PageMultiple = sheet
	save.Expected = stored.Heads
	_, err = f.SaveIssue(ctx, id, issue, save)
	return err
}

func mendPhoto(ctx context.Context, f *storage.File, finding bulletin.Finding, save storage.Save) error {
	stored, err := f.Article(ctx, finding.Where.Article)
	if err != nil {
		return err
	}
	article, id := stored.Article.Clone(), finding.Where.Photo
	photo := article.PhotoByID(id)
	if photo == nil {
		return fixGone(finding)
	}
	if finding.Fix == bulletin.FixDropFrame {
		if !photo.IsEmptyFrame() {
			return fixGone(finding)
		}
		article.Photos = slices.DeleteFunc(article.Photos, func(p bulletin.Photo) bool { return p.ID == id })
		article.Body = slices.DeleteFunc(article.Body, func(b bulletin.Block) bool {
			return b.Kind == bulletin.PhotoAnchor && b.Photo == id
		})
	} else if size, ok := sizeOf(finding); !ok || size == photo.Size {
		return fixGone(finding)
	} else {
		photo.Size = size
	}
	save.Expected = stored.Heads
	_, err = f.SaveArticle(ctx, stored.ID, article, save)
	return err
}

// approve approves a story, unless it was approved meanwhile or what it says has
// still to be chosen or looked over.
func approve(ctx context.Context, f *storage.File, finding bulletin.Finding, save storage.Save) error {
	stored, err := f.Article(ctx, finding.Where.Article)
	if err != nil {
		return err
	}
	done := stored.Article.Status == bulletin.Approved || stored.Article.Status == bulletin.Published
	if done || stored.Deleted || len(stored.Conflicts) > 0 || stored.NeedsEye {
		return fixGone(finding)
	}
	article := stored.Article.Clone()
	article.Status, save.Expected = bulletin.Approved, stored.Heads
	_, err = f.SaveArticle(ctx, stored.ID, article, save)
	return err
}

// sizeOf is the size that a finding proposes for its photo.
func sizeOf(finding bulletin.Finding) (bulletin.SizeWish, bool) {
	name, _ := finding.Args["size"].(string)
	size := bulletin.SizeWish(name)
	return size, size == bulletin.SizeColumn || size == bulletin.SizeSmall
}
