package desk

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// blockChanges compares the bodies paragraph by paragraph, as merging does. moved
// are the photos that stand elsewhere now, with their places; those that came or
// went are told with their captions, and not here.
func blockChanges(before, after bulletin.Article) (out []Change, moved map[string]Place) {
	moved = map[string]Place{}
	changes, err := merge.Difference(bulletin.SubjectArticle, bodyOf(before), bodyOf(after))
	if err != nil {
		return nil, moved // what was read once can be written, and read again
	}
	for _, c := range movedAndChanged(replaced(changes, before.Body, after.Body)) {
		side := after
		if c.Kind == merge.Removed {
			side = before
		}
		if c.Block < 0 || c.Block >= len(side.Body) {
			continue
		}
		block := side.Body[c.Block]
		if block.Kind == bulletin.PhotoAnchor {
			if before.PhotoByID(block.Photo) != nil && after.PhotoByID(block.Photo) != nil && c.Kind != merge.Removed {
				moved[block.Photo] = placeOf(after, c.Block)
			}
			continue
		}
		if block.Text != "" || c.Before+c.After != "" {
			out = append(out, blockChange(c, block, after))
		}
	}
	return out, moved
}

// replaced makes one change of a paragraph that came alone in the place of another,
// however unlike the two are.
func replaced(changes []merge.Change, before, after []bulletin.Block) (out []merge.Change) {
	for i := 0; i < len(changes); i++ {
		c := changes[i]
		if i+1 < len(changes) && c.Kind == merge.Added && changes[i+1].Kind == merge.Removed {
			went := changes[i+1]
			if stoodThere(before, went.Block, after, c.Block) && after[c.Block].Kind == before[went.Block].Kind && after[c.Block].Kind != bulletin.PhotoAnchor {
				c.Kind, c.Pieces = merge.Changed, becameOf(went.Before, c.After)
				i++
			}
		}
		out = append(out, c)
	}
	return out
}

// becameOf compares two texts by words, unless they have so few in common that the
// one is read more easily after the other.
func becameOf(before, after string) []merge.Piece {
	const few = 0.25
	a, b := wordsIn(before), wordsIn(after)
	if a != nil && b != nil && sharedWords(a, b) < few {
		return wholePieces(bulletin.Plain(before), bulletin.Plain(after))
	}
	return merge.Words(before, after)
}

// stoodThere reports that two blocks stand between the same ones.
func stoodThere(before []bulletin.Block, was int, after []bulletin.Block, is int) bool {
	at := func(body []bulletin.Block, i int) bulletin.Block {
		if i < 0 || i >= len(body) {
			return bulletin.Block{}
		}
		return body[i]
	}
	alike := func(by int) bool {
		a, b := at(before, was+by), at(after, is+by)
		return a.Kind == b.Kind && a.Text == b.Text && a.Photo == b.Photo
	}
	return alike(-1) && alike(1)
}

// bodyOf is the body alone of an article, as a document.
func bodyOf(a bulletin.Article) []byte {
	only := bulletin.Article{Body: a.Body}
	only.Normalize()
	document, err := bulletin.CanonicalJSON(only)
	if err != nil {
		return nil
	}
	return document
}

func blockChange(c merge.Change, block bulletin.Block, after bulletin.Article) Change {
	change := Change{What: string(block.Kind), Pieces: c.Pieces}
	switch {
	case c.Field == "body/kind":
		change.Was, change.Pieces = c.Before, merge.Words(block.Text, block.Text)
	case c.Kind != merge.Changed:
		change.Fate = c.Kind
	}
	if c.Kind == merge.Moved {
		at := placeOf(after, c.Block)
		change.Behind = &at
	}
	return change
}

// placeOf is what a block of the body stands behind.
func placeOf(a bulletin.Article, block int) Place {
	if block == 0 {
		return Place{}
	}
	before := a.Body[block-1]
	if before.Kind != bulletin.PhotoAnchor {
		return Place{Text: beginning(before.Text)}
	}
	at := Place{IsPhoto: true}
	if p := a.PhotoByID(before.Photo); p != nil {
		at.Text = beginning(p.Caption)
	}
	return at
}

// beginning is so much of a text as tells it from others.
func beginning(text string) string {
	const enough = 8
	words := strings.Fields(bulletin.Plain(text))
	if len(words) <= enough {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:enough], " ") + "…"
}
