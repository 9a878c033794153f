package merge_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// contests are texts that two people wrote over one, each with one conflict.
func contests() map[string][3]bulletin.Article {
	say := func(change func(*bulletin.Article, string), texts ...string) (all [3]bulletin.Article) {
		for i, text := range texts {
			all[i] = paragraphs(variant(1, "dân"), variant(2, "dân"), variant(3, "dân"))
			all[i].Photos = []bulletin.Photo{{ID: "p1", SHA256: "aa", Caption: "Ảnh"}}
			change(&all[i], text)
		}
		return all
	}
	second := func(a *bulletin.Article, text string) {
		if a.Body[1].Text = text; text == "" {
			a.Body = slices.Delete(a.Body, 1, 2)
		}
	}
	insert := func(a *bulletin.Article, text string) {
		if text != "" {
			a.Body = slices.Insert(a.Body, 1, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
		}
	}
	const before = "Đoạn một. Câu hai ở đây. Câu ba kết thúc."
	return map[string][3]bulletin.Article{
		"sentence":          say(second, before, "Đoạn một. Câu hai HÀ SỬA. Câu ba kết thúc.", "Đoạn một. Câu hai HOA SỬA. Câu ba kết thúc."),
		"last sentence":     say(second, before, "Đoạn một. Câu hai ở đây. Câu ba Hà.", "Đoạn một. Câu hai ở đây. Câu ba của Hoa."),
		"only sentence":     say(second, "Câu hai ở đây.", "Câu hai HÀ SỬA.", "Câu hai HOA SỬA."),
		"sentence or gone":  say(second, before, "Đoạn một. Câu ba kết thúc.", "Đoạn một. Câu hai HOA SỬA. Câu ba kết thúc."),
		"two sentences":     say(second, before, "Đoạn một. Câu hai HÀ SỬA. Câu ba HÀ SỬA.", "Đoạn một. Câu hai HOA SỬA. Câu ba HOA SỬA."),
		"sentence for two":  say(second, before, "Đoạn một. Câu hai HÀ SỬA. Câu ba kết thúc.", "Đoạn một. Câu hai HOA SỬA. Lại thêm một câu nữa đây. Câu ba kết thúc."),
		"paragraph or gone": say(second, before, "", "Đoạn một. Câu hai HOA SỬA. Câu ba kết thúc."),
		"two added":         say(insert, "", "Thôn Đông có mười hộ dân mới theo lời Hà.", "Thôn Đông có mười hộ dân mới theo lời Hoa."),
		"standfirst":        say(func(a *bulletin.Article, s string) { a.Standfirst = s }, before, "Đoạn một. Câu hai HÀ SỬA. Câu ba kết thúc.", "Đoạn một. Câu hai HOA SỬA. Câu ba kết thúc."),
		"note":              say(func(a *bulletin.Article, s string) { a.Note = s }, before, "Đoạn một. Câu hai HÀ SỬA. Câu ba kết thúc.", "Đoạn một. Câu hai HOA SỬA. Câu ba kết thúc."),
		"caption":           say(func(a *bulletin.Article, s string) { a.Photos[0].Caption = s }, before, "Đoạn một. Câu hai HÀ SỬA. Câu ba kết thúc.", "Đoạn một. Câu hai HOA SỬA. Câu ba kết thúc."),
		"headline":          say(func(a *bulletin.Article, s string) { a.Headline = s }, "Cũ", "Hà", "Hoa"),
		"kind": say(func(a *bulletin.Article, s string) { a.Body[1].Kind = bulletin.BlockKind(s) },
			string(bulletin.Paragraph), string(bulletin.BlockKinds()[1]), string(bulletin.BlockKinds()[2])),
		"photo or gone": say(func(a *bulletin.Article, s string) {
			if a.Photos[0].Caption = s; s == "" {
				a.Photos = nil
			}
		}, "Ảnh", "", "Ảnh của Hoa"),
	}
}

// answersTo are the texts that a person can choose, once each.
func answersTo(t *testing.T, all replica) (texts []bulletin.Article) {
	t.Helper()
	v := all.view(t)
	if len(v.Conflicts) != 1 {
		t.Fatalf("%+v", v.Conflicts)
	}
	var seen []string
	for _, side := range merge.Sides() {
		a, err := settled(t, all, merge.Choices{v.Conflicts[0].Key(): side})
		if text := said(merge.View{Document: written(t, a)}); err == nil && !slices.Contains(seen, text) {
			texts, seen = append(texts, a), append(seen, text)
		}
	}
	return texts
}

func written(t *testing.T, a bulletin.Article) []byte {
	t.Helper()
	raw, err := bulletin.CanonicalJSON(a)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestAnswersAreNeverMixed: one conflict that two people settled, in all ways
// that there are. What is shown is one of the two texts whole; where they differ
// one thing is asked for, either answer gives either text, and then it is over.
func TestAnswersAreNeverMixed(t *testing.T) {
	for name, c := range contests() {
		all := branches(t, c[0], c[1], c[2])
		parents := all.heads()
		slices.Sort(parents)
		chosen := answersTo(t, all)
		if len(chosen) < 2 {
			t.Fatalf("%s: %d answers", name, len(chosen))
		}
		for _, one := range chosen {
			for _, other := range chosen {
				w := &world{t: t, random: newWorld(t, 1, 2).random, marks: map[string]bulletin.RevisionID{}}
				now := replica{}
				now.receive(all)
				texts := []string{}
				for _, a := range []bulletin.Article{one, other} {
					r := w.revision(parents, a.Clone(), bulletin.ReasonMerge)
					now[r.ID] = r
					texts = append(texts, string(r.Document))
				}
				v := now.view(t)
				want := 1
				if texts[0] == texts[1] {
					want = 0
				}
				if len(v.Conflicts) != want || !slices.Contains(texts, string(v.Document)) {
					t.Errorf("%s: %s\nand %s\ngive %s\n%+v", name, texts[0], texts[1], v.Document, v.Conflicts)
					continue
				}
				if want == 0 {
					continue
				}
				var got []string
				for _, side := range []merge.Side{merge.Ours, merge.Theirs} {
					a, err := settled(t, now, merge.Choices{v.Conflicts[0].Key(): side})
					if err != nil {
						t.Errorf("%s: %v", name, err)
					}
					got = append(got, string(written(t, a)))
				}
				slices.Sort(got)
				slices.Sort(texts)
				if !slices.Equal(got, texts) {
					t.Errorf("%s: to choose are\n%s\nof\n%s", name, strings.Join(got, "\n"), strings.Join(texts, "\n"))
				}
			}
		}
	}
}

// TestAnswersOfSeveralAreNeverMixed: several people settle one conflict, some
// write on elsewhere. Nothing is shown of the contested paragraph that nobody
// chose, and whatever anybody chose is shown or asked for.
func TestAnswersOfSeveralAreNeverMixed(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.SampledFrom([]string{"sentence", "last sentence", "sentence for two", "two sentences", "paragraph or gone", "two added"}).Draw(r, "contest")
		c := contests()[name]
		all := branches(t, c[0], c[1], c[2])
		parents := all.heads()
		slices.Sort(parents)
		chosen := answersTo(t, all)
		w := &world{t: t, random: newWorld(t, 1, 2).random, marks: map[string]bulletin.RevisionID{}}
		var texts []string
		for range rapid.IntRange(2, 5).Draw(r, "people") {
			picked := rapid.SampledFrom(chosen).Draw(r, "chooses")
			a := picked.Clone()
			texts = append(texts, inner(a))
			if rapid.Bool().Draw(r, "writes on") {
				a.Note = "Ghi chú " + w.mark()
				a.Body[len(a.Body)-1].Text += " Nối " + w.mark() + "."
			}
			one := w.revision(parents, a, bulletin.ReasonMerge)
			all[one.ID] = one
		}
		v := all.view(t)
		var shown bulletin.Article
		if err := bulletin.ReadJSON(v.Document, &shown); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(texts, inner(shown)) {
			r.Fatalf("%s: nobody chose %q of %q", name, inner(shown), texts)
		}
		for mark := range w.marks {
			if !strings.Contains(said(v), mark) {
				r.Fatalf("%s: %s is lost", name, mark)
			}
		}
		slices.Sort(texts)
		if n := len(slices.Compact(texts)); n > 1 && len(v.Conflicts) == 0 {
			r.Fatalf("%s: %d answers, and nothing is asked for", name, n)
		}
	})
}

// inner are the paragraphs between the first and the last.
func inner(a bulletin.Article) string {
	var all []string
	for _, b := range a.Body[1 : len(a.Body)-1] {
		all = append(all, b.Text)
	}
	return strings.Join(all, "\n")
}
