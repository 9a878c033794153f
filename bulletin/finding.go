package bulletin

// Severity says how much a finding matters.
type Severity string

// The severities, from "worth a look" to "this would print wrong".
const (
	Hint    Severity = "hint"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// Finding is one thing that a rule noticed: proofreading, preflight, layout
// and import all speak in findings. Rule names its sentence in
// assets/translations (below "finding."); Args fill the sentence. Fix, where
// there is one, is a change that the program can make on request.
type Finding struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Where    Place    `json:"where"`
	Args     Args     `json:"args,omitempty"`
	Fix      Fix      `json:"fix,omitempty"`
}

// Fix names a change that settles a finding without asking for any word of a
// person: press.Mend carries it out at the finding's place and stores it as a
// revision, so that it can be taken back. Its words for a button are fix.NAME
// in assets/translations.
type Fix string

// The fixes.
const (
	FixApprove      Fix = "approve"       // approves the story as it stands
	FixDropStory    Fix = "drop_story"    // takes the story out of the issue; the article stays
	FixDropRepeats  Fix = "drop_repeats"  // leaves the story's first place in the issue only
	FixSmallerPhoto Fix = "smaller_photo" // wishes the photo the size in Args, "size"
	FixDropFrame    Fix = "drop_frame"    // takes the empty frame and its caption out of the article
	FixEvenPages    Fix = "even_pages"    // wishes a multiple of four pages for the issue
	FixDropWish     Fix = "drop_wish"     // takes back the wish that the finding speaks of
)

// Fixes lists every fix.
func Fixes() []Fix {
	return []Fix{FixApprove, FixDropStory, FixDropRepeats, FixSmallerPhoto, FixDropFrame, FixEvenPages, FixDropWish}
}

// Place points at a spot in an article, on a page, or both. What is unknown or
// does not apply is left at its zero value, except Block, which is -1 then.
type Place struct {
	Article ID     `json:"article,omitempty"`
	Field   Field  `json:"field,omitempty"`
	Block   int    `json:"block"`           // index into Article.Body, or -1
	Photo   string `json:"photo,omitempty"` // Photo.ID
	Offset  int    `json:"offset"`          // runes into the plain text of the field or block
	Length  int    `json:"length"`          // runes
	Page    int    `json:"page,omitempty"`  // 1 for the first page
}

// InField is a place in one of the article's single-text fields.
func InField(article ID, field Field) Place {
	return Place{Article: article, Field: field, Block: -1}
}

// InBlock is a place in a block of the article's body.
func InBlock(article ID, block int) Place {
	return Place{Article: article, Field: FieldBody, Block: block}
}
