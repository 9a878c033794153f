package desk

import (
	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Change is one field, paragraph or photo that differs between two versions of an
// article.
type Change struct {
	// What is the field or the kind of block: "headline", "paragraph", "photo".
	What string
	// Fate is what became of a whole paragraph or photo: it was added, removed or
	// moved; "" where something in it changed.
	Fate   merge.ChangeKind
	Pieces []merge.Piece
	Was    string // the kind of block that a paragraph was, where it is another now
	Behind *Place // where it stands now, of what was moved
	Photo  *PhotoChange
}

// Place is what something stands behind: the beginning of a paragraph or of a
// caption; "" at the beginning of the body.
type Place struct {
	Text    string
	IsPhoto bool
}

// PhotoChange is a photo that differs: nil where it was not there before, or is not
// there after. Within it, Parts tell what differs of its words and of its frame.
type PhotoChange struct {
	Before, After *bulletin.Photo
	Parts         []Change
}

// Difference lists what differs between two versions of an article, in the
// order of the sheet. Values that have words of their own on screen (genre,
// status) go through name.
func Difference(before, after bulletin.Article, name func(what, value string) string) []Change {
	var out []Change
	add := func(what, a, b string) {
		if a != b {
			out = append(out, Change{What: what, Pieces: merge.Words(a, b)})
		}
	}
	whole := func(what, a, b string) {
		if a != b {
			out = append(out, Change{What: what, Pieces: wholePieces(a, b)})
		}
	}
	whole("status", name("status", string(before.Status)), name("status", string(after.Status)))
	whole("genre", name("genre", string(before.Genre)), name("genre", string(after.Genre)))
	whole("section", before.Section, after.Section)
	whole("event_date", before.EventDate.Short(), after.EventDate.Short())
	add("theme_banner", before.ThemeBanner, after.ThemeBanner)
	add("kicker", before.Kicker, after.Kicker)
	add("headline", before.Headline, after.Headline)
	add("deck", before.Deck, after.Deck)
	add("standfirst", bulletin.Plain(before.Standfirst), bulletin.Plain(after.Standfirst))
	add("dateline", before.Dateline, after.Dateline)
	blocks, moved := blockChanges(before, after)
	out = append(out, blocks...)
	out = append(out, photoChanges(before, after, moved)...)
	add("byline", before.Byline, after.Byline)
	add("affiliation", before.Affiliation, after.Affiliation)
	add("note", before.Note, after.Note)
	return out
}

// wholePieces puts one value in the place of another.
func wholePieces(a, b string) []merge.Piece {
	var out []merge.Piece
	if a != "" {
		out = append(out, merge.Piece{Kind: merge.Removed, Text: a + " "})
	}
	if b != "" {
		out = append(out, merge.Piece{Kind: merge.Added, Text: b})
	}
	return out
}
