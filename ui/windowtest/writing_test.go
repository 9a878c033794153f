package windowtest

import (
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bantin/bulletin"
)

// story has every Vietnamese letter with every tone, small and capital.
var story = struct {
	headline, deck, dateline, standfirst string
	body                                 []bulletin.Block
	byline, affiliation                  string
}{
	headline:   "Xã Đồng Rui ra quân trồng rừng ngập mặn",
	deck:       "Hơn hai trăm người, sáu héc-ta cây đước",
	dateline:   "Đồng Rui, 12/5",
	standfirst: "Sáng 12/5, lực lượng dân quân cùng bà con năm thôn đã xuống bãi từ khi nước còn rút.",
	body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Đủ dấu thường: " + spaced(vietnamese) + "."},
		{Kind: bulletin.Paragraph, Text: "Đủ dấu hoa: " + spaced(strings.ToUpper(vietnamese)) + "."},
		{Kind: bulletin.Crosshead, Text: "Rừng giữ đất"},
		{Kind: bulletin.Paragraph, Text: "Ông Hoàng Văn Bảy nói: “Trồng một cây, giữ một vạt bãi” – rồi lội xuống bùn…"},
		{Kind: bulletin.Quote, Text: "Nghiêng ngả khuỷu tay, người ngoằn ngoèo, quỷnh quàng, thuở nguyễn."},
	},
	byline:      "Mai Thắm",
	affiliation: "Trung tâm Truyền thông và Văn hóa",
}

func spaced(letters string) string { return strings.Join(strings.Split(letters, ""), " ") }

func TestAnArticleTypedWithARealKeyboard(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	for _, line := range []struct{ text, next string }{
		{story.headline, "Tab"}, {story.deck, "Return"}, {story.standfirst, "Tab"}, {story.dateline, "Return"},
	} {
		s.write(line.text)
		s.press(line.next)
	}
	marks := map[bulletin.BlockKind]string{bulletin.Crosshead: "## ", bulletin.Quote: "> "}
	for i, b := range story.body {
		if i > 0 {
			s.press("Return")
		}
		s.write(marks[b.Kind] + b.Text)
	}
	s.press("Tab")
	s.write(story.byline)
	s.press("Return")
	s.write(story.affiliation)
	s.picture("typed")
	s.close()

	written := s.only(file)
	s.compare(written.Article)

	s.start(file)
	s.picture("opened-again")
	s.close()
	again := s.only(file)
	if again.Revision != written.Revision {
		t.Error("opening and closing the article changed it")
	}
	s.export(file, written.ID)
}

func (s *stage) compare(a bulletin.Article) {
	s.t.Helper()
	for what, pair := range map[string][2]string{
		"headline":    {a.Headline, story.headline},
		"deck":        {a.Deck, story.deck},
		"dateline":    {a.Dateline, story.dateline},
		"standfirst":  {a.Standfirst, story.standfirst},
		"byline":      {a.Byline, story.byline},
		"affiliation": {a.Affiliation, story.affiliation},
	} {
		if pair[0] != pair[1] {
			s.t.Errorf("%s: %q, typed was %q", what, pair[0], pair[1])
		}
	}
	if !reflect.DeepEqual(a.Body, story.body) {
		s.t.Errorf("body:\n%q\ntyped was\n%q", a.Body, story.body)
	}
}

// export prints the article by the program's command line.
func (s *stage) export(file string, id bulletin.ID) {
	s.t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		s.t.Fatal("this test needs pdftotext: install the Debian package poppler-utils")
	}
	out := filepath.Join(s.home, "bài.pdf")
	c := exec.Command(s.program, "export", file, "--article", string(id), "-o", out)
	c.Env = s.env
	if said, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("export: %v\n%s", err, said)
	}
	text, err := exec.Command("pdftotext", out, "-").Output()
	s.check(err)
	// Spaces are left out: justified letters standing alone are words or not,
	// as the reading tool pleases.
	plain := strings.Join(strings.Fields(string(text)), "")
	for _, want := range []string{story.headline, story.byline, "Rừng giữ đất", vietnamese} {
		if !strings.Contains(plain, strings.ReplaceAll(want, " ", "")) {
			s.t.Errorf("%q is not in the PDF:\n%s", want, plain)
		}
	}
}
