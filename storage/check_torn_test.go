package storage_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestCheckNamesWhatATornPageHurt: where a page of a photo or a text makes no
// sense, the photo and the text are named, and SQLite's words stay out of the
// sentences.
func TestCheckNamesWhatATornPageHurt(t *testing.T) {
	f := create(t)
	addPhoto(t, f, "lễ hội.jpg", photoOf(t, 90, 1300, 900))
	save(t, f, bulletin.NewID(), article("Bài dài", strings.Repeat("Sáng nay, dân làng mở hội. ", 2000)))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	size := int(whole[16])<<8 | int(whole[17]) // of a page, as the header says
	for hash, through := range needs(t, whole) {
		torn := bytes.Clone(whole)
		first := through[0] // of those that the row runs over into
		copy(torn[(first-1)*size:], bytes.Repeat([]byte{0xff}, size))
		path := filepath.Join(t.TempDir(), "hỏng.bantin")
		if err := os.WriteFile(path, torn, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := storage.OpenReadOnly(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		damage, err := r.Check(ctx, nil)
		r.Close()
		if err != nil {
			t.Fatal(err)
		}
		named, structures := false, 0
		for _, d := range damage {
			if d.Subject == hash && (d.Args["photo"] == "lễ hội.jpg" || d.Args["headline"] == "Bài dài") {
				named = true
			}
			if d.Kind == storage.DamageStructure {
				structures++
			}
		}
		if !named || structures > 1 {
			t.Errorf("page %d, of %.10s: %+v", first, hash, damage)
		}
	}
	for _, language := range []string{"vi", "en"} {
		if s := sentences(t, language)["damage.structure"]; strings.Contains(s, "{") {
			t.Errorf("the program's own words are told: %s", s)
		}
	}
}
