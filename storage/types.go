package storage

import "bantin/bulletin"

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
	// Begins says that the writer has just sat down to it: what the program had
	// saved by itself for them before becomes a save of theirs first, for that is
	// where they may want to come back to.
	Begins bool
}

// Saved is what a save came to.
type Saved struct {
	Revision bulletin.RevisionID
	// Heads are the newest revisions after the save, sorted, without damaged
	// ones. More than one: somebody else saved meanwhile, and both versions stay
	// in the file.
	Heads []bulletin.RevisionID
	// Changed is false when the text was the same as that of its only parent,
	// and no more was said by saving it; Revision is that parent then and nothing
	// was written.
	Changed bool
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

	heads []bulletin.RevisionID // newest versions of a subject of which none is left, as far as they are known
}
