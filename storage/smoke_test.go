package storage_test

import (
	"context"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

func TestSmoke(t *testing.T) {
	ctx := context.Background()
	p := filepath.Join(t.TempDir(), "Đầm Hà #1 %25 ?&.bantin")
	f, err := storage.Create(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	id := bulletin.NewID()
	s, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Hội thi ở Đầm Hà", Standfirst: "Sáng nay, ủy ban xã Đầm Hà tổ chức hội thi."}, storage.Save{Author: "Lan"})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(s)
	l, err := f.Articles(ctx, storage.Query{Text: "dam h"})
	t.Log(l, err)
	d, err := f.Check(ctx, nil)
	t.Log(d, err)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	f, err = storage.Open(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	a, err := f.Article(ctx, id)
	t.Log(a, err)
	t.Log(filepath.Glob(filepath.Dir(p) + "/*"))
	f.Close()
	t.Log(filepath.Glob(filepath.Dir(p) + "/*"))
}
