package storage_test

import (
	"context"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestArticlesWithoutAHeadlineAreToldApartByTheirFirstWords, on one line and
// without emphasis, however long they are.
func TestArticlesWithoutAHeadlineAreToldApartByTheirFirstWords(t *testing.T) {
	f := create(t)
	ctx := context.Background()
	save := func(a bulletin.Article) bulletin.ID {
		id := bulletin.NewID()
		if _, err := f.SaveArticle(ctx, id, a, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave}); err != nil {
			t.Fatal(err)
		}
		return id
	}
	body := save(bulletin.Article{Body: []bulletin.Block{{Text: "Sáng nay <b>trời mưa</b>."}, {Text: "Chiều tạnh."}}})
	long := save(bulletin.Article{Standfirst: strings.Repeat("Mưa to quá. ", 5000)})
	photo := save(bulletin.Article{Photos: []bulletin.Photo{{ID: "p1", Caption: "Đoàn xe"}}})
	empty := save(bulletin.Article{Byline: "Thu"})
	begun, err := f.Beginnings(ctx, []bulletin.ID{empty, long, "ai", body, photo})
	if err != nil {
		t.Fatal(err)
	}
	if begun[body] != "Sáng nay trời mưa. Chiều tạnh." || begun[photo] != "Đoàn xe" {
		t.Errorf("%q", begun)
	}
	if n := len([]rune(begun[long])); n < 100 || n > 200 {
		t.Errorf("%d letters of a long one", n)
	}
	if _, ok := begun[empty]; ok || len(begun) != 3 {
		t.Errorf("%q", begun)
	}
}
