package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/sample"
)

func (p *program) sampleCommand() *cobra.Command {
	cmd := p.command("sample FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		show, end := p.progress("sample")
		f, issue, err := sample.Create(cmd.Context(), args[0], show)
		end()
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		answer := map[string]any{"file": args[0], "issue": issue}
		return p.answer(cmd, answer, func() {
			p.say("sample.done", bulletin.Args{"file": args[0], "issue": issue})
		})
	})
	return p.addJSONFlag(cmd)
}
