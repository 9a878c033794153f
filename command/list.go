package command

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// listed is what list --json says of each article.
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
	NeedsEye bool            `json:"needs_eye"`

	conflicts int
}

func listedOf(s storage.Summary) listed {
	return listed{
		s.ID, s.Status, s.Genre, s.Section, s.Headline, s.Byline, s.Words, s.Photos, s.UpdatedAt, s.Conflict, s.NeedsEye, s.Conflicts,
	}
}

func (p *program) listCommand() *cobra.Command {
	cmd := p.command("list FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		query, err := queryOf(cmd)
		if err != nil {
			return err
		}
		query.Deleted, _ = cmd.Flags().GetBool("deleted")
		return p.listArticles(cmd, args[0], query)
	})
	cmd.Flags().Bool("deleted", false, p.words.Say("command.flag.deleted", nil))
	return p.addJSONFlag(p.addOrderFlags(cmd))
}

// addOrderFlags gives a command --sort, --reverse and --limit.
func (p *program) addOrderFlags(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().String("sort", "", p.words.Say("command.flag.sort", bulletin.Args{"orders": orders()}))
	cmd.Flags().Bool("reverse", false, p.words.Say("command.flag.reverse", nil))
	cmd.Flags().Int("limit", 0, p.words.Say("command.flag.limit", nil))
	return cmd
}

// newest is what --sort calls the order that has no name in storage.
const newest = "newest"

func orders() string {
	names := []string{newest}
	for _, s := range storage.Sorts() {
		if s != storage.SortNewest {
			names = append(names, string(s))
		}
	}
	return strings.Join(names, " | ")
}

// queryOf is the query of the order flags.
func queryOf(cmd *cobra.Command) (storage.Query, error) {
	order, _ := cmd.Flags().GetString("sort")
	reverse, _ := cmd.Flags().GetBool("reverse")
	limit, _ := cmd.Flags().GetInt("limit")
	query := storage.Query{Reverse: reverse, Limit: max(limit, 0)}
	if order == "" || order == newest {
		return query, nil
	}
	for _, s := range storage.Sorts() {
		if string(s) == order {
			query.Sort = s
			return query, nil
		}
	}
	return query, bulletin.NewTrouble("sort_unknown", bulletin.Args{"sort": order, "orders": orders()}, nil)
}

func (p *program) listArticles(cmd *cobra.Command, path string, query storage.Query) error {
	return withReadOnly(cmd.Context(), path, func(f *storage.File) error {
		found, err := f.Articles(cmd.Context(), query)
		if err != nil {
			return err
		}
		err = answerEach(p, cmd, found, listedOf, func() {
			switch {
			case len(found) == 0 && query.Deleted:
				p.say("list.none_deleted", nil)
			case len(found) == 0:
				p.say("list.none", nil)
			}
			for _, s := range found {
				p.tellListed(listedOf(s), short(s.Headline))
			}
		})
		if err != nil {
			return err
		}
		return p.tellUnlisted(cmd, f)
	})
}

// tellListed prints an article of a list in two lines.
func (p *program) tellListed(r listed, headline string) {
	if headline == "" {
		headline = p.words.Say("command.untitled", nil)
	}
	fmt.Fprintf(p.out, "%s  %-14s  %s\n", r.ID, p.words.Say("status."+string(r.Status), nil), headline)
	fmt.Fprintln(p.out, belowHeadline+p.facts(r))
}

// belowHeadline puts what is said of an article below its status.
var belowHeadline = strings.Repeat(" ", 18)

// facts is the second line of an article in the list.
func (p *program) facts(r listed) string {
	args := bulletin.Args{"words": r.Words, "photos": r.Photos, "updated": r.Updated.Local().Format("2/1/2006 15:04")}
	facts := p.words.Say("command.list.facts", args)
	if r.Byline != "" {
		facts = short(r.Byline) + " · " + facts
	}
	if r.Conflict {
		facts += " · " + p.words.Say("command.list.conflict", bulletin.Args{"n": r.conflicts})
	} else if r.NeedsEye {
		facts += " · " + p.words.Say("command.list.needs_eye", nil)
	}
	return facts
}
