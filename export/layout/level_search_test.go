package layout

import (
	"testing"

	"pgregory.net/rapid"
)

// randomFlow is the body of a story: paragraphs as chunks of lines, photos
// among them, a byline.
func randomFlow(r *rapid.T) []chunk {
	var flow []chunk
	add := func(s strip, photo bool) {
		s.order = len(flow) + 1
		c := chunkOf(s)
		c.photo = photo
		flow = append(flow, c)
	}
	photos := 0
	for range rapid.IntRange(1, 6).Draw(r, "paragraphs") {
		if photos < 3 && rapid.IntRange(0, 2).Draw(r, "kind") == 0 {
			add(strip{rows: rapid.IntRange(5, 14).Draw(r, "photo"), movable: true}, true)
			photos++
		}
		n := rapid.IntRange(2, 9).Draw(r, "lines")
		if n <= 3 {
			add(strip{rows: n}, false)
			continue
		}
		add(strip{rows: 2}, false)
		for range n - 4 {
			add(strip{rows: 1}, false)
		}
		add(strip{rows: 2}, false)
	}
	byline := chunkOf(strip{rows: 1, closing: true})
	return keep(flow, byline)
}

// ends weighs how the columns of an area end; under 0 where the flow has no room.
func ends(flow []chunk, a area, height int) int {
	columns := make([]column, a.columns)
	if len(fill(flow, a, height, columns, true)) > 0 {
		return -1
	}
	return unlevel(columns, lowestText(columns))
}

// exhaustive is the least unlevel of all ways of cutting the columns.
func exhaustive(flow []chunk, a area, height int) int {
	best := -1
	var try func(col int)
	try = func(col int) {
		if col == a.columns {
			if off := ends(flow, a, height); off >= 0 && (best < 0 || off < best) {
				best = off
			}
			return
		}
		for cut := 0; cut <= height; cut++ {
			a.cuts[col] = int16(cut)
			try(col + 1)
		}
		a.cuts[col] = 0
	}
	try(0)
	return best
}

// TestNoCutOfTheColumnsIsMoreLevel tries every way of cutting the columns of
// short flows with photos: none is better by a line in each column.
func TestNoCutOfTheColumnsIsMoreLevel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		flow := randomFlow(r)
		a := area{columns: rapid.IntRange(2, 3).Draw(r, "columns")}
		if rapid.Bool().Draw(r, "led") {
			a.lead, a.leadRows = rapid.IntRange(1, a.columns-1).Draw(r, "lead"), rapid.IntRange(4, 12).Draw(r, "rows")
		}
		height, _, _, ok := levelled(flow, a, 200)
		if !ok {
			r.Fatal("does not fit")
		}
		columns, u := make([]column, a.columns), unit{cuts: map[cutKey]area{}}
		rest := fill(flow, a, height, columns, true)
		got, want := ends(flow, u.balanced(flow, a, height, columns, rest), height), exhaustive(flow, a, height)
		if got < 0 || got > want+offRow*a.columns {
			r.Fatalf("%d columns of %d rows end %d off a line, and could end %d off", a.columns, height, got, want)
		}
	})
}

// TestColumnsAreMeasuredByALineOfText: the line on which columns could end is that of
// none of them where each ends higher or in a photo. A line of text is looked for that
// one ends on, though a photo beside it ends off that.
func TestColumnsAreMeasuredByALineOfText(t *testing.T) {
	var flow []chunk
	add := func(photo bool, rows ...int) {
		for _, n := range rows {
			c := chunkOf(strip{rows: n, movable: photo, order: len(flow) + 1})
			c.photo = photo
			flow = append(flow, c)
		}
	}
	add(false, 3, 2, 1, 1, 1, 1, 1, 2)
	add(true, 11)
	add(false, 2, 2)
	add(true, 5)
	add(false, 3)
	flow = keep(flow, chunkOf(strip{rows: 1, closing: true}))
	a, height := area{columns: 3, lead: 2, leadRows: 12}, 23
	columns, u := make([]column, a.columns), unit{cuts: map[cutKey]area{}}
	rest := fill(flow, a, height, columns, true)
	if got, want := ends(flow, u.balanced(flow, a, height, columns, rest), height), exhaustive(flow, a, height); got != want {
		t.Errorf("the columns end %d off a line, and could end %d off", got, want)
	}
}
