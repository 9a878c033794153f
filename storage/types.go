package storage

import (
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Save says who saves, why, and what they had on screen.
type Save struct {
	Author string
	Reason bulletin.Reason
	// Expected are the heads that the writer has seen, as StoredArticle.Heads
	// or StoredIssue.Heads gave them. They become the parents of the new
	// revision, but for one that is damaged while another is sound: it stays a
	// head. None of them for a new article or issue.
	Expected []bulletin.RevisionID
	// Settles says that the writer has seen the conflicts between the expected
	// heads and that this text settles them. Without it the conflicts stay,
	// whatever is typed (merge.Over): nobody settles one unawares. Heads that
	// merge without conflict are joined by any save.
	Settles bool
}

// Saved is what a save came to.
type Saved struct {
	Revision bulletin.RevisionID
	// Heads are the newest revisions after the save, sorted, without damaged
	// ones. More than one: somebody else saved meanwhile, and both versions stay
	// in the file.
	Heads []bulletin.RevisionID
	// Changed is false when the text was the same as that of its only parent;
	// Revision is that parent then and nothing was written.
	Changed bool
}

// StoredArticle is an article as the drafts file shows it.
type StoredArticle struct {
	ID      bulletin.ID
	Article bulletin.Article
	// Revision is the head that Article was read from, or that the other heads
	// were merged into.
	Revision bulletin.RevisionID
	// Heads are all newest revisions that are sound, sorted. A save that lists
	// them all in Save.Expected joins them.
	Heads     []bulletin.RevisionID
	Author    string    // who wrote the newest head
	CreatedAt time.Time // of the earliest revision, UTC
	UpdatedAt time.Time // of the newest head, UTC
	Deleted   bool
	// Conflicts are what several heads changed differently; Article shows one
	// side of each meanwhile.
	Conflicts []merge.Conflict
	// NeedsEye marks a text that the program has merged and no person has
	// saved since.
	NeedsEye bool
	// Hurt says that a newest version, or the text before the deletion, is
	// damaged: what is shown is made of the others.
	Hurt bool
}

// StoredIssue is an issue as the drafts file shows it; see StoredArticle.
type StoredIssue struct {
	ID        bulletin.ID
	Issue     bulletin.Issue
	Revision  bulletin.RevisionID
	Heads     []bulletin.RevisionID
	Author    string
	CreatedAt time.Time
	UpdatedAt time.Time
	Deleted   bool
	Conflicts []merge.Conflict
	NeedsEye  bool
	Hurt      bool
}

// PhotoInfo is what is known of a picture without reading it.
type PhotoInfo struct {
	SHA256   string // of the original bytes, hexadecimal
	Format   string // "jpeg", "png", "webp"
	WidthPx  int    // of the upright picture
	HeightPx int
	Bytes    int64  // of the original
	Name     string // the file name it came with
	// Colours is told when a picture is added, and by nothing else.
	Colours bulletin.Colours
}

// Damage is one thing that Check found wrong. Kind names its sentence in
// assets/translations (below "damage."), which Args fill; Subject is the
// article, issue, photo or revision it is about, for programs.
type Damage struct {
	Kind    string        `json:"kind"`
	Subject string        `json:"subject"`
	Args    bulletin.Args `json:"args,omitempty"`
}
