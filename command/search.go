package command

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// hit is what search --json says of each article: what list says, and where
// the words stand.
type hit struct {
	listed
	HeadlineFound []span `json:"headline_found"`
	Snippet       string `json:"snippet"`
	SnippetFound  []span `json:"snippet_found"`
}

// span is a stretch of a text, counted in characters (Unicode code points):
// from start up to, and without, end.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func spansOf(text string, found []storage.Span) []span {
	spans := make([]span, len(found))
	for i, s := range found {
		spans[i] = span{utf8.RuneCountInString(text[:s.Start]), utf8.RuneCountInString(text[:s.End])}
	}
	return spans
}

func (p *program) searchCommand() *cobra.Command {
	cmd := p.command("search FILE QUERY", p.atLeast(2), func(cmd *cobra.Command, args []string) error {
		query, err := queryOf(cmd)
		if err != nil {
			return err
		}
		query.Text = strings.Join(args[1:], " ")
		query.Ranked = !cmd.Flags().Changed("sort") && !query.Reverse
		if unread := storage.Unread(query.Text); len(unread) > 0 {
			return bulletin.NewTrouble("query_unread", bulletin.Args{"part": unread[0]}, nil)
		}
		return p.searchArticles(cmd, args[0], query)
	})
	return p.addJSONFlag(p.addOrderFlags(cmd))
}

func (p *program) searchArticles(cmd *cobra.Command, path string, query storage.Query) error {
	return withReadOnly(cmd.Context(), path, func(f *storage.File) error {
		found, err := f.Articles(cmd.Context(), query)
		if err != nil {
			return err
		}
		if err := answerEach(p, cmd, found, hitOf, func() { p.tellHits(found) }); err != nil {
			return err
		}
		return p.tellUnlisted(cmd, f)
	})
}

func hitOf(s storage.Summary) hit {
	return hit{listedOf(s), spansOf(s.Headline, s.Found), s.Snippet.Text, spansOf(s.Snippet.Text, s.Snippet.Found)}
}

func (p *program) tellHits(found []storage.Summary) {
	if len(found) == 0 {
		p.say("search.none", nil)
	}
	for _, s := range found {
		headline, inIt := shortFound(s.Headline, s.Found)
		p.tellListed(listedOf(s), p.highlighted(headline, inIt))
		if s.Snippet.Text != "" {
			fmt.Fprintln(p.out, belowHeadline+p.highlighted(s.Snippet.Text, s.Snippet.Found))
		}
	}
}

// highlighted writes what was found in bold, on a terminal only, and in «these»
// on one that is to show no emphasis (no-color.org).
func (p *program) highlighted(text string, found []storage.Span) string {
	if !isTerminal(p.out) {
		return text
	}
	open, end := bold, noStyle
	if isPlainTerminal() {
		open, end = "«", "»"
	}
	var b strings.Builder
	at := 0
	for _, s := range found {
		b.WriteString(text[at:s.Start] + open + text[s.Start:s.End] + end)
		at = s.End
	}
	return b.String() + text[at:]
}
