package merge_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// replica is one PC's set of revisions.
type replica map[bulletin.RevisionID]bulletin.Revision

func (r replica) Parents(id bulletin.RevisionID) []bulletin.RevisionID { return r[id].Parents }

func (r replica) Load(id bulletin.RevisionID) (bulletin.Revision, bool, error) {
	found, ok := r[id]
	return found, ok, nil
}

// article is the article as a revision has it.
func (r replica) article(t testing.TB, id bulletin.RevisionID) (a bulletin.Article) {
	t.Helper()
	of, _, err := r.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	if err := bulletin.ReadJSON(of.Document, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

func (r replica) heads() []bulletin.RevisionID {
	older := map[bulletin.RevisionID]bool{}
	for _, revision := range r {
		for _, parent := range revision.Parents {
			older[parent] = true
		}
	}
	var heads []bulletin.RevisionID
	for id := range r {
		if !older[id] {
			heads = append(heads, id)
		}
	}
	return heads
}

func (r replica) receive(other replica) {
	for id, revision := range other {
		r[id] = revision
	}
}

func (r replica) view(t testing.TB) merge.View {
	t.Helper()
	v, err := merge.Heads(bulletin.SubjectArticle, r.heads(), r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// world is a random history over several replicas.
type world struct {
	t        testing.TB
	random   *rand.Rand
	replicas []replica
	marks    map[string]bulletin.RevisionID // each with the revision that brought it
	clock    int
	pending  []string // marks of the edit that is being made
}

func newWorld(t testing.TB, seed uint64, replicas int) *world {
	w := &world{t: t, random: rand.New(rand.NewPCG(seed, 4)), marks: map[string]bulletin.RevisionID{}}
	first := bulletin.Article{Headline: "Đầu đề", Standfirst: "Sa-pô một. Sa-pô hai."}
	for i := range 4 {
		first.Body = append(first.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: fmt.Sprintf("Đoạn %d câu một có chữ. Câu hai của đoạn %d. Câu ba nữa %d.", i, i, i)})
	}
	first.Photos = []bulletin.Photo{{ID: "p1", SHA256: "aa", Caption: "Ảnh đầu"}}
	first.Body = append(first.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: "p1"})
	r := w.revision(nil, first, bulletin.ReasonSave)
	for range replicas {
		w.replicas = append(w.replicas, replica{r.ID: r})
	}
	return w
}

func (w *world) revision(parents []bulletin.RevisionID, a bulletin.Article, reason bulletin.Reason) bulletin.Revision {
	w.t.Helper()
	a.Normalize()
	document, err := bulletin.CanonicalJSON(a)
	if err != nil {
		w.t.Fatal(err)
	}
	if reason == bulletin.ReasonDelete {
		document = []byte("null")
	}
	w.clock++
	at := time.UnixMilli(int64(w.clock) + int64(w.random.IntN(5)-2)*86_400_000_000) // clocks are wrong by years
	r, err := bulletin.NewRevision(bulletin.SubjectArticle, "0123456789abcdef", parents, at, fmt.Sprint(w.clock), reason, document)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, mark := range w.pending {
		w.marks[mark] = r.ID
	}
	w.pending = nil
	return r
}

func (w *world) mark() string {
	mark := fmt.Sprintf("m%dk", len(w.marks)+len(w.pending)*1000+1_000_000*w.clock)
	w.pending = append(w.pending, mark)
	return mark
}

// step lets one PC write or receive.
func (w *world) step() {
	i := w.random.IntN(len(w.replicas))
	mine := w.replicas[i]
	if w.random.IntN(3) == 0 {
		mine.receive(w.replicas[w.random.IntN(len(w.replicas))])
		return
	}
	w.write(mine)
}

// write lets one PC write.
func (w *world) write(mine replica) {
	v := mine.view(w.t)
	var a bulletin.Article
	if v.Document != nil {
		if err := bulletin.ReadJSON(v.Document, &a); err != nil {
			w.t.Fatal(err)
		}
	}
	parents := mine.heads()
	if len(v.Conflicts) > 0 && w.random.IntN(2) == 0 { // the conflicts stay open
		over, aside, err := merge.Over(bulletin.SubjectArticle, parents, mine)
		if err != nil {
			w.t.Fatal(err)
		}
		parents = over
		for _, r := range aside {
			mine[r.ID] = r
		}
	}
	reason := bulletin.ReasonSave
	if w.random.IntN(25) == 0 {
		reason = bulletin.ReasonDelete
	} else {
		for range 1 + w.random.IntN(3) {
			w.edit(&a)
		}
	}
	r := w.revision(parents, a, reason)
	mine[r.ID] = r
}

func (w *world) edit(a *bulletin.Article) {
	switch w.random.IntN(16) {
	case 0:
		a.Headline = "Tít " + w.mark()
	case 1:
		a.Byline = w.mark()
	case 2:
		a.Standfirst += " Thêm " + w.mark() + "."
	case 3:
		a.Status = bulletin.Statuses()[w.random.IntN(5)]
	case 4:
		w.editPhotos(a)
	case 5:
		a.Note += "\n" + w.mark()
	case 6:
		a.Extras = bulletin.Extras(`"x_new":"` + w.mark() + `"`)
	case 7:
		a.EventDate = bulletin.Date{Year: 2026, Month: 4, Day: 1 + w.random.IntN(28)}
	default:
		w.editBody(a)
	}
}

func (w *world) editPhotos(a *bulletin.Article) {
	n := len(a.Photos)
	switch w.random.IntN(4) {
	case 0:
		id := "p1"
		for k := 2; a.PhotoByID(id) != nil; k++ {
			id = fmt.Sprintf("p%d", k)
		}
		a.Photos = append(a.Photos, bulletin.Photo{ID: id, SHA256: w.mark(), Caption: "Ảnh mới " + w.mark()})
		a.Body = slices.Insert(a.Body, w.random.IntN(len(a.Body)+1), bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: id})
	case 1:
		if n > 0 {
			a.Photos[w.random.IntN(n)].Caption = "Chú thích " + w.mark()
		}
	case 2:
		if n > 1 {
			a.Photos[0], a.Photos[n-1] = a.Photos[n-1], a.Photos[0]
		}
	case 3:
		if n > 0 {
			k := w.random.IntN(n)
			gone := a.Photos[k].ID
			a.Photos = slices.Delete(a.Photos, k, k+1)
			a.Body = slices.DeleteFunc(a.Body, func(b bulletin.Block) bool { return b.Photo == gone })
		}
	}
}

func (w *world) editBody(a *bulletin.Article) {
	if len(a.Body) == 0 {
		a.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Lại " + w.mark() + "."}}
		return
	}
	k := w.random.IntN(len(a.Body))
	b := &a.Body[k]
	switch w.random.IntN(8) {
	case 0:
		a.Body = slices.Insert(a.Body, k, bulletin.Block{Kind: bulletin.Paragraph, Text: "Đoạn mới " + w.mark() + ". Có hai câu."})
	case 1:
		if w.random.IntN(3) == 0 {
			a.Body = slices.Delete(a.Body, k, k+1)
		}
	case 2:
		moved := *b
		a.Body = slices.Delete(a.Body, k, k+1)
		a.Body = slices.Insert(a.Body, w.random.IntN(len(a.Body)+1), moved)
	case 3:
		if b.Kind != bulletin.PhotoAnchor {
			b.Text += " <b>Nối " + w.mark() + ".</b>"
		}
	case 4:
		if b.Kind != bulletin.PhotoAnchor {
			b.Kind = bulletin.BlockKinds()[w.random.IntN(3)]
		}
	default:
		if b.Kind != bulletin.PhotoAnchor && b.Text != "" {
			words := strings.Split(b.Text, " ")
			words[w.random.IntN(len(words))] = w.mark()
			b.Text = strings.Join(words, " ")
		}
	}
}

// dropped reports a mark that somebody who had seen it took out: a newest
// version made over it lacks it.
func (w *world) dropped(all replica, mark string) bool {
	for _, head := range all.heads() {
		if all.descends(head, w.marks[mark]) && !strings.Contains(string(all[head].Document), mark) {
			return true
		}
	}
	return false
}

func (r replica) descends(id, from bulletin.RevisionID) bool {
	if id == from {
		return true
	}
	return slices.ContainsFunc(r[id].Parents, func(p bulletin.RevisionID) bool { return r.descends(p, from) })
}

func said(v merge.View) string {
	all := []string{string(v.Document)}
	for _, c := range v.Conflicts {
		all = append(all, c.Base, c.Ours, c.Theirs)
	}
	return strings.Join(all, "\n")
}

func histories(t testing.TB, short, brief, long int) int {
	switch {
	case os.Getenv("BANTIN_TORTURE") != "":
		return long
	case testing.Short():
		return short
	}
	_ = t
	return brief
}

// Whatever people write, on PCs with wrong clocks, whoever receives from whom:
// each edit that nobody took out knowingly is in the merged text or in the
// list of conflicts.
func TestNoEditIsLost(t *testing.T) {
	marks, lost := 0, 0
	for seed := range histories(t, 60, 300, 5_000) {
		w := newWorld(t, uint64(seed), 4)
		for range 24 {
			w.step()
		}
		all := replica{}
		for _, r := range w.replicas {
			all.receive(r)
		}
		v := all.view(t)
		text := said(v)
		for mark := range w.marks {
			if w.dropped(all, mark) {
				continue
			}
			marks++
			if !strings.Contains(text, mark) {
				lost++
				t.Errorf("history %d: %s is lost", seed, mark)
			}
		}
		if lost > 3 {
			break
		}
	}
	t.Logf("%d edits", marks)
	if marks == 0 {
		t.Error("no edits")
	}
}

// The merged text depends on which revisions there are and on nothing else.
func TestOrderDoesNotMatter(t *testing.T) {
	for seed := range histories(t, 20, 60, 2_000) {
		w := newWorld(t, uint64(seed), 4)
		for range 20 {
			w.step()
		}
		var want merge.View
		for i, order := range permutations(4) {
			all := replica{}
			for _, k := range order {
				all.receive(w.replicas[k])
				all.receive(w.replicas[k])
			}
			got := all.view(t)
			if i == 0 {
				want = got
			} else if !reflect.DeepEqual(got, want) {
				t.Fatalf("history %d, order %v:\n%s\n%s", seed, order, said(got), said(want))
			}
		}
	}
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, shorter := range permutations(n - 1) {
		for i := range n {
			all = append(all, slices.Insert(slices.Clone(shorter), i, n-1))
		}
	}
	return all
}
