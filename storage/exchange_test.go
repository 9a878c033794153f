package storage_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// office is several PCs that write, delete, settle, send and receive in a
// random order.
type office struct {
	t      *testing.T
	random *rand.Rand
	files  []*storage.File
	ids    []bulletin.ID
	marks  map[string]brought
	count  int
}

// brought is where a mark was first saved.
type brought struct {
	article  bulletin.ID
	revision bulletin.RevisionID
}

func newOffice(t *testing.T, seed uint64, pcs int) *office {
	o := &office{t: t, random: rand.New(rand.NewPCG(seed, 9)), marks: map[string]brought{}}
	for range pcs {
		o.files = append(o.files, create(t))
	}
	for i := range 3 {
		id := bulletin.NewID()
		save(t, o.files[0], id, article(fmt.Sprint("Bài ", i), "Câu một. Câu hai. Câu ba.", "Đoạn hai ở đây. Còn câu nữa.", "Đoạn ba."))
		o.ids = append(o.ids, id)
	}
	for _, f := range o.files[1:] {
		receive(t, f, o.files[0].Path())
	}
	return o
}

func (o *office) step() {
	f := o.files[o.random.IntN(len(o.files))]
	switch o.random.IntN(6) {
	case 0, 1:
		if other := o.files[o.random.IntN(len(o.files))]; other != f {
			receive(o.t, f, other.Path())
		}
	case 2:
		o.send(f)
	default:
		o.write(f)
	}
}

// send hands one article over as a file of its own.
func (o *office) send(f *storage.File) {
	other := o.files[o.random.IntN(len(o.files))]
	if other == f {
		return
	}
	out := filepath.Join(o.t.TempDir(), "gửi.bantin")
	what := storage.Selection{Articles: []bulletin.ID{o.ids[o.random.IntN(len(o.ids))]}}
	if _, err := f.Send(ctx, out, what, nil); err != nil {
		o.t.Fatal(err)
	}
	receive(o.t, other, out)
}

func (o *office) write(f *storage.File) {
	id := o.ids[o.random.IntN(len(o.ids))]
	a := load(o.t, f, id)
	if len(a.Conflicts) > 0 && o.random.IntN(3) == 0 {
		choices := merge.Choices{}
		for _, c := range a.Conflicts {
			choices[c.Key()] = merge.Sides()[o.random.IntN(2)]
		}
		if _, err := f.Settle(ctx, bulletin.SubjectArticle, id, choices, storage.Save{Expected: a.Heads}); err != nil && bulletin.TroubleKey(err) == "" {
			o.t.Fatal(err)
		}
		return
	}
	s := storage.Save{Author: "Lan", Expected: a.Heads, Settles: o.random.IntN(4) == 0}
	if o.random.IntN(2) == 0 {
		s.Reason = bulletin.ReasonAutosave
	}
	if o.random.IntN(20) == 0 {
		if _, err := f.DeleteArticle(ctx, id, s); err != nil {
			o.t.Fatal(err)
		}
		return
	}
	mark := fmt.Sprintf("m%dk", o.count)
	o.count++
	next := a.Article.Clone()
	o.change(&next, mark)
	saved, err := f.SaveArticle(ctx, id, next, s)
	if err != nil {
		o.t.Fatal(err)
	}
	o.marks[mark] = brought{id, saved.Revision}
}

func (o *office) change(a *bulletin.Article, mark string) {
	k := 0
	if len(a.Body) > 0 {
		k = o.random.IntN(len(a.Body))
	}
	switch n := o.random.IntN(6); {
	case n == 0:
		a.Headline = "Tít " + mark
	case n == 1:
		a.Note += "\n" + mark
	case n == 2 || len(a.Body) == 0:
		a.Body = slices.Insert(a.Body, k, bulletin.Block{Kind: bulletin.Paragraph, Text: "Thêm " + mark + "."})
	case n == 3 && len(a.Body) > 2:
		a.Body = slices.Delete(a.Body, k, k+1)
		a.Byline = mark
	default:
		sentences := strings.SplitAfter(a.Body[k].Text, ". ")
		sentences[o.random.IntN(len(sentences))] = "Sửa " + mark + ". "
		a.Body[k].Text = strings.TrimSpace(strings.Join(sentences, ""))
	}
}

// picture is all that a file shows and knows.
func picture(t *testing.T, f *storage.File, ids []bulletin.ID) string {
	t.Helper()
	var b strings.Builder
	for _, id := range ids {
		a := load(t, f, id)
		document, err := bulletin.CanonicalJSON(a.Article)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, a.ID, string(document), a.Heads, a.Deleted, a.NeedsEye, a.UpdatedAt, a.Author)
		for _, c := range a.Conflicts {
			if c.Turned { // "ours" is another side in another file
				c = c.Turn()
			}
			fmt.Fprintf(&b, "%+v\n", c)
		}
		history, err := f.History(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range history {
			fmt.Fprintln(&b, r.ID)
		}
	}
	found := list(t, f, storage.Query{})
	slices.SortFunc(found, func(a, b storage.Summary) int { return strings.Compare(string(a.ID), string(b.ID)) })
	fmt.Fprintf(&b, "%+v\n", found)
	return b.String()
}

func rounds(short, usual, long int) int {
	switch {
	case os.Getenv("BANTIN_TORTURE") != "":
		return long
	case testing.Short():
		return short
	}
	return usual
}

// Whatever happens, and in whatever order the files are received in the end,
// as often as one likes: every file shows the same, and every edit that nobody
// took out knowingly is in what is shown or in the list of conflicts.
func TestExchangeConverges(t *testing.T) {
	for seed := range rounds(1, 4, 300) {
		o := newOffice(t, uint64(seed), 4)
		for range 30 {
			o.step()
		}
		var want string
		for i, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1, 2, 0}, {1, 3, 0, 2, 2}} {
			all := create(t)
			for _, k := range order {
				receive(t, all, o.files[k].Path())
			}
			got := picture(t, all, o.ids)
			if i == 0 {
				want = got
				o.wantMarks(all)
			} else if got != want {
				t.Fatalf("history %d, order %v:\n%s\n%s", seed, order, got, want)
			}
			sound(t, all)
			all.Close()
		}
		for _, f := range o.files {
			f.Close()
		}
	}
}

func (o *office) wantMarks(f *storage.File) {
	o.t.Helper()
	looked := 0
	for mark, from := range o.marks {
		a := load(o.t, f, from.article)
		history, err := f.History(ctx, from.article)
		if err != nil {
			o.t.Fatal(err)
		}
		if takenOut(history, a.Heads, mark, from.revision) {
			continue
		}
		looked++
		said := fmt.Sprintf("%+v %+v", a.Article, a.Conflicts)
		if !strings.Contains(said, mark) {
			o.t.Errorf("%s is lost from %s", mark, from.article)
		}
	}
	if looked < len(o.marks)/4 {
		o.t.Errorf("only %d of %d edits could be looked for", looked, len(o.marks))
	}
}

// takenOut reports a mark that a newest version lacks which was written over
// the one that brought it.
func takenOut(history []bulletin.Revision, heads []bulletin.RevisionID, mark string, from bulletin.RevisionID) bool {
	after := map[bulletin.RevisionID]bool{from: true}
	for _, r := range slices.Backward(history) { // parents first
		if slices.ContainsFunc(r.Parents, func(p bulletin.RevisionID) bool { return after[p] }) {
			after[r.ID] = true
		}
		if after[r.ID] && slices.Contains(heads, r.ID) && !strings.Contains(string(r.Document), mark) {
			return true
		}
	}
	return false
}
