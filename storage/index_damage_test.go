package storage_test

import (
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestDamagedSearchIndex: the index is made of the texts, so its damage neither
// locks the file nor lasts.
func TestDamagedSearchIndex(t *testing.T) {
	for name, harm := range map[string]string{
		"a block of zeros": `UPDATE search_data SET block = zeroblob(length(block)) WHERE id = (SELECT max(id) FROM search_data)`,
		"every block":      `UPDATE search_data SET block = zeroblob(length(block))`,
		"the sizes":        `DELETE FROM search_docsize`,
		"no blocks":        `DELETE FROM search_data`,
		"the averages":     `DELETE FROM search_data WHERE id = 1`,
		"averages of 9":    `UPDATE search_data SET block = x'09' WHERE id = 1`,
		"the structure":    `DELETE FROM search_data WHERE id = 10`,
		"no structure":     `UPDATE search_data SET block = x'' WHERE id = 10`,
		"another one":      `UPDATE search_data SET block = x'ffffffffffffffffff' WHERE id = 10`,
		"a block":          `DELETE FROM search_data WHERE id = (SELECT max(id) FROM search_data)`,
		"a block of noise": `UPDATE search_data SET block = randomblob(length(block)) WHERE id = (SELECT max(id) FROM search_data)`,
		"half a block":     `UPDATE search_data SET block = substr(block, 1, length(block) / 2) WHERE id = (SELECT max(id) FROM search_data)`,
		"no settings":      `DELETE FROM search_config`,
		"other settings":   `UPDATE search_config SET v = 3`,
		"settings of text": `UPDATE search_config SET v = 'x'`,
		"more settings":    `INSERT INTO search_config VALUES ('pgsz', 0), ('crisismerge', 'y'), ('rank', 'no such function')`,
		"no directory":     `DELETE FROM search_idx`,
		"wrong directory":  `UPDATE search_idx SET pgno = pgno + 900`,
		"sizes of nothing": `UPDATE search_docsize SET sz = x''`,
		"sizes of others":  `INSERT INTO search_docsize VALUES (5, x'0101010101'), (6, x'ff')`,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.bantin")
			f, err := storage.Create(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			a := bulletin.Article{Headline: "Nuôi tôm", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Bà con thả giống."}}}
			if _, err := f.SaveArticle(ctx, bulletin.NewID(), a, storage.Save{Author: "Lan"}); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			sqlite(t, path, harm)
			r, err := storage.OpenReadOnly(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			damage, err := r.Check(ctx, nil)
			if err != nil || len(damage) == 0 {
				t.Errorf("check finds %v: %v", damage, err)
			}
			for _, d := range damage {
				if d.Kind != storage.DamageSearch && d.Kind != storage.DamageIndex && d.Kind != storage.DamageLeftover {
					t.Errorf("the texts are whole, but: %+v", d)
				}
			}
			r.Close()
			f, err = storage.Open(ctx, path)
			if err != nil {
				t.Fatalf("the file is locked: %v", err)
			}
			defer f.Close()
			if _, err := f.SaveArticle(ctx, bulletin.NewID(), a, storage.Save{Author: "Lan"}); err != nil {
				t.Fatalf("nothing can be saved: %v", err)
			}
			found, err := f.Articles(ctx, storage.Query{Text: "tôm"})
			if err != nil || len(found) != 2 {
				t.Errorf("search finds %d: %v", len(found), err)
			}
			if err := f.Rebuild(ctx, nil); err != nil {
				t.Error(err)
			}
			if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
				t.Errorf("after rebuilding: %v %v", damage, err)
			}
		})
	}
}
