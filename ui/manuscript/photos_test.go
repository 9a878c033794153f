package manuscript

import (
	"slices"
	"testing"

	"bantin/bulletin"
)

func TestPlacesOfPhotosInTheText(t *testing.T) {
	text := "Một\n[ảnh 2]\nHai\n[ảnh 1]"
	if got := PlacedPhotos(text); !slices.Equal(got, []string{"p2", "p1"}) {
		t.Errorf("placed: %v", got)
	}
	if got := MoveAnchor(text, "p2", +1); got != "Một\nHai\n[ảnh 2]\n[ảnh 1]" {
		t.Errorf("moved down: %q", got)
	}
	if got := MoveAnchor(text, "p1", +1); got != text {
		t.Errorf("moved past the end: %q", got)
	}
	if got := RemoveAnchors(text, "p2"); got != "Một\nHai\n[ảnh 1]" {
		t.Errorf("removed: %q", got)
	}
	photos := []bulletin.Photo{{ID: "p9"}, {ID: "p1"}, {ID: "p2"}}
	var order []string
	for _, p := range OrderPhotos(photos, text) {
		order = append(order, p.ID)
	}
	if !slices.Equal(order, []string{"p2", "p1", "p9"}) {
		t.Errorf("order: %v", order)
	}
	if got := NextPhotoID(photos, "[ảnh 12]"); got != "p13" {
		t.Errorf("next: %s", got)
	}
}

func TestInsertingAPlace(t *testing.T) {
	for _, c := range []struct {
		text   string
		offset int
		want   string
	}{
		{"", 0, "[ảnh 1]"},
		{"Một\nHai", 1, "Một\n[ảnh 1]\nHai"},
		{"Một\nHai", 99, "Một\nHai\n[ảnh 1]"},
		{"Một\n\nHai", 4, "Một\n[ảnh 1]\nHai"},
	} {
		if got := InsertAnchor(c.text, c.offset, "[ảnh 1]"); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.offset, got, c.want)
		}
	}
}
