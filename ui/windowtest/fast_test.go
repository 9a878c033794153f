package windowtest

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// longArticle stores an article of some 10,000 words.
func (s *stage) longArticle(path string) {
	s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, path)
	s.check(err)
	defer f.Close()
	a := bulletin.Article{Headline: "Bài dài"}
	text := strings.TrimSpace(strings.Repeat("Sáng nay bà con năm thôn đã xuống bãi từ khi nước còn rút, mang theo cây đước và cơm nắm. ", 5))
	for range 100 {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
	}
	_, err = f.SaveArticle(ctx, bulletin.NewID(), a, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	s.check(err)
}

// keys presses keys one after another, a key every 2 ms.
func (s *stage) keys(names []string) {
	s.t.Helper()
	c := exec.Command("xdotool", append([]string{"key", "--delay", "2"}, names...)...)
	c.Env = s.env
	if said, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool: %v: %s", err, said)
	}
}

// asUniKey are the keys that UniKey sends for a word: its letters without
// marks, and, when the last one has come, Backspaces and the letters anew.
func asUniKey(word string) []string {
	var plain, marked []string
	for _, r := range word {
		name := string(r)
		if r > 0x7F {
			name = fmt.Sprintf("U%04X", r)
		}
		marked = append(marked, name)
		switch r {
		case 'ệ':
			name = "e"
		case 'ừ':
			name = "u"
		case 'ặ':
			name = "a"
		case 'đ':
			name = "d"
		}
		plain = append(plain, name)
	}
	keys := append([]string(nil), plain...)
	for range len([]rune(word)) {
		keys = append(keys, "BackSpace")
	}
	return append(keys, marked...)
}

// TestFastTypingInALongArticle: with a key every 2 ms, at the end of 10,000
// words, no letter is lost, doubled or out of order, whether it is typed or
// written anew by an input method.
func TestFastTypingInALongArticle(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.longArticle(file)
	s.start(file)
	s.sees("Sáng nay bà con")
	s.xdo("mousemove", "640", "400", "click", "1")
	s.press("ctrl+End", "Return")
	const typed = "Đồng chí Bí thư Huyện ủy yêu cầu các xã, thị trấn khẩn trương rà soát, thống kê diện tích rừng ngập mặn bị thiệt hại."
	c := exec.Command("xdotool", "type", "--delay", "2", "--file", "-")
	c.Env, c.Stdin = s.env, strings.NewReader(strings.Repeat(typed+" ", 3))
	s.check(c.Run())
	s.press("Return")
	words := []string{"việt", "đặng", "rừng", "việt"}
	var names []string
	for range 6 {
		for _, w := range words {
			names = append(names, asUniKey(w)...)
			names = append(names, "space")
		}
	}
	s.keys(names)
	s.picture("fast")
	s.close()
	got := body(s.only(file).Article)
	n := len(got)
	if n != 102 {
		t.Fatalf("%d paragraphs", n)
	}
	if want := strings.Repeat(typed+" ", 3); got[n-2] != want {
		t.Errorf("typed\n%q\nstored\n%q", want, got[n-2])
	}
	if want := strings.Repeat(strings.Join(words, " ")+" ", 6); got[n-1] != want {
		t.Errorf("written anew\n%q\nstored\n%q", want, got[n-1])
	}
}
