package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
	"bantin/storage"
)

// improved is what issue improve --json says. Badness is in blank lines of one
// column, as in export --json.
type improved struct {
	ID            bulletin.ID         `json:"id"`
	Revision      bulletin.RevisionID `json:"revision"` // as it is now
	Saved         bool                `json:"saved"`
	Wishes        []foundWish         `json:"wishes"`
	BadnessBefore float64             `json:"badness_before"`
	BadnessAfter  float64             `json:"badness_after"`
	PagesBefore   int                 `json:"pages_before"`
	PagesAfter    int                 `json:"pages_after"`
	Tries         int                 `json:"tries"`
}

// foundWish is a wish by the names of issue edit.
type foundWish struct {
	Article      bulletin.ID           `json:"article"`
	Headline     string                `json:"headline"`
	Columns      int                   `json:"columns,omitempty"`
	HeadlineSize bulletin.HeadlineWish `json:"headline_size,omitempty"`
	PhotoSize    bulletin.SizeWish     `json:"photo_size,omitempty"`
}

// issueImprove looks for wishes that make an issue better, and saves them.
func (p *program) issueImprove() *cobra.Command {
	var style string
	var dry bool
	cmd := p.sub("improve FILE ID", 2, func(cmd *cobra.Command, args []string) error {
		within := p.withFile
		if dry {
			within = withReadOnly
		}
		return within(cmd.Context(), args[0], func(f *storage.File) error {
			id, err := f.ResolveIssue(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			return p.improve(cmd, f, press.Job{Issue: id, Style: style}, dry)
		})
	})
	say := func(key string) string { return p.words.Say("command.issue_improve.flag."+key, nil) }
	cmd.Flags().StringVar(&style, "style", "", say("style"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, say("dry_run"))
	return p.addJSONFlag(cmd)
}

func (p *program) improve(cmd *cobra.Command, f *storage.File, job press.Job, dry bool) error {
	stored, err := f.Issue(cmd.Context(), job.Issue)
	if err != nil {
		return err
	}
	var c press.Composer
	trial, err := c.Trial(cmd.Context(), f, job)
	if err != nil {
		return err
	}
	show, end := p.progress("improve")
	found, err := trial.Improve(cmd.Context(), func(t layout.Trying) { show(t.Tries, t.Of) })
	end()
	if err == nil {
		err = cmd.Context().Err() // who breaks off a command wants nothing saved
	}
	if err != nil {
		return err
	}
	answer := improved{
		ID: job.Issue, Revision: stored.Revision, Wishes: wishesFound(cmd, f, found),
		BadnessBefore: found.Before.Lines(), BadnessAfter: found.After.Lines(),
		PagesBefore: found.Pages[0], PagesAfter: found.Pages[1], Tries: found.Tries,
	}
	heads := 1
	if !dry && len(found.Wishes) > 0 {
		saved, err := f.SaveIssue(cmd.Context(), job.Issue, withWishes(stored.Issue, found.Wishes),
			storage.Save{Author: author(cmd.Context(), f), Reason: bulletin.ReasonSave, Expected: stored.Heads})
		if err != nil {
			return err
		}
		answer.Revision, answer.Saved, heads = saved.Revision, true, len(saved.Heads)
	}
	if err := p.answer(cmd, answer, func() { p.tellImproved(answer, dry) }); err != nil {
		return err
	}
	if heads > 1 {
		fmt.Fprintln(p.err, p.words.Say("command.issue_edit.open", bulletin.Args{"id": job.Issue, "revision": answer.Revision.Short()}))
		return errTroubleFound
	}
	return nil
}

func withWishes(issue bulletin.Issue, wishes []layout.Wish) bulletin.Issue {
	issue.Slots = slices.Clone(issue.Slots)
	for _, w := range wishes {
		for i := range issue.Slots {
			if issue.Slots[i].Article == w.Article {
				w.Of(&issue.Slots[i])
			}
		}
	}
	return issue
}

func wishesFound(cmd *cobra.Command, f *storage.File, found layout.Improvement) []foundWish {
	all := make([]foundWish, len(found.Wishes))
	for i, w := range found.Wishes {
		all[i] = foundWish{Article: w.Article, Columns: w.Columns, HeadlineSize: w.Headline, PhotoSize: w.Photo}
		if a, err := f.Article(cmd.Context(), w.Article); err == nil {
			all[i].Headline = a.Article.Headline
		}
	}
	return all
}

func (p *program) tellImproved(answer improved, dry bool) {
	if len(answer.Wishes) == 0 {
		p.say("issue_improve.none", nil)
		return
	}
	p.say("issue_improve.gained", bulletin.Args{
		"pages": answer.PagesAfter, "pages_before": answer.PagesBefore,
		"lines": p.words.Fixed(answer.BadnessAfter, 0), "lines_before": p.words.Fixed(answer.BadnessBefore, 0),
	})
	for _, w := range answer.Wishes {
		fmt.Fprintln(p.out, "• "+cmp.Or(strings.TrimSpace(w.Headline), string(w.Article))+": "+p.words.Wish(w.Columns, w.HeadlineSize, w.PhotoSize))
	}
	if dry {
		p.say("issue_improve.dry", nil)
		return
	}
	p.say("issue_edit.done", bulletin.Args{"id": answer.ID, "revision": answer.Revision.Short()})
}
