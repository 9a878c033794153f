package intake_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
)

// TestPages reads pages as Vietnamese portals and papers build them, and
// compares the story with the .golden file beside each.
func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(paths) < 3 {
		t.Fatalf("pages: %q, %v", paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".html"), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := intake.Read(raw)
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, strings.TrimSuffix(path, ".html")+".golden", readable(d))
		})
	}
}

// TestNothingOfAPlainPageIsLeftOut: where a page is no more than a text, all its
// words are in the article, whatever it looks like.
func TestNothingOfAPlainPageIsLeftOut(t *testing.T) {
	for name, page := range map[string]string{
		"no title":                 `<html><body><p>Trang chủ</p><p>Đoạn thứ nhất của một văn bản không có tít.</p><ul><li><a>Một</a></li><li><a>Hai</a></li></ul></body></html>`,
		"story above the title":    `<p>Đây là một đoạn văn dài đứng trên tít của trang, đủ dài để không ai bảo là thực đơn, là lời chia sẻ hay là một dòng nào khác ngoài bài.</p><h1>Tít ở dưới</h1><p>Đoạn cuối.</p>`,
		"all of it a menu":         `<nav><p>Chỉ có thực đơn</p></nav>`,
		"named by a careless hand": `<div class="content sidebar related"><h2>Làm đường</h2><p>Con đường dài một cây số, mùa mưa lầy lội, xe máy không qua được. Ông trưởng thôn đọc dự toán, rồi từng nhà nói phần của mình.</p></div>`,
	} {
		d, err := intake.Read([]byte(page))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		tags := strings.NewReplacer("<", "\n<", ">", ">\n").Replace(page)
		var text []string
		for line := range strings.SplitSeq(tags, "\n") {
			if !strings.HasPrefix(line, "<") {
				text = append(text, line)
			}
		}
		checkWords(t, strings.Join(text, "\n"), d)
		for _, f := range d.Findings {
			if f.Rule == intake.RulePageLeft {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

// TestWhatIsLeftOutIsTold, with how much it is and how it begins.
func TestWhatIsLeftOutIsTold(t *testing.T) {
	d, err := intake.Page([]byte(`<nav><a>Trang chủ</a></nav><h1>Tít của bài</h1><p>Đoạn một của bài.</p><p>Chia sẻ</p>`))
	if err != nil {
		t.Fatal(err)
	}
	last := d.Findings[len(d.Findings)-1]
	if last.Rule != intake.RulePageLeft || last.Severity != bulletin.Hint || last.Args["n"] != 2 || last.Args["text"] != "Trang chủ" {
		t.Errorf("%+v", last)
	}
}

// FuzzPage: no page makes the reading fail but with a trouble.
func FuzzPage(f *testing.F) {
	paths, _ := filepath.Glob("testdata/pages/*.html")
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("<h1><h1><p><ul><a>x</a><nav><h1>y"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := intake.Page(raw)
		if err != nil {
			if bulletin.TroubleKey(err) == "" {
				t.Fatal(err)
			}
			return
		}
		again := d.Article.Clone()
		again.Normalize()
		if !reflect.DeepEqual(again, d.Article) {
			t.Fatalf("not normal: %+v", d.Article)
		}
	})
}
