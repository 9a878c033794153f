package command

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
)

// preflighted is what preflight --json says.
type preflighted struct {
	Profile  string       `json:"profile"`
	Errors   int          `json:"errors"`
	Warnings int          `json:"warnings"`
	Hints    int          `json:"hints"`
	Findings []saidInFull `json:"findings"` // errors first, then by page
}

// saidInFull is a finding with its sentence in the user's language.
type saidInFull struct {
	bulletin.Finding
	Message string `json:"message"`
}

func (p *program) preflightCommand() *cobra.Command {
	var flags target
	cmd := p.command("preflight FILE (--issue ID | --article ID)", p.exactly(1),
		func(cmd *cobra.Command, args []string) error {
			if err := flags.check("preflight_what"); err != nil {
				return err
			}
			return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
				return p.preflight(cmd, f, flags)
			})
		})
	flags.add(cmd, func(key string) string { return p.words.Say("command.preflight.flag."+key, nil) })
	return p.addJSONFlag(cmd)
}

func (p *program) preflight(cmd *cobra.Command, f *storage.File, flags target) error {
	job, err := flags.job(cmd.Context(), f)
	if err != nil {
		return err
	}
	found, err := press.Preflight(cmd.Context(), f, job)
	if err != nil {
		return err
	}
	answer := preflighted{
		Profile: flags.profile, Errors: count(found, bulletin.Error),
		Warnings: count(found, bulletin.Warning), Hints: count(found, bulletin.Hint),
		Findings: p.sayInFull(found),
	}
	places := p.placesIn(cmd.Context(), f, job)
	if err := p.answer(cmd, answer, func() { p.tellPreflight(answer, places) }); err != nil {
		return err
	}
	if answer.Errors > 0 {
		return errTroubleFound
	}
	return nil
}

func (p *program) sayInFull(found []bulletin.Finding) []saidInFull {
	said := make([]saidInFull, len(found))
	for i, finding := range found {
		said[i] = saidInFull{finding, p.words.Finding(finding)}
	}
	return said
}

func (p *program) tellPreflight(answer preflighted, places places) {
	if len(answer.Findings) == 0 {
		p.say("preflight.clean", nil)
		return
	}
	found := make([]bulletin.Finding, len(answer.Findings))
	for i, f := range answer.Findings {
		found[i] = f.Finding
	}
	p.tellPlaced(p.out, found, places)
	p.say("preflight.sum", bulletin.Args{"errors": answer.Errors, "warnings": answer.Warnings, "hints": answer.Hints})
}

func count(found []bulletin.Finding, severity bulletin.Severity) int {
	n := 0
	for _, f := range found {
		if f.Severity == severity {
			n++
		}
	}
	return n
}

// places names where findings are: the stories of what is looked over.
type places map[bulletin.ID]storyNames

type storyNames struct {
	headline string // "" for the pages of one article, which need no telling apart
	photos   translations.Wording
}

// placesIn leaves out what cannot be read: of that findings are told without
// names.
func (p *program) placesIn(ctx context.Context, f *storage.File, job press.Job) places {
	named := places{}
	if job.Issue == "" {
		if a, err := f.WholeArticle(ctx, job.Article); err == nil {
			named[job.Article] = storyNames{photos: p.words.WordingOf(a.Article)}
		}
		return named
	}
	stored, err := f.WholeIssue(ctx, job.Issue)
	if err != nil {
		return named
	}
	for _, slot := range stored.Issue.Slots {
		if a, err := f.WholeArticle(ctx, slot.Article); err == nil {
			named[slot.Article] = storyNames{a.Article.Headline, p.words.WordingOf(a.Article)}
		}
	}
	return named
}

// tellPlaced prints findings where they are, those of one kind about many photos of one story in
// one line: "• Warning, page 3, “headline”, photo 1: …".
func (p *program) tellPlaced(to io.Writer, found []bulletin.Finding, places places) {
	for _, alike := range bulletin.GatherPhotos(found) {
		fmt.Fprintln(to, p.placed(alike, places))
	}
}

// placed is one line of findings.
func (p *program) placed(alike []bulletin.Finding, places places) string {
	say := func(key string, args bulletin.Args) string { return p.words.Say("command.preflight."+key, args) }
	f := alike[0]
	where := []string{say(string(f.Severity), nil)}
	page := func(f bulletin.Finding) string { return say("page", bulletin.Args{"page": f.Where.Page}) }
	if f.Where.Page > 0 && len(alike) == 1 {
		where = append(where, page(f))
	}
	at, known := places[f.Where.Article]
	if at.headline != "" && f.Args["headline"] == nil {
		where = append(where, "“"+short(at.headline)+"”")
	}
	photo := func(f bulletin.Finding) string {
		name := at.photos.Photo(f.Where.Photo)
		if f.Where.Page > 0 && len(alike) > 1 {
			name += " · " + page(f)
		}
		return name
	}
	if !known {
		photo = func(f bulletin.Finding) string { return f.Where.Photo }
	} else if f.Where.Photo != "" && len(alike) == 1 {
		where = append(where, photo(f))
	}
	return "• " + strings.Join(where, ", ") + ": " + p.words.Findings(alike, photo)
}
