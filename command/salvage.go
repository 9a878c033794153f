package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

func (p *program) salvageCommand() *cobra.Command {
	cmd := p.command("salvage FILE OUT", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		show, end := p.progress("salvage")
		found, err := storage.Salvage(cmd.Context(), args[0], args[1], show)
		end()
		if err != nil {
			return err
		}
		answer := map[string]any{
			"file": args[0], "out": args[1], "articles": found.Articles, "issues": found.Issues,
			"revisions": found.Revisions, "photos": found.Photos, "lost": p.damageRows(found.Lost),
		}
		return p.answerDamage(cmd, answer, found.Lost, func() {
			p.say("salvage.done", bulletin.Args{
				"articles": found.Articles, "issues": found.Issues, "revisions": found.Revisions, "photos": found.Photos, "file": args[1],
			})
			if len(found.Lost) == 0 {
				p.say("salvage.all", nil)
			} else {
				p.say("salvage.lost", bulletin.Args{"n": len(found.Lost)})
			}
		})
	})
	return p.addJSONFlag(cmd)
}
