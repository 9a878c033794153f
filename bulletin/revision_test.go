package bulletin_test

import (
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
)

var savedAt = time.Date(2026, 4, 10, 8, 15, 30, 123_456_789, time.FixedZone("", 7*3600))

// savedRevision was worked out by another program, from the form in words:
// SHA-256 of the first line and the canonical JSON.
const savedRevision = "6cff28488cc5daee5b3e15a2cb88967ba2c5579de26f74db74db0211fe1cc386"

func revision(t *testing.T) bulletin.Revision {
	t.Helper()
	document, err := bulletin.CanonicalJSON(full())
	if err != nil {
		t.Fatal(err)
	}
	r, err := bulletin.NewRevision(bulletin.SubjectArticle, "0123456789abcdef", []bulletin.RevisionID{"b", "a", "b"}, savedAt, "Mai Thắm", bulletin.ReasonSave, document)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRevisionHashIsStable: the hash is part of the file format. If this test
// fails, files that people have can no longer be checked.
func TestRevisionHashIsStable(t *testing.T) {
	r := revision(t)
	if r.ID != savedRevision {
		t.Errorf("%s, want %s", r.ID, savedRevision)
	}
	if again, err := r.Hash(); err != nil || again != r.ID {
		t.Errorf("%s, %v", again, err)
	}
	if len(r.ID.Short()) != 10 || !strings.HasPrefix(string(r.ID), r.ID.Short()) || bulletin.RevisionID("ab").Short() != "ab" {
		t.Errorf("short form %q", r.ID.Short())
	}
}

func TestNewRevisionIsCanonical(t *testing.T) {
	r := revision(t)
	if len(r.Parents) != 2 || r.Parents[0] != "a" || r.Parents[1] != "b" {
		t.Errorf("parents %v", r.Parents)
	}
	if want := time.Date(2026, 4, 10, 1, 15, 30, 123_000_000, time.UTC); r.Time != want {
		t.Errorf("time %v, want %v", r.Time, want)
	}
	if r.Deleted {
		t.Error("a save is no deletion")
	}
	gone, err := bulletin.NewRevision(bulletin.SubjectArticle, r.Subject, nil, savedAt, "", bulletin.ReasonDelete, []byte("null"))
	if err != nil || !gone.Deleted {
		t.Errorf("a deletion is none: %v", err)
	}
	none, err := gone.Hash()
	gone.Parents = []bulletin.RevisionID{}
	if empty, err2 := gone.Hash(); err != nil || err2 != nil || none != empty {
		t.Error("no parents and an empty list of them hash differently")
	}
}

func TestEveryFieldIsHashed(t *testing.T) {
	changes := map[string]func(*bulletin.Revision){
		"kind":    func(r *bulletin.Revision) { r.Kind = bulletin.SubjectIssue },
		"subject": func(r *bulletin.Revision) { r.Subject = "0123456789abcdeg" },
		"parents": func(r *bulletin.Revision) { r.Parents = r.Parents[:1] },
		"time":    func(r *bulletin.Revision) { r.Time = r.Time.Add(time.Millisecond) },
		"author":  func(r *bulletin.Revision) { r.Author = "Mai Thăm" },
		"reason":  func(r *bulletin.Revision) { r.Reason = bulletin.ReasonAutosave },
		"deleted": func(r *bulletin.Revision) { r.Deleted = true },
		"document": func(r *bulletin.Revision) {
			r.Document = []byte(strings.Replace(string(r.Document), "Giữ", "Giử", 1))
		},
	}
	for name, change := range changes {
		r := revision(t)
		change(&r)
		if hash, err := r.Hash(); err != nil || hash == r.ID {
			t.Errorf("%s is not hashed (%v)", name, err)
		}
	}
}

func TestBrokenDocument(t *testing.T) {
	if _, err := bulletin.NewRevision(bulletin.SubjectArticle, "x", nil, savedAt, "", bulletin.ReasonSave, []byte("{")); err == nil {
		t.Error("a document that is no JSON was hashed")
	}
}

func TestCanonicalJSON(t *testing.T) {
	got, err := bulletin.CanonicalJSON(map[string]string{"b": "<&>", "a": "đ"})
	if err != nil || string(got) != `{"a":"đ","b":"<&>"}` {
		t.Errorf("%s, %v", got, err)
	}
}
