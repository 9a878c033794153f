package command

import (
	"context"

	"github.com/spf13/cobra"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/export/pdf"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
)

// target are the flags that say which pages are meant, of export and
// preflight.
type target struct{ article, issue, profile, style, rules string }

// add gives a command the flags; say tells what each is for.
func (t *target) add(cmd *cobra.Command, say func(key string) string) {
	set := cmd.Flags()
	set.StringVar(&t.article, "article", "", say("article"))
	set.StringVar(&t.issue, "issue", "", say("issue"))
	set.StringVar(&t.profile, "profile", string(pdf.Print), say("profile"))
	set.StringVar(&t.style, "style", "", say("style"))
	set.StringVar(&t.rules, "rules", "", say("rules"))
}

// check refuses what cannot be meant; what is the trouble of naming no pages,
// or two kinds.
func (t *target) check(what string) error {
	profile := pdf.Profile(t.profile)
	switch {
	case (t.article == "") == (t.issue == ""):
		return bulletin.NewTrouble(what, nil, nil)
	case profile != pdf.Print && profile != pdf.Office && profile != pdf.Screen:
		return bulletin.NewTrouble("profile_unknown", bulletin.Args{"profile": t.profile}, nil)
	}
	return nil
}

func (t *target) job(ctx context.Context, f *storage.File) (press.Job, error) {
	job := press.Job{Style: t.style, Profile: pdf.Profile(t.profile)}
	if t.rules != "" {
		raw, err := reception.Read(t.rules)
		if err != nil {
			return job, err
		}
		set, err := rules.Parse(t.rules, raw)
		if err != nil {
			return job, err
		}
		job.Rules = []rules.Set{set}
	}
	var err error
	if t.issue != "" {
		job.Issue, err = f.ResolveIssue(ctx, t.issue)
	} else {
		job.Article, err = f.ResolveArticle(ctx, t.article)
	}
	return job, err
}
