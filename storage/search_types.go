package storage

import (
	"time"

	"bantin/bulletin"
)

// Query chooses and orders what Articles lists. The zero Query lists every
// article that is not deleted, newest first.
type Query struct {
	// Text is what was typed into a search box: words that must all occur, in
	// any order and with or without marks, the last one perhaps unfinished.
	//
	//	"nông thôn mới"  these words in a row
	//	tr*              any word that begins so
	//	-tôm             articles without the word; -"…" and -field: too
	//	field:word       in that field only; field:"several words"
	//
	// Fields, in Vietnamese (with or without marks) and English: tiêu đề or tít
	// (headline, with kicker and deck), tác giả (author), nơi (place:
	// affiliation and dateline), ảnh (photo: captions and credits), nội dung
	// (body); mục (section), thể loại (genre), trạng thái (status); từ (from),
	// đến (to), ngày (on) for when the article was last changed: 1/4/2026, 1/4,
	// 4/2026, 2026, 2026-04-01, "hôm nay", "hôm qua".
	Text string
	// Ranked puts the best hits of Text first: words of the headline count more
	// than those of the body, rare words more than common ones. For when Enter
	// is pressed; as you type, the newest come first, which is faster. A Sort
	// takes its place.
	Ranked bool

	Status   bulletin.Status
	Section  string    // exactly
	Genre    string    // exactly
	Byline   string    // words of the byline, marks optional
	From     time.Time // last changed then or later
	To       time.Time // last changed before that
	Conflict bool      // only articles with conflicts to settle
	Issue    bulletin.ID
	Deleted  bool // the deleted articles instead of the others

	Sort    Sort
	Reverse bool // the other way round

	Limit  int // 0 for all
	Offset int
}

// Sort is an order of the list.
type Sort string

// The orders.
const (
	SortNewest   Sort = ""         // last changed first
	SortCreated  Sort = "created"  // begun last first
	SortHeadline Sort = "headline" // Vietnamese order; without a headline last
	SortByline   Sort = "byline"   // by the given name of the first author; without one last
	SortSection  Sort = "section"  // Vietnamese order, then newest
	SortStatus   Sort = "status"   // as the work goes, then newest
	SortWords    Sort = "words"    // longest first
)

// Sorts lists every order.
func Sorts() []Sort {
	return []Sort{SortNewest, SortCreated, SortHeadline, SortByline, SortSection, SortStatus, SortWords}
}

// Summary is one line of the article list.
type Summary struct {
	ID        bulletin.ID
	Headline  string
	Byline    string
	Section   string
	Genre     bulletin.Genre
	Status    bulletin.Status
	Words     int
	Photos    int
	Author    string // who saved last
	CreatedAt time.Time
	UpdatedAt time.Time
	Conflict  bool // several heads changed one thing differently; see StoredArticle.Conflicts
	Conflicts int  // how many things these are
	NeedsEye  bool // merged by the program, and no person has saved it since

	// Of a search with words: where they stand in the headline, and a stretch of
	// the text around them. Only the first thousand hits have these.
	Found   []Span
	Snippet Excerpt
}

// Span is a stretch of a text, in bytes: text[Start:End].
type Span struct{ Start, End int }

// Excerpt is a stretch of an article's text in one line, as it was written but
// without emphasis; "…" stands for what was left out.
type Excerpt struct {
	Text  string
	Found []Span // of the words searched for; ascending and apart
}

// Tally is a value of a fact and how many articles that are not deleted have it.
type Tally struct {
	Name  string
	Count int
}
