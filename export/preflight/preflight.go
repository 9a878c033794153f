// Package preflight looks over an issue, its articles and the pages that were
// laid out of them before they go to print, and returns what it noticed as
// findings. It is a table of small rules (registry.go) that change nothing and
// know no drafts file: press hands them what they look at.
//
// An error is what would certainly print wrong: words or a picture missing, a
// photo in visible squares, text that the knife cuts off. Everything that a
// person may have meant so is a warning; a hint is worth a look.
package preflight

import (
	"slices"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/export/layout"
)

// Purpose is what the pages are for; its values are those of the export's
// profiles.
type Purpose string

// The purposes.
const (
	Print  Purpose = "print"  // the print house: cut and bled, on a press
	Office Purpose = "office" // the office printer
	Screen Purpose = "screen" // mail and web
)

// Story is one place of the story list, with what the drafts file has there.
type Story struct {
	ID       bulletin.ID
	Article  bulletin.Article // empty where it is missing
	Missing  bool             // the drafts file has no such article
	Deleted  bool             // somebody deleted it; Article is its last text
	Conflict bool             // several versions stand side by side
	// Merged says that the program put Article together from several versions
	// that did not contradict each other, and nobody has looked at it since.
	Merged bool
	// Older says that no newest version can be read: Article is the newest one
	// that is whole, of that time and revision. nil where that is not so.
	Older bulletin.Args
}

// StandIn says that the pages are set in the usual house style, since the one
// that the issue asks for is gone, or cannot be used. Zero where that is not so.
type StandIn struct {
	For    string // the style that is asked for
	Broken bool   // it is there, and cannot be used
}

// PhotoSizes is what a house style makes of the sizes that are wished for photos.
type PhotoSizes struct {
	Column  layout.Length // width of a column
	Small   layout.Length // width of a small photo in it
	Gallery int           // photos of a picture story from which on it sizes them itself; 0 for never
}

// Input is what the rules look at. Nothing of it is changed.
type Input struct {
	Issue         *bulletin.Issue // nil for the pages of one article
	IssueConflict bool            // several versions of the issue stand side by side
	IssueMerged   bool            // as Story.Merged
	IssueOlder    bulletin.Args   // as Story.Older
	Stories       []Story         // in the order of the story list
	Document      *layout.Document
	Purpose       Purpose       // "" is Print
	Day           bulletin.Date // chooses the rule set: the issue's day, else that of its last change
	Rules         []rules.Set   // given for this once, preferred to all others
	Kept          []rules.Set   // the office's own, preferred to the shipped ones
	Broken        []string      // names of those of the office's own that cannot be used
	StandIn       StandIn       // for the house style that the issue asks for
	// Scale is the size of the pages on paper in ten-thousandths of their own;
	// 0 is their own.
	Scale int
	// Photos says how the house style sizes photos; the zero value knows nothing
	// of that.
	Photos PhotoSizes
	// HeadlineMost is how many lines of a headline the house style wishes at most;
	// 0 for any number, as in an issue, whose make-up weighs that against all else.
	HeadlineMost int
	// Printed gives the size of the print derivative of a photo by that of its
	// original. nil: photos are printed from their originals.
	Printed func(layout.PixelSize) layout.PixelSize
}

// Check applies every rule of the registry that speaks of such an input and
// returns what was found, errors first, then by page, in an order that is the
// same on every run. Findings of the layout itself are among them, each once.
func Check(in Input) []bulletin.Finding {
	p := newProof(in)
	found := []bulletin.Finding{}
	for _, r := range registry {
		severity := r.severity(p.Purpose)
		if severity == "" || r.issue && p.Issue == nil {
			continue
		}
		for _, h := range r.check(p) {
			found = append(found, h.finding(r.name, severity))
		}
	}
	found = append(found, p.unknown()...)
	slices.SortStableFunc(found, func(a, b bulletin.Finding) int {
		if d := rank(a.Severity) - rank(b.Severity); d != 0 {
			return d
		}
		return a.Where.Page - b.Where.Page
	})
	return found
}

func rank(s bulletin.Severity) int {
	return slices.Index([]bulletin.Severity{bulletin.Error, bulletin.Warning, bulletin.Hint}, s)
}

// Errors counts the findings that keep pages from the print house.
func Errors(found []bulletin.Finding) int {
	n := 0
	for _, f := range found {
		if f.Severity == bulletin.Error {
			n++
		}
	}
	return n
}

// hit is one thing that a rule noticed; its name and severity are the rule's.
type hit struct {
	where    bulletin.Place
	args     bulletin.Args
	fix      bulletin.Fix
	severity bulletin.Severity // where it is not that of the registry
	few      string            // why a photo is sharp in no size
}

func (h hit) finding(rule string, severity bulletin.Severity) bulletin.Finding {
	if h.severity != "" {
		severity = h.severity
	}
	return bulletin.Finding{Rule: rule, Severity: severity, Where: h.where, Args: h.args, Fix: h.fix}
}

// ofIssue is the place of what belongs to no article.
func ofIssue(page int) bulletin.Place { return bulletin.Place{Block: -1, Page: page} }
