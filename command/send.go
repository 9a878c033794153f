package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// sent is what send --json says.
type sent struct {
	Out       string    `json:"out"`
	Articles  int       `json:"articles"`
	Issues    int       `json:"issues"`
	Revisions int       `json:"revisions"`
	Photos    int       `json:"photos"`
	Left      []refusal `json:"left"` // damaged here, and left out
}

func (p *program) sendCommand() *cobra.Command {
	var articles, issues []string
	cmd := p.command("send FILE OUT", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.withAny(cmd.Context(), args[0], func(f *storage.File) error {
			what, err := selectionOf(cmd, f, articles, issues)
			if err != nil {
				return err
			}
			show, end := p.progress("send")
			out, err := f.Send(cmd.Context(), args[1], what, show)
			end()
			if err != nil {
				return err
			}
			return p.answerSent(cmd, args[1], out)
		})
	})
	cmd.Flags().StringSliceVar(&articles, "article", nil, p.words.Say("command.send.flag.article", nil))
	cmd.Flags().StringSliceVar(&issues, "issue", nil, p.words.Say("command.send.flag.issue", nil))
	return p.addJSONFlag(cmd)
}

func selectionOf(cmd *cobra.Command, f *storage.File, articles, issues []string) (what storage.Selection, err error) {
	for _, prefix := range articles {
		id, err := f.ResolveArticle(cmd.Context(), prefix)
		if err != nil {
			return what, err
		}
		what.Articles = append(what.Articles, id)
	}
	for _, prefix := range issues {
		id, err := f.ResolveIssue(cmd.Context(), prefix)
		if err != nil {
			return what, err
		}
		what.Issues = append(what.Issues, id)
	}
	return what, nil
}

func (p *program) answerSent(cmd *cobra.Command, path string, out storage.Sent) error {
	answer := sent{path, out.Articles, out.Issues, out.Revisions, out.Photos, []refusal{}}
	for _, left := range out.Left {
		answer.Left = append(answer.Left, refusal{left.What, p.words.Explain(left.Why), left.Why.Key})
	}
	err := p.answer(cmd, answer, func() {
		p.say("send.done", bulletin.Args{"file": path, "what": p.counted(
			number{"articles", out.Articles}, number{"issues", out.Issues}, number{"revisions", out.Revisions}, number{"photos", out.Photos},
		)})
		for _, left := range answer.Left {
			fmt.Fprintln(p.err, "• "+p.words.Say("command.send.left", bulletin.Args{"what": left.What}))
		}
	})
	if err == nil && len(out.Left) > 0 {
		return errTroubleFound
	}
	return err
}
