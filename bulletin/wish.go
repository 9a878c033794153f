package bulletin

import (
	"slices"
	"strings"
)

// PageGrid is what a page of a house style holds, in columns and grid lines;
// 0 where that is not known.
type PageGrid struct {
	Columns, Rows int
	Style         string // what the house style is called
}

// MostPages is the last page that a story can be pinned to, and the largest
// number of pages that an issue can be asked for in multiples of.
const MostPages = 400

// mostColumns and mostRows are what no house style goes beyond.
const mostColumns, mostRows = 8, 400

// headlineWishes and sizeWishes list the wishes there are, but for the one that
// leaves the choice to the make-up.
func headlineWishes() []HeadlineWish {
	return []HeadlineWish{HeadlineLarge, HeadlineMedium, HeadlineSmall}
}

// sizeWishes lists the sizes that a photo can be wished.
func sizeWishes() []SizeWish { return []SizeWish{SizeSmall, SizeColumn, SizeWide} }

// Impossible are the wishes of an issue that no make-up could understand or
// meet in pages of that grid, in the order of the issue. Their troubles:
// wish_multiple, wish_page_number, wish_columns_number, wish_unknown and
// hole_number; those of a story have its ID in Args, "article". Whether other
// wishes can be met is found out with the pages.
func (s *Issue) Impossible(grid PageGrid) []*Trouble {
	var all []*Trouble
	if s.PageMultiple < 0 || s.PageMultiple > MostPages {
		all = append(all, NewTrouble("wish_multiple", Args{"multiple": s.PageMultiple, "most": MostPages}, nil))
	}
	columns, rows := most(grid.Columns, mostColumns), most(grid.Rows, mostRows)
	for i := range s.Slots {
		all = append(all, s.Slots[i].impossible(columns, grid.Style)...)
	}
	for _, h := range s.Holes {
		if h.Page < 1 || h.Page > MostPages || h.Columns < 1 || h.Columns > columns || h.Rows < 1 || h.Rows > rows {
			all = append(all, NewTrouble("hole_number", Args{
				"page": h.Page, "columns": h.Columns, "rows": h.Rows, "most_columns": columns, "most_rows": rows, "most": MostPages, "style": grid.Style,
			}, nil))
		}
	}
	return all
}

func most(known, otherwise int) int {
	if known > 0 {
		return known
	}
	return otherwise
}

func (slot *Slot) impossible(columns int, style string) []*Trouble {
	var all []*Trouble
	if slot.Page < 0 || slot.Page > MostPages {
		all = append(all, NewTrouble("wish_page_number", Args{"article": slot.Article, "page": slot.Page, "most": MostPages}, nil))
	}
	if slot.Columns < 0 || slot.Columns > columns {
		all = append(all, NewTrouble("wish_columns_number", Args{"article": slot.Article, "columns": slot.Columns, "most": columns, "style": style}, nil))
	}
	if w := slot.HeadlineSize; w != "" && !slices.Contains(headlineWishes(), w) {
		all = append(all, unknownWish(slot.Article, "headline_size", w, headlineWishes()))
	}
	if w := slot.PhotoSize; w != "" && !slices.Contains(sizeWishes(), w) {
		all = append(all, unknownWish(slot.Article, "photo_size", w, sizeWishes()))
	}
	return all
}

func unknownWish[W ~string](article ID, key string, value W, known []W) *Trouble {
	names := make([]string, len(known))
	for i, w := range known {
		names[i] = string(w)
	}
	return NewTrouble("wish_unknown", Args{
		"article": article, "key": key, "value": string(value), "known": strings.Join(names, ", "),
	}, nil)
}
