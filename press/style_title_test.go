package press_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
)

func TestAStyleIsCalledOtherwise(t *testing.T) {
	ctx := context.Background()
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "a.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const file = "# của xã\nbased_on = \"a4-bulletin\"\n\n[page]\ntop = \"20mm\"\n"
	if _, err := press.AddStyle(ctx, f, "xa", []byte(file)); err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"Mẫu của xã", `Mẫu "đẹp" \ 2`, "Hai\ndòng", "Ba\x7fdòng"} {
		if err := press.RetitleStyle(ctx, f, "xa", title); err != nil {
			t.Fatal(err)
		}
		s, err := press.Style(ctx, f, "xa")
		if err != nil || s.Title != strings.NewReplacer("\n", " ", "\x7f", " ").Replace(title) {
			t.Errorf("%q became %q: %v", title, s.Title, err)
		}
	}
	raw, err := press.StyleFile(ctx, f, "xa")
	if err != nil || strings.Count(string(raw), "title =") != 1 || !strings.HasSuffix(string(raw), file) {
		t.Errorf("%v, the file is\n%s", err, raw)
	}
	if err := press.RetitleStyle(ctx, f, "a4-bulletin", "x"); bulletin.TroubleKey(err) != "style_shipped" {
		t.Error(err)
	}
	if err := press.RetitleStyle(ctx, f, "huyen", "x"); bulletin.TroubleKey(err) != "style_unknown" {
		t.Error(err)
	}
}
