package bulletin_test

import (
	"slices"
	"testing"

	"bantin/bulletin"
)

func TestImpossibleWishes(t *testing.T) {
	grid := bulletin.PageGrid{Columns: 3, Rows: 60}
	for name, c := range map[string]struct {
		issue bulletin.Issue
		want  []string
	}{
		"none":     {bulletin.Issue{PageMultiple: 4, Slots: []bulletin.Slot{{Page: 2, Columns: 3, HeadlineSize: "small", PhotoSize: "wide"}}, Holes: []bulletin.Hole{{Page: 1, Columns: 3, Rows: 60}}}, nil},
		"multiple": {bulletin.Issue{PageMultiple: -3}, []string{"wish_multiple"}},
		"slot": {
			bulletin.Issue{Slots: []bulletin.Slot{{Page: -1, Columns: 12, HeadlineSize: "huge", PhotoSize: "tiny"}}},
			[]string{"wish_page_number", "wish_columns_number", "wish_unknown", "wish_unknown"},
		},
		"holes": {
			bulletin.Issue{Holes: []bulletin.Hole{{Page: 0, Columns: 1, Rows: 1}, {Page: 1, Columns: 9, Rows: 800}, {Page: 1, Columns: 1, Rows: 1}}},
			[]string{"hole_number", "hole_number"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, trouble := range c.issue.Impossible(grid) {
				got = append(got, trouble.Key)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestWithoutAGridEveryStyleIsThoughtOf(t *testing.T) {
	s := bulletin.Issue{Slots: []bulletin.Slot{{Columns: 8}, {Columns: 9}}}
	if got := s.Impossible(bulletin.PageGrid{}); len(got) != 1 {
		t.Errorf("%v", got)
	}
}
