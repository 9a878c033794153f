package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// subjectChange is a place of some article or issue of which others had changed
// something that was taken over without asking anybody.
type subjectChange struct {
	ID   bulletin.ID          `json:"id"`
	Kind bulletin.SubjectKind `json:"kind"`
	merge.Change
}

// mostJoined is how many such places of one article or issue are named.
const mostJoined = 6

// joinedIn are the places that receiving has taken over in merged articles and
// issues.
func joinedIn(cmd *cobra.Command, f *storage.File, merged []bulletin.ID) ([]subjectChange, error) {
	all := []subjectChange{}
	for _, id := range merged {
		s, err := subjectByPrefix(cmd, f, string(id))
		if err != nil {
			return nil, err
		}
		changes, err := f.Joined(cmd.Context(), s.kind, s.id)
		if err != nil {
			return nil, err
		}
		for _, c := range changes {
			all = append(all, subjectChange{s.id, s.kind, c})
		}
	}
	return all, nil
}

// changesOf are those of one article or issue.
func changesOf(joined []subjectChange, id bulletin.ID) (changes []merge.Change) {
	for _, c := range joined {
		if c.ID == id {
			changes = append(changes, c.Change)
		}
	}
	return changes
}

// tellJoined names the places that were taken over in one article or issue, those
// that both had changed apart.
func (s spoken) tellJoined(changes []merge.Change) {
	theirs, both := merge.OfBoth(changes)
	s.tellPlaces("merge.joined", theirs)
	s.tellPlaces("merge.joined_both", both)
}

func (s spoken) tellPlaces(key string, changes []merge.Change) {
	if len(changes) == 0 {
		return
	}
	var names []string
	for _, c := range changes {
		if name := s.place(c); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > mostJoined {
		names = append(names[:mostJoined], "…")
	}
	s.say(key, bulletin.Args{"n": len(changes), "places": strings.Join(names, ", ")})
}

// place is where something has changed: a field, or a paragraph by its number.
func (s spoken) place(c merge.Change) string {
	if c.Block >= 0 {
		return s.words.Say("command.diff.paragraph", bulletin.Args{"n": c.Block + 1})
	}
	return s.wording.Field(c.Field)
}
