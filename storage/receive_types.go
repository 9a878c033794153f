package storage

import (
	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Received is what receiving a file came to.
type Received struct {
	NewArticles  int
	NewIssues    int
	NewRevisions int
	NewPhotos    int
	// Mended is how many versions and photos were here and damaged, and are
	// whole again: the other file had them as their hashes say.
	Mended int
	// NewStyles are the names of the house styles that came, sorted.
	NewStyles []string
	// Merged are the articles and issues that have several newest versions now,
	// which are shown merged: they need an eye.
	Merged []bulletin.ID
	// Conflicts are what both sides changed in those, open until Settle.
	Conflicts []SubjectConflict
	// Refused is what was in the file and was not taken over; the rest was.
	Refused []Refused
}

// SubjectConflict is a conflict with the article or issue it is in.
type SubjectConflict struct {
	ID   bulletin.ID          `json:"id"`
	Kind bulletin.SubjectKind `json:"kind"`
	merge.Conflict
}

// Refused is something that was not taken over from a file.
type Refused struct {
	// What is what people know it by: the headline of an article, the name of a
	// photo, or where that is not known an ID.
	What string
	// Why is a Trouble: received_damaged (not what its hash says),
	// received_unreadable (no article, no issue, or out of all bounds),
	// received_other_kind, received_incomplete (a thinned version that nothing
	// follows), received_torn (it stood on pages that are torn), or one of
	// picture.Develop.
	Why *bulletin.Trouble
}

// maxRefused bounds the list of what was refused.
const maxRefused = 1000
