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

// openConflict is a conflict with the authors of its sides: which of them is
// "ours" is the same on every PC, whoever sits at it.
type openConflict struct {
	merge.Conflict
	OursFrom   written `json:"ours_from"`
	TheirsFrom written `json:"theirs_from"`
}

// authored finds who wrote the sides of a subject's conflicts. ours is the
// version that the others were merged into; a side that is a deletion is that
// of the deleted head.
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
		by[r.ID] = written{r.ID, r.Author, r.Time}
		if r.Deleted && slices.Contains(s.heads, r.ID) {
			by[""] = by[r.ID]
		}
	}
	for i, c := range conflicts {
		open[i] = openConflict{c, by[s.ours], by[c.Head]}
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

// sideOf is the side that a person names: by its own name, or by the first
// letters of the version that it comes from.
func sideOf(named string, c openConflict) merge.Side {
	prefix := strings.ToLower(named)
	switch {
	case len(prefix) < 4:
	case strings.HasPrefix(string(c.OursFrom.Revision), prefix):
		return merge.Ours
	case strings.HasPrefix(string(c.TheirsFrom.Revision), prefix):
		return merge.Theirs
	}
	return merge.Side(named)
}
