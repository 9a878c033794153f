package command

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// difference is what diff --json says.
type difference struct {
	From    bulletin.RevisionID `json:"from"` // "" for nothing before
	To      bulletin.RevisionID `json:"to"`   // "" for the present state, merged
	Changes []merge.Change      `json:"changes"`
}

func (p *program) diffCommand() *cobra.Command {
	cmd := p.command("diff FILE ID [REVISION [REVISION]]", p.between(2, 4), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			s, history, err := historyByPrefix(cmd, f, args[1])
			if storage.IsUnread(err) && len(args) == 4 {
				s, history, err = unreadHistory(cmd, f, args[1])
			}
			if err != nil {
				return err
			}
			from, to, err := versionsToCompare(s, history, args[2:])
			for _, r := range history {
				if err == nil && r.Document == nil && (r.ID == from.ID || r.ID == to.ID) {
					_, err = f.Revision(cmd.Context(), r.ID) // which says what is damaged
				}
			}
			if err != nil {
				return err
			}
			changes, err := merge.Difference(s.kind, from.Document, to.Document)
			if err != nil {
				return err
			}
			answer := difference{from.ID, to.ID, notNil(changes)}
			return p.answer(cmd, answer, func() { p.spokenOf(cmd, f, to.Document, from.Document).tellDifference(changes) })
		})
	})
	return p.addJSONFlag(cmd)
}

// versionsToCompare are the two that are named; with one, that and the present
// state; with none, the newest and the one before it.
func versionsToCompare(s subject, history []bulletin.Revision, named []string) (from, to bulletin.Revision, err error) {
	present := bulletin.Revision{Document: s.document}
	if len(s.heads) == 1 {
		present.ID = s.heads[0]
	}
	if len(named) == 0 {
		return before(s, history), present, nil
	}
	if from, err = revisionByPrefix(history, named[0]); err != nil || len(named) == 1 {
		return from, present, err
	}
	to, err = revisionByPrefix(history, named[1])
	return from, to, err
}

// before is what the present state was written over, or merged from: of several
// versions the first that has another text.
func before(s subject, history []bulletin.Revision) bulletin.Revision {
	sources := s.heads
	if len(s.heads) == 1 {
		sources = nil
		for _, r := range history {
			if r.ID == s.heads[0] {
				sources = r.Parents
			}
		}
	}
	var found []bulletin.Revision
	for _, r := range history {
		if slices.Contains(sources, r.ID) {
			found = append(found, r)
		}
	}
	for _, r := range found {
		if !bytes.Equal(r.Document, s.document) {
			return r
		}
	}
	if len(found) > 0 {
		return found[0]
	}
	return bulletin.Revision{}
}

func (s spoken) tellDifference(changes []merge.Change) {
	if len(changes) == 0 {
		s.say("diff.none", nil)
	}
	coloured := isTerminal(s.out) && !isPlainTerminal()
	for i, c := range changes {
		if i > 0 {
			fmt.Fprintln(s.out)
		}
		fmt.Fprintf(s.out, "%s · %s\n", s.place(c), s.words.Say("change."+string(c.Kind), nil))
		fmt.Fprintln(s.out, "  "+strings.ReplaceAll(inBrackets(s.wording.Pieces(c), coloured), "\n", "\n  "))
	}
}

// inBrackets writes what was taken out as [-so-] and what was added as {+so+},
// on a terminal in red and green, too.
func inBrackets(pieces []merge.Piece, coloured bool) string {
	var b strings.Builder
	for _, piece := range pieces {
		open, end, colour := "", "", ""
		switch piece.Kind {
		case merge.Removed:
			open, end, colour = "[-", "-]", removedStyle
		case merge.Added:
			open, end, colour = "{+", "+}", addedStyle
		}
		if coloured && colour != "" {
			open, end = colour+open, end+noStyle
		}
		b.WriteString(open + piece.Text + end)
	}
	return b.String()
}
