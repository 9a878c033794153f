package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/sample"
	"bantin/storage"
)

func (p *program) sampleCommand() *cobra.Command {
	cmd := p.command("sample FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		f, err := storage.Create(ctx, args[0])
		if err != nil {
			return err
		}
		var issue bulletin.ID
		err = closing(f, nil, func(f *storage.File) error {
			issue, err = sample.Write(ctx, f)
			return err
		})
		if err != nil {
			return err
		}
		answer := map[string]any{"file": args[0], "issue": issue}
		return p.answer(cmd, answer, func() {
			p.say("sample.done", bulletin.Args{"file": args[0], "issue": issue})
		})
	})
	return p.addJSONFlag(cmd)
}
