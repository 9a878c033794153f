package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

func (p *program) settleCommand() *cobra.Command {
	var fields, sides []string
	cmd := p.command("settle FILE ID", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			s, err := subjectByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			if len(s.heads) < 2 && !s.needsEye {
				now := standing{s.id, s.kind, s.heads[0], s.document == nil}
				return p.answer(cmd, now, func() { p.say("settle.none", bulletin.Args{"name": p.nameOf(s)}) })
			}
			choices, err := choicesOf(fields, sides, s.conflicts)
			if err != nil {
				return err
			}
			saved, err := f.Settle(cmd.Context(), s.kind, s.id, choices, storage.Save{Author: author(cmd.Context(), f), Expected: s.heads})
			if err != nil {
				return err
			}
			if s, err = subjectByPrefix(cmd, f, string(s.id)); err != nil {
				return err
			}
			return p.answer(cmd, standing{s.id, s.kind, saved.Revision, s.document == nil}, func() {
				key := "settle.done"
				if len(choices) == 0 { // there was nothing to choose, only to read
					key = "settle.read"
				}
				p.say(key, bulletin.Args{"name": p.nameOf(s), "revision": saved.Revision.Short()})
			})
		})
	})
	cmd.Flags().StringArrayVar(&fields, "field", nil, p.words.Say("command.settle.flag.field", nil))
	cmd.Flags().StringArrayVar(&sides, "take", nil, p.words.Say("command.settle.flag.take", nil))
	return p.addJSONFlag(cmd)
}

// sideNames lists what can be chosen.
func sideNames() string {
	names := make([]string, 0, len(merge.Sides()))
	for _, side := range merge.Sides() {
		names = append(names, string(side))
	}
	return strings.Join(names, ", ")
}

// choicesOf pairs each --field with its --take. A single --take alone is for
// all conflicts.
func choicesOf(fields, sides []string, conflicts []openConflict) (merge.Choices, error) {
	choices := merge.Choices{}
	if len(fields) == 0 && len(sides) == 1 {
		for _, c := range conflicts {
			choices[c.Key()] = sideOf(sides[0], c)
		}
		return choices, knownSides(choices)
	}
	if len(fields) != len(sides) {
		return nil, bulletin.NewTrouble("settle_pairs", bulletin.Args{"fields": len(fields), "sides": len(sides)}, nil)
	}
	for i, field := range fields {
		choices[field] = merge.Side(sides[i])
		for _, c := range conflicts {
			if c.Key() == field {
				choices[field] = sideOf(sides[i], c)
			}
		}
	}
	return choices, knownSides(choices)
}

// knownSides refuses what is the name of no side.
func knownSides(choices merge.Choices) error {
	for _, side := range choices {
		if !slices.Contains(merge.Sides(), side) {
			return bulletin.NewTrouble("side_unknown", bulletin.Args{"side": side, "sides": sideNames()}, nil)
		}
	}
	return nil
}
