package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

func (p *program) rebuildCommand() *cobra.Command {
	cmd := p.command("rebuild FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			show, end := p.progress("rebuild")
			err := f.Rebuild(cmd.Context(), show)
			end()
			if err != nil {
				return err
			}
			return p.answer(cmd, map[string]any{"file": args[0]}, func() {
				p.say("rebuild.done", bulletin.Args{"file": args[0]})
			})
		})
	})
	return p.addJSONFlag(cmd)
}
