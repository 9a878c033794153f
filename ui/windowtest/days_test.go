package windowtest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// pause is as long as a person looks before the next key.
func (s *stage) pause() { time.Sleep(1500 * time.Millisecond) }

// again starts the program a second time, as a double click on a file does: the
// running desk takes the file, and the second program ends.
func (s *stage) again(file string) {
	s.t.Helper()
	c := exec.Command(s.program, file)
	c.Env = s.env
	if said, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("the second start: %v\n%s", err, said)
	}
	s.pause()
}

// tellStalls logs what kept the window waiting for longer than a frame: on a
// loaded machine that says little, on a quiet one where to look.
func (s *stage) tellStalls(path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		s.t.Errorf("the stalls were not noted: %v", err)
		return
	}
	worst, count := map[string]int{}, map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		ms, doing, ok := strings.Cut(line, "\t")
		if n, err := strconv.Atoi(ms); ok && err == nil {
			count[doing]++
			worst[doing] = max(worst[doing], n)
		}
	}
	for doing, n := range count {
		s.t.Logf("%d waits for %s, the longest %d ms", n, doing, worst[doing])
	}
}

// TestAnEditorsDay receives two files, settles a conflict, approves, makes an
// issue up and prints it, by keys alone.
func TestAnEditorsDay(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home)
	file, shared := s.drafts(), bulletin.NewID()
	s.saveInto(file, shared, "Tít ban đầu", "Thu")
	news, changed := s.handedOut(file, "Mai"), s.handedOut(file, "Hường")
	s.saveInto(news, bulletin.NewID(), "Bài mới của Mai", "Mai")
	s.saveInto(changed, shared, "Tít của Hường", "Hường")
	s.saveInto(file, shared, "Tít của Thu", "Thu")

	s.start(file)
	s.again(news)
	s.picture("editor-asked")
	s.press("Return") // receive it
	s.until("the new article came", file, func(f *storage.File) bool { return len(s.articles(f)) == 2 })
	s.pause()
	s.press("Escape")
	s.again(changed)
	s.press("Return")
	s.until("the conflict came", file, func(f *storage.File) bool {
		a, err := f.Article(context.Background(), shared)
		return err == nil && len(a.Conflicts) > 0
	})
	s.pause()
	s.picture("editor-received")
	s.press("Return") // settle now
	s.pause()
	s.pause()
	s.picture("editor-settles")
	s.press("2", "Return")
	s.until("the conflict is settled", file, func(f *storage.File) bool {
		a, err := f.Article(context.Background(), shared)
		return err == nil && len(a.Conflicts) == 0 && len(a.Heads) == 1
	})
	s.pause()

	s.press("ctrl+shift+f", "Down", "ctrl+a", "shift+F10")
	s.pause()
	s.press("Down", "Down", "Return")
	s.pause()
	s.press("Down", "Down", "Down", "Down", "Return") // approved
	s.until("both are approved", file, func(f *storage.File) bool {
		counts, err := f.Count(context.Background(), storage.Query{})
		return err == nil && counts[bulletin.Approved] == 2
	})
	s.pause()
	s.press("ctrl+shift+f", "Down", "ctrl+a", "shift+F10")
	s.pause()
	s.press("Down", "Return") // into an issue
	s.pause()
	s.press("Down", "Return") // a new one
	s.pause()
	s.write("8")
	s.press("Return", "Return")
	s.until("the issue is made", file, func(f *storage.File) bool {
		issues, err := f.Issues(context.Background())
		return err == nil && len(issues) == 1 && len(issues[0].Issue.Slots) == 2
	})
	s.pause()
	s.press("F6")
	s.pause()
	s.pause()
	s.picture("editor-makes-up")
	s.press("ctrl+e")
	s.pause()
	s.press("Return")
	s.pause()
	s.press("Return")
	pdf := s.pdf()
	s.press("Escape")
	s.close()
	s.reads(pdf, "Bài mới của Mai")
}

// saveInto writes a headline into an article of a file, as somebody would at
// another PC.
func (s *stage) saveInto(path string, id bulletin.ID, headline, author string) {
	s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, path)
	s.check(err)
	defer f.Close()
	a := bulletin.Article{Status: bulletin.Submitted, Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Sáng nay bà con năm thôn xuống bãi trồng đước."}}}
	save := storage.Save{Author: author, Reason: bulletin.ReasonSave}
	if stored, err := f.Article(ctx, id); err == nil {
		a, save.Expected = stored.Article, stored.Heads
	}
	a.Headline = headline
	_, err = f.SaveArticle(ctx, id, a, save)
	s.check(err)
}

// handedOut is a copy of the file that somebody took home.
func (s *stage) handedOut(path, who string) string {
	s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, path)
	s.check(err)
	defer f.Close()
	out := filepath.Join(s.home, who+".bantin")
	_, err = f.Send(ctx, out, storage.Selection{}, nil)
	s.check(err)
	return out
}

// pdf waits for a PDF in the home folder.
func (s *stage) pdf() string {
	s.t.Helper()
	for range 100 {
		if found, _ := filepath.Glob(filepath.Join(s.home, "*.pdf")); len(found) == 1 {
			return found[0]
		}
		time.Sleep(300 * time.Millisecond)
	}
	s.picture("no-pdf")
	s.t.Fatal("no PDF was written")
	return ""
}
