package command

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// shownIssue is what issue show --json and issue list --json say.
type shownIssue struct {
	ID       bulletin.ID         `json:"id"`
	Revision bulletin.RevisionID `json:"revision"`
	bulletin.Issue
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`

	Heads     []bulletin.RevisionID `json:"heads"`
	Conflicts []openConflict        `json:"conflicts"`
	NeedsEye  bool                  `json:"needs_eye"`
}

func showIssue(cmd *cobra.Command, f *storage.File, s storage.StoredIssue) (shownIssue, error) {
	open, err := authored(cmd, f, subject{id: s.ID, heads: s.Heads, ours: s.Revision}, s.Conflicts)
	return shownIssue{s.ID, s.Revision, s.Issue, s.CreatedAt, s.UpdatedAt, s.Heads, open, s.NeedsEye}, err
}

func (p *program) issueCommand() *cobra.Command {
	cmd := p.command("issue COMMAND", nil, func(cmd *cobra.Command, _ []string) error { return wrongUse(cmd) })
	cmd.AddCommand(p.issueNew(), p.issueList(), p.issueShow(), p.issueEdit(), p.issueImprove())
	return cmd
}

// sub is subcommand for those of issue.
func (p *program) sub(use string, n int, run func(cmd *cobra.Command, args []string) error) *cobra.Command {
	name, _, _ := strings.Cut(use, " ")
	return p.subcommand("command.issue_"+name, use, p.exactly(n), run)
}

func (p *program) issueNew() *cobra.Command {
	var flags newIssue
	cmd := p.sub("new FILE (--from FILE.toml | --articles ID,…)", 1, func(cmd *cobra.Command, args []string) error {
		given, day, err := flags.read()
		if err != nil {
			return err
		}
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			office, err := f.Office(cmd.Context())
			if err != nil {
				return err
			}
			issue := office.NewIssue("", "", bulletin.Date{})
			if err := given.over(&issue); err != nil {
				return err
			}
			flags.over(&issue, day)
			if issue.Style == "" {
				issue.Style = styles.NewIssue
			}
			id, err := makeIssue(cmd, f, &issue)
			if err != nil {
				return err
			}
			return p.answer(cmd, map[string]any{"id": id}, func() {
				p.say("issue_new.done", bulletin.Args{"id": id, "stories": len(issue.Slots)})
				p.tellDeleted(cmd, f, issue)
			})
		})
	})
	say := func(key string) string { return p.words.Say("command.issue_new.flag."+key, nil) }
	cmd.Flags().StringVar(&flags.from, "from", "", say("from"))
	cmd.Flags().StringSliceVar(&flags.articles, "articles", nil, say("articles"))
	cmd.Flags().StringVar(&flags.number, "number", "", say("number"))
	cmd.Flags().StringVar(&flags.name, "name", "", say("name"))
	cmd.Flags().StringVar(&flags.date, "date", "", say("date"))
	return p.addJSONFlag(cmd)
}

// tellDeleted says which stories of an issue were deleted: the pages leave them
// out. What cannot be read is told where it is wanted.
func (p *program) tellDeleted(cmd *cobra.Command, f *storage.File, issue bulletin.Issue) {
	for _, slot := range issue.Slots {
		if a, err := f.WholeArticle(cmd.Context(), slot.Article); err == nil && a.Deleted {
			fmt.Fprintln(p.err, "• "+p.words.Say("finding.story_deleted", bulletin.Args{"headline": a.Article.Headline}))
		}
	}
}

// newIssue is the flags of issue new. What they say goes before what the file
// says; articles come after its stories.
type newIssue struct {
	from               string
	articles           []string
	number, name, date string
}

func (n *newIssue) read() (given issueFile, day bulletin.Date, err error) {
	if n.from != "" {
		if given, err = readIssueFile(n.from); err != nil {
			return given, day, err
		}
	}
	day, err = bulletin.ParseDate(n.date)
	return given, day, err
}

func (n *newIssue) over(issue *bulletin.Issue, day bulletin.Date) {
	if n.number != "" {
		issue.Number = n.number
	}
	if n.name != "" {
		issue.Name = n.name
	}
	if !day.IsZero() {
		issue.Date = day
	}
	for _, prefix := range n.articles {
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: bulletin.ID(prefix)})
	}
}

// makeIssue stores an issue.
func makeIssue(cmd *cobra.Command, f *storage.File, issue *bulletin.Issue) (bulletin.ID, error) {
	if err := settleSlots(cmd, f, issue, ""); err != nil {
		return "", err
	}
	id := bulletin.NewID()
	_, err := f.SaveIssue(cmd.Context(), id, *issue, storage.Save{Author: author(cmd.Context(), f), Reason: bulletin.ReasonSave})
	return id, err
}

func (p *program) issueList() *cobra.Command {
	cmd := p.sub("list FILE", 1, func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			issues, err := f.Issues(cmd.Context())
			if err != nil {
				return err
			}
			rows := make([]shownIssue, len(issues))
			for i, s := range issues {
				if rows[i], err = showIssue(cmd, f, s); err != nil {
					return err
				}
			}
			if err := p.answer(cmd, rows, func() { p.tellIssues(rows) }); err != nil {
				return err
			}
			return p.tellUnlisted(cmd, f)
		})
	})
	return p.addJSONFlag(cmd)
}

func (p *program) tellIssues(rows []shownIssue) {
	if len(rows) == 0 {
		p.say("issue_list.none", nil)
	}
	for _, r := range rows {
		fmt.Fprintln(p.out, p.issueRow(r))
	}
}

// issueRow is an issue in one line; what it does not have is left out.
func (p *program) issueRow(r shownIssue) string {
	parts := []string{r.Name}
	if r.Number != "" {
		parts = append(parts, p.words.Say("command.issue_list.number", bulletin.Args{"number": r.Number}))
	}
	if !r.Date.IsZero() {
		parts = append(parts, r.Date.Short())
	}
	parts = append(parts, p.words.Say("command.issue_list.stories", bulletin.Args{"stories": len(r.Slots)}))
	parts = append(parts, p.openIn(r))
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return string(r.ID) + "  " + strings.Join(parts, " · ")
}

// openIn says what a person has still to do about an issue, "" for nothing.
func (p *program) openIn(r shownIssue) string {
	deletion := slices.ContainsFunc(r.Conflicts, func(c openConflict) bool { return c.Field == merge.FieldDeleted })
	switch {
	case deletion:
		return p.words.Say("command.issue_list.deletion", nil)
	case len(r.Conflicts) > 0:
		return p.words.Say("command.list.conflict", bulletin.Args{"n": len(r.Conflicts)})
	case r.NeedsEye:
		return p.words.Say("command.list.needs_eye", nil)
	}
	return ""
}

func (p *program) issueShow() *cobra.Command {
	cmd := p.sub("show FILE ID", 2, func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			id, err := f.ResolveIssue(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			stored, err := f.WholeIssue(cmd.Context(), id)
			if err != nil {
				return err
			}
			headlines, unread, err := p.headlines(cmd, f, stored.Issue)
			if err != nil {
				return err
			}
			answer, err := showIssue(cmd, f, stored)
			if err != nil {
				return err
			}
			err = p.answer(cmd, answer, func() {
				p.tellIssue(answer, headlines)
				p.spokenOf(cmd, f).tellOpen(answer.Conflicts)
			})
			if err != nil {
				return err
			}
			for _, s := range unread { // of its stories
				_ = p.tellHurt(s.Standing, s.Article.Headline)
			}
			if err := p.tellHurt(stored.Standing, strings.TrimSpace(stored.Issue.Name+" "+stored.Issue.Number)); err != nil || len(unread) == 0 {
				return err
			}
			return errTroubleFound
		})
	})
	return p.addJSONFlag(cmd)
}

// tellIssue prints an issue and its stories.
func (p *program) tellIssue(r shownIssue, headlines []string) {
	if r.NeedsEye && len(r.Conflicts) == 0 {
		fmt.Fprintln(p.err, p.words.Say("command.issue_show.needs_eye", nil))
	}
	p.tellIssues([]shownIssue{r})
	fmt.Fprintln(p.out, strings.Join(headlines, "\n"))
}

// headlines lists the stories of an issue, numbered, in order; unread are those
// that are named by an older version, since their newest one is damaged.
func (p *program) headlines(cmd *cobra.Command, f *storage.File, issue bulletin.Issue) (lines []string, unread []storage.StoredArticle, err error) {
	lines = make([]string, len(issue.Slots))
	for i, slot := range issue.Slots {
		stored, err := f.WholeArticle(cmd.Context(), slot.Article)
		if err != nil {
			return nil, nil, err
		}
		if stored.Older {
			unread = append(unread, stored)
		}
		lines[i] = fmt.Sprintf("%3d. %s  %s", i+1, slot.Article, short(stored.Article.Headline))
		if stored.Deleted {
			lines[i] += "  " + p.words.Say("command.settle.deleted", nil)
		}
	}
	return lines, unread, nil
}
