package command

import (
	"maps"
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
				if s.document == nil {
					key = "settle.done_deleted"
				}
				p.say(key, bulletin.Args{"name": p.nameOf(s), "id": s.id, "revision": saved.Revision.Short()})
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
	if len(fields) == 0 && len(sides) == 1 {
		return choicesOfAll(sides[0], conflicts)
	}
	if len(fields) != len(sides) {
		return nil, bulletin.NewTrouble("settle_pairs", bulletin.Args{"fields": len(fields), "sides": len(sides)}, nil)
	}
	choices := merge.Choices{}
	for i, field := range fields {
		answers, found, err := sidesOf(sides[i], placesOf(field, conflicts))
		switch {
		case err != nil:
			return nil, err
		case !found:
			answers = merge.Choices{field: merge.Side(sides[i])}
		}
		for key, side := range answers {
			if _, chosen := choices[key]; !chosen || !found || key == field {
				choices[key] = side
			}
		}
	}
	return choices, knownSides(choices)
}

// choicesOfAll answers all conflicts by one name.
func choicesOfAll(side string, conflicts []openConflict) (merge.Choices, error) {
	choices := merge.Choices{}
	switch side := merge.Side(side); side {
	case merge.Ours, merge.Theirs:
		return choicesOfSide(side, conflicts)
	case merge.Base, merge.Both:
		for _, c := range conflicts {
			choices[c.Key()] = side
		}
		return choices, nil
	}
	for _, c := range conflicts {
		if c.Nth > 1 {
			continue
		}
		answers, _, err := sidesOf(side, placesOf(c.Field, conflicts))
		if err != nil {
			return nil, err
		}
		maps.Copy(choices, answers)
	}
	if len(choices) == 0 && len(conflicts) > 0 {
		return nil, unknownSide(merge.Side(side))
	}
	return choices, nil
}

// choicesOfSide answers all conflicts by what was written in this file, or by
// the other side. Where more than two stand against each other at one place, ours
// is one of them, and theirs, if there are several others, the trouble
// side_ambiguous.
func choicesOfSide(side merge.Side, conflicts []openConflict) (merge.Choices, error) {
	choices := merge.Choices{}
	for _, place := range byPlace(conflicts) {
		answers := merge.Choices{place[0].Key(): side}
		if len(place) > 1 {
			version, err := oneOf(side, place)
			if err != nil {
				return nil, err
			}
			answers = sidesOfVersion(version, place)
		}
		maps.Copy(choices, answers)
	}
	return choices, nil
}

// oneOf is the version that a side means among several at one place.
func oneOf(side merge.Side, place []openConflict) (bulletin.RevisionID, error) {
	var mine bulletin.RevisionID
	var others []bulletin.RevisionID
	for _, c := range place {
		if c.Mine {
			mine = c.OursFrom.Revision
		}
	}
	for _, c := range place {
		for _, version := range []bulletin.RevisionID{c.OursFrom.Revision, c.TheirsFrom.Revision} {
			if version != mine && !slices.Contains(others, version) {
				others = append(others, version)
			}
		}
	}
	if side == merge.Ours {
		return mine, nil
	}
	if len(others) > 1 {
		return "", ambiguous(string(side), others)
	}
	return others[0], nil
}

// byPlace is merge.ByPlace of conflicts with the authors of their sides.
func byPlace(conflicts []openConflict) (places [][]openConflict) {
	plain := make([]merge.Conflict, len(conflicts))
	known := make(map[string]openConflict, len(conflicts))
	for i, c := range conflicts {
		plain[i], known[c.Key()] = c.Conflict, c
	}
	for _, place := range merge.ByPlace(plain) {
		var open []openConflict
		for _, c := range place {
			open = append(open, known[c.Key()])
		}
		places = append(places, open)
	}
	return places
}

// placesOf are the conflicts of a field, or the one that a key names.
func placesOf(field string, conflicts []openConflict) (places []openConflict) {
	for _, c := range conflicts {
		if c.Field == field || c.Key() == field {
			places = append(places, c)
		}
	}
	return places
}

func unknownSide(side merge.Side) error {
	return bulletin.NewTrouble("side_unknown", bulletin.Args{"side": side, "sides": sideNames()}, nil)
}

// knownSides refuses what is the name of no side.
func knownSides(choices merge.Choices) error {
	for _, side := range choices {
		if !slices.Contains(merge.Sides(), side) {
			return unknownSide(side)
		}
	}
	return nil
}
