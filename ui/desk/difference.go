package desk

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Change is one field or paragraph that differs between two versions of an
// article.
type Change struct {
	// What is the field or the kind of block: "headline", "paragraph", "caption".
	What   string
	Pieces []merge.Piece
}

// Difference lists what differs between two versions of an article, in the
// order of the sheet. Values that have words of their own on screen (genre,
// status) go through name.
func Difference(before, after bulletin.Article, name func(what, value string) string) []Change {
	var out []Change
	add := func(what, a, b string) {
		if a != b {
			out = append(out, Change{what, merge.Words(a, b)})
		}
	}
	whole := func(what, a, b string) {
		if a != b {
			out = append(out, Change{what, wholePieces(a, b)})
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
	out = append(out, blockChanges(before, after)...)
	out = append(out, photoChanges(before, after)...)
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

// blockChanges compares the bodies paragraph by paragraph: equal ones are
// paired first, and between those the rest in their order.
func blockChanges(before, after bulletin.Article) []Change {
	a, b := blockTexts(before), blockTexts(after)
	var out []Change
	i, j := 0, 0
	for _, pair := range append(equalBlocks(a, b), [2]int{len(a), len(b)}) {
		out = append(out, changedBlocks(before.Body[i:pair[0]], after.Body[j:pair[1]], a[i:pair[0]], b[j:pair[1]])...)
		i, j = pair[0]+1, pair[1]+1
	}
	return out
}

func changedBlocks(before, after []bulletin.Block, a, b []string) []Change {
	var out []Change
	for n := range max(len(a), len(b)) {
		was, is, kind := "", "", bulletin.Paragraph
		if n < len(a) {
			was, kind = a[n], before[n].Kind
		}
		if n < len(b) {
			is, kind = b[n], after[n].Kind
		}
		if was != is || n < len(a) && n < len(b) && before[n].Kind != after[n].Kind {
			out = append(out, Change{string(kind), merge.Words(was, is)})
		}
	}
	return out
}

func blockTexts(a bulletin.Article) []string {
	out := make([]string, len(a.Body))
	for i, b := range a.Body {
		out[i] = bulletin.Plain(b.Text)
		if b.Kind == bulletin.PhotoAnchor {
			if p := a.PhotoByID(b.Photo); p != nil {
				out[i] = "▣ " + p.Caption
			}
		}
	}
	return out
}

// equalBlocks pairs equal paragraphs by the longest common subsequence.
func equalBlocks(a, b []string) [][2]int {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

func photoChanges(before, after bulletin.Article) []Change {
	var out []Change
	compare := func(p, q bulletin.Photo) {
		for _, f := range []struct{ what, a, b string }{
			{"caption", bulletin.Plain(p.Caption), bulletin.Plain(q.Caption)}, {"credit", p.Credit, q.Credit}, {"alt_text", p.AltText, q.AltText},
		} {
			if f.a != f.b {
				out = append(out, Change{f.what, merge.Words(f.a, f.b)})
			}
		}
		if p.SHA256 != q.SHA256 && p.ID == q.ID {
			out = append(out, Change{"photo", []merge.Piece{{Kind: merge.Removed, Text: shortHash(p.SHA256)}, {Kind: merge.Added, Text: shortHash(q.SHA256)}}})
		}
		if p.ID == q.ID {
			out = append(out, frameChanges(p, q, photoName(after, q))...)
		}
	}
	for _, q := range after.Photos {
		i := slices.IndexFunc(before.Photos, func(p bulletin.Photo) bool { return p.ID == q.ID })
		if i < 0 {
			compare(bulletin.Photo{}, q)
			continue
		}
		compare(before.Photos[i], q)
	}
	for _, p := range before.Photos {
		if !slices.ContainsFunc(after.Photos, func(q bulletin.Photo) bool { return p.ID == q.ID }) {
			compare(p, bulletin.Photo{})
		}
	}
	return append(out, orderChange(before, after)...)
}

// frameChanges are what was done to the frame of a picture, which is called name.
func frameChanges(before, after bulletin.Photo, name string) []Change {
	var out []Change
	for _, f := range []struct {
		what    string
		changed bool
	}{
		{"crop", !reflect.DeepEqual(before.Crop, after.Crop)},
		{"focus", !reflect.DeepEqual(before.Focus, after.Focus)},
		{"photo_size", before.Size != after.Size},
		{"turn", before.Turn != after.Turn},
	} {
		if f.changed {
			out = append(out, Change{f.what, []merge.Piece{{Text: name}}})
		}
	}
	return out
}

// orderChange says in which order the pictures stand now, where the same ones
// stand in another.
func orderChange(before, after bulletin.Article) []Change {
	var now []string
	moved := false
	for i, q := range after.Photos {
		was := slices.IndexFunc(before.Photos, func(p bulletin.Photo) bool { return p.ID == q.ID })
		if was < 0 {
			return nil
		}
		moved = moved || was != i
		now = append(now, strconv.Itoa(was+1))
	}
	if !moved || len(before.Photos) != len(after.Photos) {
		return nil
	}
	return []Change{{"photos", []merge.Piece{{Text: strings.Join(now, ", ")}}}}
}

// photoName is the caption of a picture, or its number where it has none.
func photoName(a bulletin.Article, photo bulletin.Photo) string {
	if photo.Caption != "" {
		return bulletin.Plain(photo.Caption)
	}
	return strconv.Itoa(1 + slices.IndexFunc(a.Photos, func(p bulletin.Photo) bool { return p.ID == photo.ID }))
}

// shortHash names a picture as far as eyes can tell two apart.
func shortHash(sha string) string {
	if sha == "" {
		return ""
	}
	return " ▣ " + strings.ToUpper(sha[:min(6, len(sha))])
}
