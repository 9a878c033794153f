package command

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// written says who wrote one side of a conflict, and when.
type written struct {
	Revision bulletin.RevisionID `json:"revision"`
	Author   string              `json:"author"`
	Time     time.Time           `json:"time"`
}

// String is what stands behind a side for people, "" for nothing known.
func (w written) String() string {
	if w.Revision == "" {
		return ""
	}
	return "  (" + strings.TrimPrefix(w.Author+", ", ", ") + w.Time.Local().Format("2/1/2006 15:04:05") + ", " + w.Revision.Short() + ")"
}

// openConflict is a conflict with the authors of its sides: ours is what was
// written in this file.
type openConflict struct {
	merge.Conflict
	OursFrom   written `json:"ours_from"`
	TheirsFrom written `json:"theirs_from"`
}

// authored finds who wrote the sides of a subject's conflicts. A side that is a
// deletion is that of the deleted head.
func authored(cmd *cobra.Command, f *storage.File, s subject, conflicts []merge.Conflict) ([]openConflict, error) {
	open := make([]openConflict, len(conflicts))
	if len(open) == 0 {
		return open, nil
	}
	history, err := f.History(cmd.Context(), s.id)
	if err != nil {
		return nil, err
	}
	by := map[bulletin.RevisionID]written{}
	for _, r := range history {
		by[r.ID] = written{r.ID, bulletin.Signed(r.Author), r.Time}
		if r.Deleted && slices.Contains(s.heads, r.ID) {
			by[""] = by[r.ID]
		}
	}
	for i, c := range conflicts {
		open[i] = openConflict{c, by[c.OursHead], by[c.Head]}
	}
	return open, nil
}

// conflictsOf are conflicts that receiving has found, with who wrote the sides.
func conflictsOf(cmd *cobra.Command, f *storage.File, found []storage.SubjectConflict) ([]subjectConflict, error) {
	all := make([]subjectConflict, 0, len(found))
	subjects := map[bulletin.ID]subject{}
	for _, c := range found {
		s, known := subjects[c.ID]
		if !known {
			var err error
			if s, err = subjectByPrefix(cmd, f, string(c.ID)); err != nil {
				return nil, err
			}
			subjects[c.ID] = s
		}
		open, err := authored(cmd, f, s, []merge.Conflict{c.Conflict})
		if err != nil {
			return nil, err
		}
		all = append(all, subjectConflict{c.ID, c.Kind, open[0]})
	}
	return all, nil
}

// sidesOf answers the conflicts of one field with the text of a person or of a
// version, which is named by its first letters. Of conflicts that it has no part
// in, those that one of its own leads to are answered, too: whatever stands
// there then stays. found is false where nothing has that name; a name of
// several versions is the trouble side_ambiguous.
func sidesOf(named string, conflicts []openConflict) (choices merge.Choices, found bool, err error) {
	var versions []bulletin.RevisionID
	for _, c := range conflicts {
		for _, w := range []written{c.OursFrom, c.TheirsFrom} {
			if w.isNamed(named) && !slices.Contains(versions, w.Revision) {
				versions = append(versions, w.Revision)
			}
		}
	}
	switch len(versions) {
	case 0:
		return nil, false, nil
	case 1:
		return sidesOfVersion(versions[0], conflicts), true, nil
	}
	return nil, true, ambiguous(named, versions)
}

// ambiguous is the trouble of a name that several versions have.
func ambiguous(named string, versions []bulletin.RevisionID) error {
	letters := make([]string, len(versions))
	for i, v := range versions {
		letters[i] = v.Short()
	}
	return bulletin.NewTrouble("side_ambiguous", bulletin.Args{"side": named, "n": len(letters), "sides": strings.Join(letters, ", ")}, nil)
}

func sidesOfVersion(version bulletin.RevisionID, conflicts []openConflict) merge.Choices {
	choices, texts := merge.Choices{}, map[string]bool{}
	for _, c := range conflicts {
		switch version {
		case c.OursFrom.Revision:
			choices[c.Key()] = merge.Ours
		case c.TheirsFrom.Revision:
			choices[c.Key()] = merge.Theirs
		default:
			continue
		}
		texts[c.Ours], texts[c.Theirs] = true, true
	}
	for _, c := range conflicts {
		if _, chosen := choices[c.Key()]; !chosen && (texts[c.Ours] || texts[c.Theirs]) {
			choices[c.Key()] = c.First()
		}
	}
	return choices
}

// minPrefix is how many letters of a version name it at the least.
const minPrefix = 4

func (w written) isNamed(name string) bool {
	switch {
	case w.Revision == "" || name == "":
		return false
	case strings.EqualFold(w.Author, name):
		return true
	}
	return len(name) >= minPrefix && strings.HasPrefix(string(w.Revision), strings.ToLower(name))
}
