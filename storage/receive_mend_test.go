package storage_test

import (
	"os"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// pairOf is a drafts file with an article, an issue and two photos, and a whole
// copy of it.
func pairOf(t testing.TB) (file, whole string) {
	t.Helper()
	file = full(t)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	whole = filepath.Join(t.TempDir(), "bản lành.bantin")
	if err := os.WriteFile(whole, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return file, whole
}

// Of a row that is damaged here and whole in the file received, the whole one
// takes the place, and list, heads and search index follow.
func TestReceiveMends(t *testing.T) {
	for name, harm := range map[string]struct {
		statement string
		mended    int
	}{
		"text":     {`UPDATE revisions SET document = replace(document, 'Lễ hội', 'Lẽ hội') WHERE document LIKE '%Lễ hội làng%'`, 2},
		"author":   {`UPDATE revisions SET author = 'ai đó' WHERE number = 1`, 1},
		"no JSON":  {`UPDATE revisions SET document = 'hỏng' WHERE kind = 'issue'`, 1},
		"kind":     {`UPDATE revisions SET kind = 'issue' WHERE number = 1`, 1},
		"parents":  {`INSERT INTO parents SELECT id, id FROM revisions WHERE number = 1`, 1},
		"all":      {`UPDATE revisions SET time_ms = time_ms + 1; UPDATE photos SET original = zeroblob(3000)`, 6},
		"photo":    {`UPDATE photos SET original = zeroblob(3000) WHERE number = 1`, 1},
		"nothing":  {`SELECT 1`, 0},
		"stripped": {`INSERT INTO photo_stripped SELECT sha256, sha256 FROM photos WHERE number = 1; UPDATE photos SET original = zeroblob(9) WHERE number = 1`, 1},
	} {
		t.Run(name, func(t *testing.T) {
			file, whole := pairOf(t)
			sqlite(t, file, harm.statement)
			f := open(t, file)
			came := receive(t, f, whole)
			if came.Mended != harm.mended || came.NewRevisions+came.NewPhotos > 0 || len(came.Refused) > 0 {
				t.Errorf("%+v", came)
			}
			sound(t, f)
			if again := receive(t, f, whole); again.Mended+again.NewPhotos+again.NewRevisions > 0 {
				t.Errorf("again: %+v", again)
			}
			if found := list(t, f, storage.Query{Text: "Lễ hội làng"}); len(found) != 1 || found[0].Headline != "Lễ hội làng" {
				t.Errorf("%+v", found)
			}
		})
	}
}

// What is damaged there takes no place of what is whole here, nor of what is
// damaged here, too.
func TestReceiveMendsWithWhatIsWholeOnly(t *testing.T) {
	file, other := pairOf(t)
	harm := []string{`UPDATE revisions SET author = 'ai đó' WHERE number = 1`, `UPDATE photos SET original = zeroblob(3000) WHERE number = 1`}
	sqlite(t, other, harm...)
	f := open(t, file)
	if came := receive(t, f, other); came.Mended+came.NewPhotos+came.NewRevisions > 0 {
		t.Errorf("%+v", came)
	}
	sound(t, f)
	f.Close()
	sqlite(t, file, harm...)
	f = open(t, file)
	if came := receive(t, f, other); came.Mended > 0 || len(came.Refused) != 2 {
		t.Errorf("%+v", came)
	}
}

// Adding a photo anew whose bytes are damaged in the file makes it whole.
func TestAddMendsAPhoto(t *testing.T) {
	f := create(t)
	original := photo(t, 70)
	info := addPhoto(t, f, "chợ.jpg", original)
	sqlite(t, f.Path(), `UPDATE photos SET original = zeroblob(3000)`)
	_, err := f.OriginalPhoto(ctx, info.SHA256)
	if bulletin.TroubleKey(err) != "photo_damaged" {
		t.Fatal(err)
	}
	addPhoto(t, f, "tên khác.jpg", original)
	sound(t, f)
	if now, err := f.Photo(ctx, info.SHA256); err != nil || now.Name != "chợ.jpg" {
		t.Errorf("%+v %v", now, err)
	}
}

// TestALostVersionComesAgain: where a version is gone and what it was written over
// is still noted, rightly or not, it comes again from who has it.
func TestALostVersionComesAgain(t *testing.T) {
	for name, harm := range map[string]string{
		"noted rightly": `DELETE FROM revisions WHERE reason = 'save' AND id IN (SELECT revision FROM parents)`,
		"noted wrongly": `UPDATE parents SET parent = substr(parent, 1, 60) || '0000';
			DELETE FROM revisions WHERE reason = 'save' AND id IN (SELECT revision FROM parents)`,
	} {
		t.Run(name, func(t *testing.T) {
			ha, lam, id := create(t), create(t), bulletin.NewID()
			first := save(t, ha, id, article("Tít", "Một."))
			last := save(t, ha, id, article("Tít", "Một.", "Hai."), first.Heads...)
			receive(t, lam, ha.Path())
			path := ha.Path()
			if err := ha.Close(); err != nil {
				t.Fatal(err)
			}
			sqlite(t, path, harm)
			ha = open(t, path)
			if _, err := ha.Revision(ctx, last.Revision); bulletin.TroubleKey(err) != "revision_missing" {
				t.Fatalf("%v", err)
			}
			receive(t, ha, lam.Path())
			if a := load(t, ha, id); len(a.Article.Body) != 2 || a.Hurt || len(a.Heads) != 1 {
				t.Errorf("%+v", a)
			}
			sound(t, ha)
		})
	}
}
