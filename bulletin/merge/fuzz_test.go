package merge_test

import (
	"bytes"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// FuzzHeads merges any two documents over any third, as articles and as
// issues: it ends in an error or in a document in canonical form, twice the
// same, and the conflicts can be settled by either side.
func FuzzHeads(f *testing.F) {
	f.Add([]byte(`{"headline":"a","body":[{"kind":"paragraph","text":"Một. Hai."}]}`), []byte(`{"headline":"b","body":[]}`), []byte(`{"body":[{"text":"Một. <b>Ba.</b>"},{"kind":"photo","photo":"p1"}],"photos":[{"id":"p1"}]}`))
	f.Add([]byte(`{"slots":[{"article":"x"},{"article":"x"}],"office":{"parents":["a","b"]}}`), []byte(`{"slots":[{"article":"y"}],"office":{"parents":["b","a","a"]}}`), []byte(`{"slots":[],"imprint":{"print_run":5}}`))
	f.Add([]byte(`{"standfirst":"<b>a. b</i>\\<b>","note":"x\n\ny","\u0000":1}`), []byte(`{"standfirst":"a.  b","photos":[{"id":""},{"id":""}]}`), []byte(`{"body":[null,5,{"text":"\u0000"}],"photos":{}}`))
	f.Fuzz(func(t *testing.T, base, ours, theirs []byte) {
		for _, kind := range []bulletin.SubjectKind{bulletin.SubjectArticle, bulletin.SubjectIssue} {
			all := replica{}
			root, ok := foreign(kind, nil, base)
			if !ok {
				return
			}
			all[root.ID] = root
			for _, document := range [][]byte{ours, theirs} {
				r, ok := foreign(kind, []bulletin.RevisionID{root.ID}, document)
				if !ok {
					return
				}
				all[r.ID] = r
			}
			mergeTwice(t, kind, all)
		}
	})
}

// foreign is a revision with a document as it could be received.
func foreign(kind bulletin.SubjectKind, parents []bulletin.RevisionID, document []byte) (bulletin.Revision, bool) {
	var err error
	if kind == bulletin.SubjectArticle {
		err = bulletin.ReadJSON(document, &bulletin.Article{})
	} else {
		err = bulletin.ReadJSON(document, &bulletin.Issue{})
	}
	if err != nil || len(document) > 20_000 {
		return bulletin.Revision{}, false
	}
	r, err := bulletin.NewRevision(kind, "0123456789abcdef", parents, time.UnixMilli(1), "", bulletin.ReasonSave, document)
	return r, err == nil
}

func mergeTwice(t *testing.T, kind bulletin.SubjectKind, all replica) {
	t.Helper()
	v, err := merge.Heads(kind, all.heads(), all, nil)
	if err != nil {
		return
	}
	again, err := merge.Heads(kind, all.heads(), all, nil)
	if err != nil || !bytes.Equal(v.Document, again.Document) {
		t.Fatalf("twice, in two ways: %v\n%s\n%s", err, v.Document, again.Document)
	}
	if _, ok := foreign(kind, nil, v.Document); !ok && len(v.Document) < 20_000 {
		t.Fatalf("no document: %s", v.Document)
	}
	for _, side := range merge.Sides()[:3] {
		choices := merge.Choices{}
		for _, c := range v.Conflicts {
			choices[c.Key()] = side
		}
		settled, err := merge.Heads(kind, all.heads(), all, choices)
		if err != nil || len(settled.Conflicts) > 0 {
			t.Fatalf("%s: %v %v", side, err, settled.Conflicts)
		}
	}
	if _, _, err := merge.Over(kind, all.heads(), all); err != nil {
		t.Fatal(err)
	}
}
