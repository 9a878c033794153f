package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// received is what merge --json says of all files together, newsroom and publish
// of each.
type received struct {
	NewArticles  int               `json:"new_articles"`
	NewIssues    int               `json:"new_issues"`
	NewRevisions int               `json:"new_revisions"`
	NewPhotos    int               `json:"new_photos"`
	Mended       int               `json:"mended"`     // versions and photos that were damaged here
	NewStyles    []string          `json:"new_styles"` // house styles, by name
	Merged       []bulletin.ID     `json:"merged"`     // they need an eye
	Joined       []subjectChange   `json:"joined"`     // what others had changed there, taken over unasked
	Conflicts    []subjectConflict `json:"conflicts"`
	Refused      []refusal         `json:"refused"`
}

// subjectConflict is a conflict of some article or issue.
type subjectConflict struct {
	ID   bulletin.ID          `json:"id"`
	Kind bulletin.SubjectKind `json:"kind"`
	openConflict
}

// refusal is something that was left out, and the sentence why.
type refusal struct {
	What string `json:"what"`
	Why  string `json:"why"`

	reason string // the key of the sentence
}

// named is the sentence with what it is about, unless it says so itself.
func (r refusal) named() string {
	if strings.Contains(r.Why, r.What) {
		return r.Why
	}
	return r.What + ": " + r.Why
}

func (p *program) mergeCommand() *cobra.Command {
	cmd := p.command("merge FILE OTHER...", p.atLeast(2), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			answer, merged, err := p.receiveAll(cmd, f, args[1:])
			if err != nil {
				return err
			}
			if err := p.answer(cmd, answer, func() { p.tellReceived(cmd, f, answer, merged) }); err != nil {
				return err
			}
			if len(answer.Conflicts)+len(answer.Refused) > 0 {
				return errTroubleFound
			}
			return nil
		})
	})
	return p.addJSONFlag(cmd)
}

// receiveAll receives files one after the other. One of several that cannot be
// read is refused like anything else that is wrong; a single one is an error.
func (p *program) receiveAll(cmd *cobra.Command, f *storage.File, others []string) (received, []subject, error) {
	answer := received{NewStyles: []string{}, Merged: []bulletin.ID{}, Joined: []subjectChange{}, Conflicts: []subjectConflict{}, Refused: []refusal{}}
	for _, other := range others {
		show, end := p.progress("merge")
		came, err := f.Receive(cmd.Context(), other, show)
		end()
		answer.add(p, came)
		if err == nil {
			continue
		}
		if len(others) == 1 || cmd.Context().Err() != nil || bulletin.TroubleKey(err) == "" {
			return answer, nil, err
		}
		answer.Refused = append(answer.Refused, refusal{other, p.words.Explain(err), other})
	}
	merged, err := answer.lookAgain(cmd, f)
	return answer, merged, err
}

// receivedOf is what came from one file.
func (p *program) receivedOf(cmd *cobra.Command, f *storage.File, came storage.Received) (received, error) {
	conflicts, err := conflictsOf(cmd, f, came.Conflicts)
	if err != nil {
		return received{}, err
	}
	joined, err := joinedIn(cmd, f, came.Merged)
	if err != nil {
		return received{}, err
	}
	return received{
		came.NewArticles, came.NewIssues, came.NewRevisions, came.NewPhotos, came.Mended, notNil(came.NewStyles),
		notNil(came.Merged), joined, conflicts, p.refusals(came.Refused),
	}, nil
}

func (r *received) add(p *program, came storage.Received) {
	r.NewArticles += came.NewArticles
	r.NewIssues += came.NewIssues
	r.NewRevisions += came.NewRevisions
	r.NewPhotos += came.NewPhotos
	r.Mended += came.Mended
	r.NewStyles = append(r.NewStyles, came.NewStyles...)
	r.Merged = append(r.Merged, came.Merged...)
	r.Refused = append(r.Refused, p.refusals(came.Refused)...)
}

// lookAgain tells how things stand after the last file: of what was merged, and
// of what was still to be chosen before.
func (r *received) lookAgain(cmd *cobra.Command, f *storage.File) (merged []subject, err error) {
	slices.Sort(r.Merged)
	r.Merged = slices.Compact(r.Merged)
	if r.Joined, err = joinedIn(cmd, f, r.Merged); err != nil {
		return nil, err
	}
	waiting, err := inConflict(cmd, f)
	if err != nil {
		return nil, err
	}
	waiting = slices.DeleteFunc(waiting, func(id bulletin.ID) bool { return slices.Contains(r.Merged, id) })
	for _, id := range slices.Concat(r.Merged, waiting) {
		s, err := subjectByPrefix(cmd, f, string(id))
		if err != nil {
			return nil, err
		}
		merged = append(merged, s)
		for _, c := range s.conflicts {
			r.Conflicts = append(r.Conflicts, subjectConflict{s.id, s.kind, c})
		}
	}
	return merged, nil
}

// inConflict lists the articles and issues of a file of which something is to
// be chosen.
func inConflict(cmd *cobra.Command, f *storage.File) (found []bulletin.ID, err error) {
	articles, err := f.Articles(cmd.Context(), storage.Query{})
	if err != nil {
		return nil, err
	}
	for _, a := range articles {
		if a.Conflict {
			found = append(found, a.ID)
		}
	}
	issues, err := f.Issues(cmd.Context())
	for _, i := range issues {
		if len(i.Conflicts) > 0 {
			found = append(found, i.ID)
		}
	}
	return found, err
}

func (p *program) tellReceived(cmd *cobra.Command, f *storage.File, r received, merged []subject) {
	if r.NewRevisions+r.NewPhotos > 0 {
		p.tellCame(r.NewArticles, r.NewIssues, r.NewRevisions, r.NewPhotos)
	} else if r.Mended+len(r.NewStyles)+len(r.Refused) == 0 {
		p.say("merge.nothing", nil)
	}
	p.tellMended(r.Mended)
	p.tellCameStyles(r.NewStyles)
	for _, s := range merged {
		key := "merge.merged"
		switch {
		case !slices.Contains(r.Merged, s.id):
			key = "merge.waiting"
		case len(s.conflicts) > 0:
			key = "merge.open"
		}
		p.say(key, bulletin.Args{"id": s.id, "name": p.nameOf(s), "n": len(s.conflicts)})
		spoken := p.spokenOf(cmd, f, s.document)
		spoken.tellConflicts(s.conflicts)
		spoken.tellJoined(changesOf(r.Joined, s.id))
	}
	p.tellRefused(r.Refused)
}

// mostRefused is how many things that were left out for one reason have a line
// each, and how many of more are named.
const mostRefused = 3

// tellRefused prints why things were left out: of many for one reason the
// sentence of the first, their number and a few names.
func (p *program) tellRefused(all []refusal) {
	var reasons []string
	by := map[string][]refusal{}
	for _, r := range all {
		if by[r.reason] == nil {
			reasons = append(reasons, r.reason)
		}
		by[r.reason] = append(by[r.reason], r)
	}
	for _, reason := range reasons {
		some := by[reason]
		if len(some) > mostRefused {
			var names []string
			for _, r := range some[1 : 1+mostRefused] {
				names = append(names, short(r.What))
			}
			args := bulletin.Args{"sentence": some[0].Why, "n": len(some) - 1, "names": strings.Join(names, ", ")}
			fmt.Fprintln(p.err, "• "+p.words.Say("command.merge.likewise", args))
			continue
		}
		for _, r := range some {
			fmt.Fprintln(p.err, "• "+r.Why)
		}
	}
}

// tellCame says how much came from another file.
func (p *program) tellCame(articles, issues, revisions, photos int) {
	p.say("merge.done", bulletin.Args{"what": p.came(articles, issues, revisions, photos)})
}

// came lists what came from another file, of each how many.
func (p *program) came(articles, issues, revisions, photos int) string {
	return p.counted(
		number{"new_articles", articles}, number{"new_issues", issues}, number{"revisions", revisions}, number{"photos", photos},
	)
}

// tellMended says how much was damaged here and is whole again.
func (p *program) tellMended(n int) {
	if n > 0 {
		p.say("merge.mended", bulletin.Args{"n": n})
	}
}

// tellCameStyles names the house styles that came from another file.
func (p *program) tellCameStyles(names []string) {
	if len(names) > 0 {
		p.say("merge.styles", bulletin.Args{"styles": strings.Join(names, ", ")})
	}
}

// number is how many there are of things that the catalogue has under "command.count.".
type number struct {
	of string
	n  int
}

// counted lists numbers of things and leaves out those of which there are none.
func (p *program) counted(counts ...number) string {
	var parts []string
	for _, c := range counts {
		if c.n > 0 {
			parts = append(parts, p.words.Say("command.count."+c.of, bulletin.Args{"n": c.n}))
		}
	}
	return strings.Join(parts, ", ")
}

func (p *program) nameOf(s subject) string {
	if s.name == "" {
		return p.words.Say("command.untitled", nil)
	}
	return short(s.name)
}

// tellConflicts prints the sides of each conflict, one below the other.
func (s spoken) tellConflicts(conflicts []openConflict) {
	for _, c := range conflicts {
		c.Conflict = s.wording.Conflict(c.Conflict)
		nothing := "command.settle.nothing"
		if c.Field == merge.FieldDeleted { // before both it was there
			nothing = "command.settle.kept"
		}
		fmt.Fprintf(s.out, "  %s (%s)\n", s.wording.Field(c.Field), c.Key())
		for _, side := range []struct {
			key, text string
			from      written
		}{{"ours", c.Ours, c.OursFrom}, {"theirs", c.Theirs, c.TheirsFrom}, {"base", c.Base, written{}}} {
			if side.key == "base" && c.NoBase {
				continue
			}
			fmt.Fprintf(s.out, "    %-7s %s%s\n", side.key, cmp.Or(side.text, s.words.Say(nothing, nil)), side.from)
		}
	}
}
