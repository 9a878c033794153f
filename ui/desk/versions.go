package desk

import (
	"encoding/json"
	"time"

	"bantin/bulletin"
)

// Version is one step in the history of an article as people remember it: what
// the program saved by itself while somebody was writing counts as one.
type Version struct {
	Revision bulletin.RevisionID // the last one of the step
	Article  bulletin.Article
	Author   string
	Time     time.Time
	Reason   bulletin.Reason
	Deleted  bool
	Saves    int // that are in the step
	Words    int
}

// together is how far apart saves may be that are one step: half an hour.
const together = 30 * time.Minute

// Versions makes steps of a history, newest first. Revisions whose text is not
// there are passed over.
func Versions(history []bulletin.Revision) []Version {
	var out []Version
	for _, r := range history {
		var a bulletin.Article
		if r.Document == nil || json.Unmarshal(r.Document, &a) != nil {
			continue
		}
		n := len(out)
		if n > 0 && r.Reason == bulletin.ReasonAutosave && r.Author == out[n-1].Author &&
			out[n-1].Time.Sub(r.Time) < together && joins(out[n-1].Reason) {
			out[n-1].Saves++
			continue
		}
		out = append(out, Version{
			Revision: r.ID, Article: a, Author: r.Author, Time: r.Time, Reason: r.Reason, Deleted: r.Deleted, Saves: 1, Words: a.Words(),
		})
	}
	return out
}

// joins reports whether what was saved by itself before belongs to a save.
func joins(r bulletin.Reason) bool { return r == bulletin.ReasonAutosave || r == bulletin.ReasonSave }
