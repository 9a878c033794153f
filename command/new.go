package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

func (p *program) newCommand() *cobra.Command {
	cmd := p.command("new FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		f, err := storage.Create(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		return p.answer(cmd, map[string]any{"file": args[0]}, func() {
			p.say("new.done", bulletin.Args{"file": args[0]})
		})
	})
	return p.addJSONFlag(cmd)
}
