package merge_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// branches saves an article, and several others over it.
func branches(t testing.TB, base bulletin.Article, over ...bulletin.Article) replica {
	w := &world{t: t, random: newWorld(t, 1, 1).random, marks: map[string]bulletin.RevisionID{}}
	first := w.revision(nil, base, bulletin.ReasonSave)
	all := replica{first.ID: first}
	for _, a := range over {
		r := w.revision([]bulletin.RevisionID{first.ID}, a, bulletin.ReasonSave)
		all[r.ID] = r
	}
	return all
}

func headlined(headlines ...string) (all []bulletin.Article) {
	for _, h := range headlines {
		all = append(all, bulletin.Article{Headline: h})
	}
	return all
}

func settled(t testing.TB, all replica, choices merge.Choices) (bulletin.Article, error) {
	t.Helper()
	v, err := merge.Heads(bulletin.SubjectArticle, all.heads(), all, choices)
	if err != nil {
		return bulletin.Article{}, err
	}
	if len(v.Conflicts) > 0 {
		return bulletin.Article{}, fmt.Errorf("left: %v", v.Conflicts)
	}
	var a bulletin.Article
	if err := bulletin.ReadJSON(v.Document, &a); err != nil {
		t.Fatal(err)
	}
	return a, nil
}

// TestEqualSidesAreOneChoice: of several heads that say the same, one is asked
// for, and each answer is final.
func TestEqualSidesAreOneChoice(t *testing.T) {
	for _, headlines := range [][]string{{"X", "Y", "Y"}, {"Y", "X", "Y"}, {"X", "X", "Y"}, {"X", "Y", "X", "Y", "Y"}, {"X", "Y", "cũ", "Y"}} {
		all := branches(t, bulletin.Article{Headline: "cũ"}, headlined(headlines...)...)
		v := all.view(t)
		if len(v.Conflicts) != 1 || v.Conflicts[0].Key() != "headline" {
			t.Fatalf("%v: %+v", headlines, v.Conflicts)
		}
		c := v.Conflicts[0]
		for side, want := range map[merge.Side]string{merge.Ours: c.Ours, merge.Theirs: c.Theirs, merge.Base: "cũ"} {
			a, err := settled(t, all, merge.Choices{"headline": side})
			if err != nil || a.Headline != want {
				t.Errorf("%v, %s: %q, want %q: %v", headlines, side, a.Headline, want, err)
			}
		}
	}
}

// TestContradictoryAnswers: of three headlines two cannot be taken.
func TestContradictoryAnswers(t *testing.T) {
	all := branches(t, bulletin.Article{Headline: "cũ"}, headlined("X", "Y", "Z")...)
	v := all.view(t)
	if len(v.Conflicts) != 2 {
		t.Fatalf("%+v", v.Conflicts)
	}
	ours, one, other := v.Conflicts[0].Ours, v.Conflicts[0].Theirs, v.Conflicts[1].Theirs
	for answers, want := range map[[2]merge.Side]string{
		{merge.Ours, merge.Ours}: ours, {merge.Theirs, merge.Ours}: one, {merge.Ours, merge.Theirs}: other,
		{merge.Base, merge.Base}: "cũ", {merge.Base, merge.Ours}: "cũ", {merge.Ours, merge.Base}: "cũ",
		{merge.Theirs, merge.Theirs}: "", {merge.Base, merge.Theirs}: "", {merge.Theirs, merge.Base}: "",
	} {
		a, err := settled(t, all, merge.Choices{"headline": answers[0], "headline#2": answers[1]})
		var twice *merge.ContradictionError
		switch {
		case want == "" && !errors.As(err, &twice):
			t.Errorf("%v: %q %v", answers, a.Headline, err)
		case want != "" && (err != nil || a.Headline != want):
			t.Errorf("%v: %q, want %q: %v", answers, a.Headline, want, err)
		}
	}
}

// TestChoicesOfManyHeads: whatever some heads say of a field, choosing one
// value is possible, and leaves nothing open.
func TestChoicesOfManyHeads(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		headlines := rapid.SliceOfN(rapid.SampledFrom([]string{"cũ", "X", "Y", "Z", "W"}), 2, 9).Draw(r, "headlines")
		all := branches(t, bulletin.Article{Headline: "cũ"}, headlined(headlines...)...)
		v := all.view(t)
		values := map[string]bool{}
		for _, h := range headlines {
			if h != "cũ" {
				values[h] = true
			}
		}
		if want := max(len(values)-1, 0); len(v.Conflicts) != want {
			r.Fatalf("%v: %d conflicts, want %d: %+v", headlines, len(v.Conflicts), want, v.Conflicts)
		}
		for wanted := range values {
			choices := merge.Choices{}
			for _, c := range v.Conflicts {
				choices[c.Key()] = merge.Ours
				if c.Theirs == wanted {
					choices[c.Key()] = merge.Theirs
				}
			}
			if a, err := settled(t, all, choices); err != nil || a.Headline != wanted {
				r.Fatalf("%v, %s: %q %v", headlines, wanted, a.Headline, err)
			}
		}
	})
}

// TestManyHeadsMerge: sixty PCs that each wrote a paragraph lose none.
func TestManyHeadsMerge(t *testing.T) {
	base := bulletin.Article{Headline: "Tít"}
	var over []bulletin.Article
	for i := range 60 {
		a := base.Clone()
		a.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: fmt.Sprintf("Thôn %d làm đường dài %d mét trong tháng.", i, i*37)}}
		over = append(over, a)
	}
	v := branches(t, base, over...).view(t)
	for _, a := range over {
		if !strings.Contains(said(v), a.Body[0].Text) {
			t.Errorf("%s is lost", a.Body[0].Text)
		}
	}
	for _, c := range v.Conflicts {
		if c.Field == "version" {
			t.Errorf("%+v", c)
		}
	}
}

// TestHolesMergeOneByOne: two editors who leave places white on different pages
// both get theirs; what both sized is asked for; fields of newer programs stay.
func TestHolesMergeOneByOne(t *testing.T) {
	save := func(parents []bulletin.RevisionID, document string) bulletin.Revision {
		r, err := bulletin.NewRevision(bulletin.SubjectIssue, "0123456789abcdef", parents, newWorld(t, 1, 1).revision(nil, bulletin.Article{}, "save").Time, document, bulletin.ReasonSave, []byte(document))
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	of := func(holes ...string) string {
		return `{"name":"Bản tin","slots":[],"holes":[` + strings.Join(holes, ",") + `]}`
	}
	first := `{"page":1,"columns":1,"rows":9,"angle":3}`
	base := save(nil, of(first))
	for name, c := range map[string]struct {
		ours, theirs []string
		want         []bulletin.Hole
		conflicts    []string
	}{
		"both add":     {[]string{first, `{"page":2,"columns":1,"rows":5}`}, []string{first, `{"page":3,"columns":2,"rows":6}`}, []bulletin.Hole{{Page: 1, Columns: 1, Rows: 9, Extras: `"angle":3`}, {Page: 2, Columns: 1, Rows: 5}, {Page: 3, Columns: 2, Rows: 6}}, nil},
		"size and add": {[]string{`{"page":1,"columns":2,"rows":9,"angle":3}`}, []string{first, `{"page":3,"columns":2,"rows":6}`}, []bulletin.Hole{{Page: 1, Columns: 2, Rows: 9, Extras: `"angle":3`}, {Page: 3, Columns: 2, Rows: 6}}, nil},
		"two sides":    {[]string{`{"page":1,"columns":2,"rows":9,"angle":3}`}, []string{`{"page":1,"columns":1,"rows":7,"angle":3}`}, []bulletin.Hole{{Page: 1, Columns: 2, Rows: 7, Extras: `"angle":3`}}, nil},
		"out and add":  {nil, []string{first, `{"page":3,"columns":2,"rows":6}`}, []bulletin.Hole{{Page: 3, Columns: 2, Rows: 6}}, nil},
		"out and size": {nil, []string{`{"page":1,"columns":2,"rows":9,"angle":3}`}, []bulletin.Hole{{Page: 1, Columns: 2, Rows: 9, Extras: `"angle":3`}}, []string{"holes/1"}},
	} {
		one, other := save([]bulletin.RevisionID{base.ID}, of(c.ours...)), save([]bulletin.RevisionID{base.ID}, of(c.theirs...))
		all := replica{base.ID: base, one.ID: one, other.ID: other}
		v, err := merge.Heads(bulletin.SubjectIssue, all.heads(), all, nil)
		if err != nil {
			t.Fatal(err)
		}
		var s bulletin.Issue
		if err := bulletin.ReadJSON(v.Document, &s); err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(s.Holes, func(a, b bulletin.Hole) int { return a.Page - b.Page })
		var conflicts []string
		for _, c := range v.Conflicts {
			conflicts = append(conflicts, c.Field)
		}
		if !reflect.DeepEqual(s.Holes, c.want) || !slices.Equal(conflicts, c.conflicts) {
			t.Errorf("%s: %+v, conflicts %v", name, s.Holes, conflicts)
		}
	}
}

// TestNoBaseCanBeTakenThatWasContestedItself: two people settled one conflict
// each their own way. What was before is neither's text, so that taking it would
// take a side unawares.
func TestNoBaseCanBeTakenThatWasContestedItself(t *testing.T) {
	for field, say := range map[string]func(text string) bulletin.Article{
		"headline":   func(text string) bulletin.Article { return bulletin.Article{Headline: text} },
		"standfirst": func(text string) bulletin.Article { return bulletin.Article{Standfirst: text + " đi họp."} },
		"body": func(text string) bulletin.Article {
			return paragraphs(text + " đi họp sáng nay ở xã. Trời mưa.")
		},
	} {
		all := branches(t, say("Cũ"), say("Lan"), say("Minh"))
		over := all.heads()
		slices.Sort(over)
		w := &world{t: t, random: newWorld(t, 1, 2).random, marks: map[string]bulletin.RevisionID{}}
		for _, text := range []string{"Lan", "Minh"} {
			r := w.revision(over, say(text), bulletin.ReasonMerge)
			all[r.ID] = r
		}
		v := all.view(t)
		if len(v.Conflicts) != 1 || v.Conflicts[0].Field != field || !v.Conflicts[0].NoBase {
			t.Errorf("%s: %+v", field, v.Conflicts)
			continue
		}
		c := v.Conflicts[0]
		var wrong *merge.ChoiceError
		if _, err := settled(t, all, merge.Choices{c.Key(): merge.Base}); !errors.As(err, &wrong) {
			t.Errorf("%s: the base was taken: %v", field, err)
		}
		for _, side := range []merge.Side{merge.Ours, merge.Theirs} {
			if _, err := settled(t, all, merge.Choices{c.Key(): side}); err != nil {
				t.Errorf("%s: %s: %v", field, side, err)
			}
		}
	}
}
