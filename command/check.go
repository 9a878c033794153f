package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// damaged is what check --json says of each thing that is hurt.
type damaged struct {
	Kind    string        `json:"kind"`
	Subject string        `json:"subject"`
	Args    bulletin.Args `json:"args,omitempty"`
	Message string        `json:"message"`
}

func (p *program) checkCommand() *cobra.Command {
	cmd := p.command("check FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		found, err := p.check(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		answer := map[string]any{"file": args[0], "sound": len(found) == 0, "damage": p.damageRows(found)}
		return p.answerDamage(cmd, answer, found, func() { p.tellCheck(args[0], found) })
	})
	return p.addJSONFlag(cmd)
}

// check names the damage of a file. One that is too damaged to be opened is
// damage, too, and not a check that could not be done.
func (p *program) check(ctx context.Context, file string) (found []storage.Damage, err error) {
	err = withReadOnly(ctx, file, func(f *storage.File) error {
		show, end := p.progress("check")
		defer end()
		found, err = f.Check(ctx, show)
		return err
	})
	var torn *bulletin.Trouble
	if errors.As(err, &torn) && torn.Key == "file_torn" {
		return []storage.Damage{{Kind: storage.DamageUnreadable, Args: bulletin.Args{"file": torn.Args["file"]}}}, nil
	}
	return found, err
}

func (p *program) damageRows(found []storage.Damage) []damaged {
	rows := make([]damaged, len(found))
	for i, d := range found {
		rows[i] = damaged{d.Kind, d.Subject, d.Args, p.words.Damage(d.Kind, d.Args)}
	}
	return rows
}

// answerDamage answers, lists the damage for people, and ends with
// TroubleFound where there is any.
func (p *program) answerDamage(cmd *cobra.Command, answer any, found []storage.Damage, tell func()) error {
	err := p.answer(cmd, answer, func() {
		tell()
		for _, r := range p.damageRows(found) {
			fmt.Fprintln(p.out, "• "+r.Message)
		}
	})
	if err == nil && len(found) > 0 {
		return errTroubleFound
	}
	return err
}

func (p *program) tellCheck(file string, found []storage.Damage) {
	if len(found) == 0 {
		p.say("check.sound", bulletin.Args{"file": file})
		return
	}
	if found[0].Kind == storage.DamageUnreadable { // nothing else is left that could be used
		return
	}
	p.say("check.damaged", bulletin.Args{"file": file, "n": len(found)})
}
