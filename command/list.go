package command

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// listed is what list --json and search --json say of each article.
type listed struct {
	ID       bulletin.ID     `json:"id"`
	Status   bulletin.Status `json:"status"`
	Genre    bulletin.Genre  `json:"genre"`
	Section  string          `json:"section"`
	Headline string          `json:"headline"`
	Byline   string          `json:"byline"`
	Words    int             `json:"words"`
	Photos   int             `json:"photos"`
	Updated  time.Time       `json:"updated"`
	Conflict bool            `json:"conflict"`
	Snippet  string          `json:"snippet,omitempty"`
}

func (p *program) listCommand() *cobra.Command {
	cmd := p.command("list FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		return p.listArticles(cmd, args[0], storage.Query{})
	})
	return p.addJSONFlag(cmd)
}

func (p *program) searchCommand() *cobra.Command {
	cmd := p.command("search FILE QUERY", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.listArticles(cmd, args[0], storage.Query{Text: args[1]})
	})
	return p.addJSONFlag(cmd)
}

func (p *program) listArticles(cmd *cobra.Command, path string, query storage.Query) error {
	return withReadOnly(cmd.Context(), path, func(f *storage.File) error {
		found, err := f.Articles(cmd.Context(), query)
		if err != nil {
			return err
		}
		rows := make([]listed, len(found))
		for i, s := range found {
			rows[i] = listed{
				s.ID, s.Status, s.Genre, s.Section, s.Headline, s.Byline,
				s.Words, s.Photos, s.UpdatedAt, s.Conflict, s.Snippet,
			}
		}
		return p.answer(cmd, rows, func() { p.tellList(rows, query.Text != "") })
	})
}

func (p *program) tellList(rows []listed, searched bool) {
	switch {
	case len(rows) == 0 && searched:
		p.say("search.none", nil)
	case len(rows) == 0:
		p.say("list.none", nil)
	}
	for _, r := range rows {
		headline := r.Headline
		if headline == "" {
			headline = p.words.Say("command.untitled", nil)
		}
		fmt.Fprintf(p.out, "%s  %-14s  %s\n", r.ID, p.words.Say("status."+string(r.Status), nil), headline)
		fmt.Fprintln(p.out, strings.Repeat(" ", 18)+p.facts(r))
	}
}

// facts is the second line of an article in the list.
func (p *program) facts(r listed) string {
	args := bulletin.Args{"words": r.Words, "photos": r.Photos, "updated": r.Updated.Local().Format("2/1/2006 15:04")}
	facts := p.words.Say("command.list.facts", args)
	if r.Byline != "" {
		facts = r.Byline + " · " + facts
	}
	if r.Conflict {
		facts += " · " + p.words.Say("command.list.conflict", nil)
	}
	return facts
}
