package storage_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"bantin/storage"
	"bantin/storage/pages"
)

// TestATornPictureHurtsNoOther: where a page of what was made of a photo is torn,
// the photo is made anew from its original whenever it is wanted, and of a file
// with many such photos just these are named, until they are made anew for good.
func TestATornPictureHurtsNoOther(t *testing.T) {
	path := full(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	size := int(raw[16])<<8 | int(raw[17])
	hurt := 0
	for _, page := range pagesOfPictures(t, raw) {
		t.Run(fmt.Sprint("page ", page), func(t *testing.T) {
			torn, copied := filepath.Join(t.TempDir(), "hỏng.bantin"), bytes.Clone(raw)
			clear(copied[(page-1)*size : page*size])
			if err := os.WriteFile(torn, copied, 0o600); err != nil {
				t.Fatal(err)
			}
			r, err := storage.OpenReadOnly(ctx, torn)
			if err != nil {
				t.Fatal(err)
			}
			wantPictures(t, r)
			r.Close()
			defer storage.RemakeAtOpening(0)()
			f := open(t, torn)
			if got := headlines(list(t, f, storage.Query{})); got != " · Lễ hội làng" {
				t.Errorf("%q", got)
			}
			wantPictures(t, f)
			hurt += wantDerivativesHurt(t, f)
			if err := f.Rebuild(ctx, nil); err != nil {
				t.Fatal(err)
			}
			if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
				t.Errorf("after it was rebuilt: %v %v", damage, err)
			}
		})
	}
	if hurt == 0 {
		t.Error("no photo is named")
	}
}

// wantPictures loads every picture of every photo.
func wantPictures(t *testing.T, f *storage.File) {
	t.Helper()
	photos, err := storage.PhotoHashes(ctx, f)
	if err != nil || len(photos) != 2 {
		t.Fatal(photos, err)
	}
	for _, sha := range photos {
		if _, err := f.OriginalPhoto(ctx, sha); err != nil {
			t.Error(err)
		}
		for _, load := range []func(context.Context, string) ([]byte, error){f.PrintPhoto, f.Thumbnail} {
			if made, err := load(ctx, sha); err != nil || len(made) == 0 {
				t.Errorf("%d bytes: %v", len(made), err)
			}
		}
		if _, err := f.HalfPhoto(ctx, sha); err != nil {
			t.Error(err)
		}
	}
}

// wantDerivativesHurt checks a file of which nothing else is hurt, and gives of
// how many photos.
func wantDerivativesHurt(t *testing.T, f *storage.File) int {
	t.Helper()
	damage, err := f.Check(ctx, nil)
	if err != nil {
		t.Error(err)
	}
	for _, d := range damage {
		if d.Kind != storage.DamageDerivative {
			t.Errorf("%+v", d)
		}
	}
	return len(damage)
}

// pagesOfPictures are pages on which a picture that was made of a photo stands:
// of each its first, and the first that it runs over into.
func pagesOfPictures(t *testing.T, file []byte) (all []int) {
	t.Helper()
	d := pages.Open(bytes.NewReader(file), int64(len(file)))
	err := d.Rows(ctx, nil, func(r pages.Row) error {
		if r.IsIndex || r.IsFree || r.Columns() != 3 || !r.IsText(0, 64) || !r.IsText(1, 64) {
			return nil
		}
		_, over, err := r.Payload()
		if err == nil && len(over) > 0 {
			all = append(all, r.Page, over[0])
		}
		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	return all
}
