package windowtest

import (
	"context"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"bantin/bulletin"
	"bantin/storage"
)

// again starts the program a second time, as a double click on a file does: the
// running desk takes the file, and the second program ends.
func (s *stage) again(args ...string) {
	s.t.Helper()
	c := exec.Command(s.program, args...)
	c.Env = s.env
	if said, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("the second start: %v\n%s", err, said)
	}
}

// story is a long text of which no two paragraphs are alike.
func longStory(headline string, paragraphs int) bulletin.Article {
	a := bulletin.Article{
		Status: bulletin.Submitted, Genre: "report", Section: "Kinh tế", Headline: headline,
		Standfirst: "Từ đầu năm đến nay, " + strings.ToLower(headline) + " là việc được cả xã bàn nhiều nhất.",
		Byline:     "Mai Thắm",
	}
	for i := range paragraphs {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: fmt.Sprintf(
			"Đoạn thứ %d của “%s”: bà con năm thôn đã xuống bãi từ khi nước còn rút, mang theo cây đước, cơm nắm và ấm nước chè. "+
				"Người trước cắm cọc, người sau đặt cây, ai cũng giữ đúng khoảng cách một mét rưỡi mà cán bộ kiểm lâm đã căng dây từ hôm trước. "+
				"Đến trưa, hàng cây đã dài thêm %d mét.", i+1, headline, 40+7*i,
		)})
	}
	return a
}

// pc is another PC of the newsroom, with a drafts file of its own.
type pc struct {
	s    *stage
	path string
	who  string
}

// save saves an article on a PC, as its owner would.
func (p pc) save(id bulletin.ID, change func(*bulletin.Article)) {
	p.s.t.Helper()
	p.open(func(ctx context.Context, f *storage.File) {
		var a bulletin.Article
		save := storage.Save{Author: p.who, Reason: bulletin.ReasonSave}
		if stored, err := f.Article(ctx, id); err == nil {
			a, save.Expected = stored.Article, stored.Heads
		}
		change(&a)
		_, err := f.SaveArticle(ctx, id, a, save)
		p.s.check(err)
	})
}

// open does something with the PC's drafts file.
func (p pc) open(do func(context.Context, *storage.File)) {
	p.s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, p.path)
	p.s.check(err)
	defer f.Close()
	do(ctx, f)
}

// writes stores a new article on a PC.
func (p pc) writes(a bulletin.Article) bulletin.ID {
	p.s.t.Helper()
	id := bulletin.NewID()
	p.save(id, func(to *bulletin.Article) { *to = a })
	return id
}

// photographed puts a photo in front of an article's text. Nothing is said of
// it yet.
func (p pc) photographed(a bulletin.Article, name string, c color.RGBA) bulletin.Article {
	p.s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, p.path)
	p.s.check(err)
	defer f.Close()
	original, err := os.ReadFile(p.s.photoFile(name, c))
	p.s.check(err)
	info, err := f.AddPhoto(ctx, name, original)
	p.s.check(err)
	a.Photos = []bulletin.Photo{{ID: "p1", SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx}}
	a.Body = append([]bulletin.Block{{Kind: bulletin.PhotoAnchor, Photo: "p1"}}, a.Body...)
	return a
}

// handedOut is a copy of a drafts file that somebody took home.
func (s *stage) handedOut(path, who string) pc {
	s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, path)
	s.check(err)
	defer f.Close()
	out := filepath.Join(s.home, who+".bantin")
	_, err = f.Send(ctx, out, storage.Selection{}, nil)
	s.check(err)
	return pc{s, out, who}
}

// onlyIssue is the one issue of a drafts file.
func (s *stage) onlyIssue(f *storage.File) (bulletin.Issue, bool) {
	issues, err := f.Issues(context.Background())
	if err != nil || len(issues) != 1 {
		return bulletin.Issue{}, false
	}
	return issues[0].Issue, true
}

// slotOf is the place in the issue of the story with a headline.
func (s *stage) slotOf(f *storage.File, headline string) bulletin.Slot {
	issue, _ := s.onlyIssue(f)
	for _, slot := range issue.Slots {
		if a, err := f.Article(context.Background(), slot.Article); err == nil && a.Article.Headline == headline {
			return slot
		}
	}
	return bulletin.Slot{}
}

// order is the headlines of the issue's stories, in their order.
func (s *stage) order(f *storage.File) (out []string) {
	issue, _ := s.onlyIssue(f)
	for _, slot := range issue.Slots {
		a, err := f.Article(context.Background(), slot.Article)
		s.check(err)
		out = append(out, a.Article.Headline)
	}
	return out
}
