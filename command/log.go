package command

import (
	"slices"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// logged is what log --json says of each revision.
type logged struct {
	Revision bulletin.RevisionID   `json:"revision"`
	Parents  []bulletin.RevisionID `json:"parents"`
	Time     time.Time             `json:"time"`
	Author   string                `json:"author"`
	Reason   bulletin.Reason       `json:"reason"`
	Deleted  bool                  `json:"deleted"`
	Damaged  bool                  `json:"damaged"` // it cannot be read any more
}

func (p *program) logCommand() *cobra.Command {
	cmd := p.command("log FILE ID", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			_, history, err := unreadHistory(cmd, f, args[1])
			if err != nil {
				return err
			}
			rows := make([]logged, len(history))
			for i, r := range history {
				rows[i] = logged{r.ID, notNil(r.Parents), r.Time, bulletin.Signed(r.Author), r.Reason, r.Deleted, r.Document == nil}
			}
			err = p.answer(cmd, rows, func() { p.tellLog(rows) })
			if err == nil && slices.ContainsFunc(rows, func(r logged) bool { return r.Damaged }) {
				err = errTroubleFound
			}
			return err
		})
	})
	return p.addJSONFlag(cmd)
}

func (p *program) tellLog(rows []logged) {
	for _, r := range rows {
		row := "log.row"
		if r.Damaged {
			row = "log.damaged"
		}
		p.say(row, bulletin.Args{
			"revision": r.Revision.Short(), "time": r.Time.Local().Format("2/1/2006 15:04:05"),
			"author": p.authorName(r.Author), "reason": p.words.Say("reason."+string(r.Reason), nil),
		})
	}
}

// authorName is who wrote a version, for people.
func (p *program) authorName(author string) string {
	if author == "" {
		return p.words.Say("command.nameless", nil)
	}
	return author
}
