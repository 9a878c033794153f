package merge_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestWhatWasJoinedUnaskedIsTold: beside a contested headline and a contested
// sentence one side has written a deck and changed another sentence of the same
// paragraph. These two are joined, and only these.
func TestWhatWasJoinedUnaskedIsTold(t *testing.T) {
	text := func(headline, deck, body string) bulletin.Article {
		return bulletin.Article{Headline: headline, Deck: deck, Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: body}}}
	}
	for i := range 8 { // the order of heads is that of their hashes
		base := text(fmt.Sprintf("Con đường %d", i), "3,8 km", "Sáng nay xã họp. Có mười người dự. Chiều ra đồng.")
		own := text("Đường mới", "3,8 km", "Sáng nay xã họp. Có hai mươi người dự. Chiều ra đồng.")
		other := text("Mở lối", "3,9 km", "Sáng nay xã họp bàn. Có ba mươi đại biểu. Chiều ra đồng.")
		all := branches(t, base, own, other)
		for _, head := range all.heads() {
			a := all.article(t, head)
			changes, err := merge.Joined(bulletin.SubjectArticle, all.heads(), head, all)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, c := range changes {
				got[c.Field] = c.After
			}
			want := map[string]string{}
			if a.Headline == own.Headline {
				want = map[string]string{"deck": "3,9 km", "body": "Sáng nay xã họp bàn. Có hai mươi người dự. Chiều ra đồng."}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("beside “%s”: %v", a.Headline, got)
			}
		}
	}
}

// TestWhatBothHaveWrittenAtIsToldOnce, as of both: one has put a sentence before a
// paragraph that the other one has written anew, so that hardly a word of it is
// left; that one has changed another paragraph and the deck besides.
func TestWhatBothHaveWrittenAtIsToldOnce(t *testing.T) {
	text := func(deck string, body ...string) bulletin.Article {
		a := bulletin.Article{Deck: deck}
		for _, p := range body {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: p})
		}
		return a
	}
	const was, last = "Google, Facebook, quyết toán, giữ gìn, khuỷu tay, hòa bình, tùy quý.", "Bà con ra đồng từ sớm."
	base := text("", "Sáng nay xã họp.", was, last)
	own := text("", "Sáng nay xã họp.", "Hoa thêm. "+was, last)
	other := text("63 hộ", "Sáng nay xã họp bàn.", "Đoạn này do chị Thắm viết lại.", last)
	all := branches(t, base, own, other)
	for _, head := range all.heads() {
		a := all.article(t, head)
		changes, err := merge.Joined(bulletin.SubjectArticle, all.heads(), head, all)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range changes {
			got = append(got, fmt.Sprintf("%s %s: %s, both %v", c.Field, c.Kind, c.After, c.Both))
		}
		want := []string{
			"deck added: 63 hộ, both false", "body changed: Sáng nay xã họp bàn., both false",
			"body changed: Hoa thêm. Đoạn này do chị Thắm viết lại., both true",
		}
		if a.Deck != "" {
			want = want[2:]
		}
		if !slices.Equal(got, want) {
			t.Errorf("beside “%s” there is told:\n%s", a.Deck, strings.Join(got, "\n"))
		}
	}
}

// TestALostApprovalIsNobodysChange: both have left the article approved, and the
// program takes the approval of what it has joined. A status that one of them
// has given is that one's change.
func TestALostApprovalIsNobodysChange(t *testing.T) {
	for status, want := range map[bulletin.Status]int{bulletin.Approved: 1, bulletin.Submitted: 2} {
		base := bulletin.Article{Headline: "Gốc", Status: bulletin.Approved}
		own, other := base, base
		own.Headline, other.Headline = "Tít của tôi", "Tít của Hà"
		other.Deck, other.Status = "63 hộ hiến đất", status
		all := branches(t, base, own, other)
		for _, head := range all.heads() {
			a := all.article(t, head)
			changes, err := merge.Joined(bulletin.SubjectArticle, all.heads(), head, all)
			if err != nil {
				t.Fatal(err)
			}
			if a.Headline == own.Headline && len(changes) != want {
				t.Errorf("the other one says %s: %+v", status, changes)
			}
		}
	}
}

// TestJoinedOfManyHistories: what was joined can always be told, and beside a
// version that stands alone nothing was.
func TestJoinedOfManyHistories(t *testing.T) {
	for seed := range histories(t, 20, 60, 400) {
		w := newWorld(t, uint64(seed), 3)
		for range 12 {
			w.step()
		}
		all := replica{}
		for _, r := range w.replicas {
			all.receive(r)
		}
		heads := all.heads()
		for _, head := range heads {
			changes, err := merge.Joined(bulletin.SubjectArticle, heads, head, all)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if len(heads) == 1 && len(changes) > 0 {
				t.Errorf("seed %d: beside the only version %+v", seed, changes)
			}
		}
	}
}
