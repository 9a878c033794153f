package ui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/sample"
	"bantin/storage"
)

// state is what the desk stands before: a file without a word, one that is full, or
// one with which much is wrong.
type state string

const (
	noFile    state = "first" // nobody has worked at this PC yet
	emptyFile state = "empty"
	fullFile  state = "full"
	brokeFile state = "broken"
)

// filesOf makes a drafts file for each state.
func filesOf(t *testing.T) map[state]string {
	t.Helper()
	dir := t.TempDir()
	all := map[state]string{}
	for _, s := range []state{emptyFile, fullFile, brokeFile} {
		all[s] = filepath.Join(dir, string(s)+".bantin")
	}
	f, err := storage.Create(t.Context(), all[emptyFile])
	check(t, err)
	check(t, f.Close())
	f, issue, err := sample.Create(t.Context(), all[fullFile], nil)
	check(t, err)
	fillUp(t, f, issue)
	check(t, f.Close())
	f, err = storage.Create(t.Context(), all[brokeFile])
	check(t, err)
	contest(t, f)
	check(t, f.Close())
	breakWords(t, all[brokeFile], "trường xưa", "trườnq xưa")
	return all
}

// longName is as long as the names of offices, sections and people become.
const longName = "Trung tâm Truyền thông – Văn hóa – Thể thao và Du lịch thành phố Buôn Ma Thuột mở rộng"

// fillUp puts what is long and much into a file with the sample: an article ten
// times as long as others, one with everything at its longest, one with forty
// versions, deleted articles and issues, more issues than the list has room for.
func fillUp(t *testing.T, f *storage.File, issue bulletin.ID) {
	t.Helper()
	ctx := t.Context()
	save := func(a bulletin.Article, by string) (bulletin.ID, []bulletin.RevisionID) {
		id := bulletin.NewID()
		saved, err := f.SaveArticle(ctx, id, a, storage.Save{Author: by, Reason: bulletin.ReasonSave})
		check(t, err)
		return id, saved.Heads
	}
	list, err := f.Articles(ctx, storage.Query{})
	check(t, err)
	first, err := f.Article(ctx, list[0].ID)
	check(t, err)
	long := first.Article.Clone()
	long.Headline, long.Status = "Bài dài gấp mười: "+long.Headline, bulletin.Approved
	long.Body = slices.Repeat(long.Body, 10)
	save(long, "Mai Thắm")
	save(bulletin.Article{
		ThemeBanner: longName, Kicker: longName, Headline: strings.Repeat("Đoàn công tác liên ngành làm việc với huyện ", 6),
		Deck: strings.Repeat(longName+" ", 3), Standfirst: strings.Repeat("Sáng nay bà con xuống bãi trồng đước. ", 12),
		Byline: "Nguyễn Phương Thùy Trang – Hoàng Bảo Nguyên – " + longName, Section: longName,
		Note: strings.Repeat("Đối chiếu số hộ với xã. ", 8), Status: bulletin.Submitted,
		Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: strings.Repeat("Tỉnhủyhọpbànviệcchămlotết", 20)}},
	}, longName)
	for i := range 12 {
		id, heads := save(bulletin.Article{Headline: fmt.Sprintf("Bài đã xóa số %d %s", i, longName), Byline: "Mai Thắm"}, "Thu")
		_, err := f.DeleteArticle(ctx, id, storage.Save{Author: "Thu", Reason: bulletin.ReasonDelete, Expected: heads})
		check(t, err)
	}
	heads := first.Heads
	for i := range 40 {
		a := first.Article.Clone()
		a.Body[0].Text += fmt.Sprintf(" Lần sửa %d.", i)
		saved, err := f.SaveArticle(ctx, first.ID, a, storage.Save{Author: []string{"Thu", longName}[i%2], Reason: bulletin.ReasonSave, Expected: heads})
		check(t, err)
		heads = saved.Heads
	}
	whole, err := f.Issue(ctx, issue)
	check(t, err)
	for i := range 9 {
		s := whole.Issue
		s.Name, s.Number = "Bản tin "+longName, fmt.Sprint(100+i)
		s.Slots = slices.Clone(s.Slots[:i%3])
		id := bulletin.NewID()
		saved, err := f.SaveIssue(ctx, id, s, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
		if i > 5 {
			_, err = f.DeleteIssue(ctx, id, storage.Save{Author: "Thu", Reason: bulletin.ReasonDelete, Expected: saved.Heads})
			check(t, err)
		}
	}
}

// contest puts into a file what two people have changed differently, in articles and in
// an issue, and an article whose newest version will be damaged.
func contest(t *testing.T, f *storage.File) {
	t.Helper()
	ctx := t.Context()
	id := bulletin.NewID()
	base := bulletin.Article{Headline: "Đường tới lớp", Deck: "Ghi ở thôn Tân Lập", Status: bulletin.Submitted}
	for i := range 6 {
		base.Body = append(base.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: fmt.Sprintf("Đoạn %d. %s", i, strings.Repeat("Sáng nay bà con xuống bãi trồng đước. ", 6))})
	}
	first, err := f.SaveArticle(ctx, id, base, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	for _, name := range []string{"Thu", longName} {
		a := base.Clone()
		a.Headline, a.Deck, a.Section = "Tít của "+name, strings.Repeat("Phụ đề của "+name+" ", 3), "Mục của "+name
		a.Body[0].Text, a.Body[3].Text = "Đoạn của "+name+" "+a.Body[0].Text, a.Body[3].Text+" "+name
		_, err := f.SaveArticle(ctx, id, a, storage.Save{Author: name, Reason: bulletin.ReasonSave, Expected: first.Heads})
		check(t, err)
	}
	issue, in := bulletin.NewID(), bulletin.Issue{Name: "Bản tin", Number: "1", Date: bulletin.Date{Year: 2026, Month: 11, Day: 28}, Slots: []bulletin.Slot{{Article: id}}}
	firstIssue, err := f.SaveIssue(ctx, issue, in, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	check(t, err)
	for _, name := range []string{"Thu", longName} {
		s := in
		s.Name, s.Number = "Bản tin của "+name, "Số của "+name
		_, err := f.SaveIssue(ctx, issue, s, storage.Save{Author: name, Reason: bulletin.ReasonSave, Expected: firstIssue.Heads})
		check(t, err)
	}
	lost := bulletin.NewID()
	before, err := f.SaveArticle(ctx, lost, bulletin.Article{Headline: "Mái trường"}, storage.Save{Author: "Thu"})
	check(t, err)
	_, err = f.SaveArticle(ctx, lost, bulletin.Article{Headline: "Mái trường xưa"}, storage.Save{Author: "Thu", Expected: before.Heads})
	check(t, err)
}

// breakWords changes words in a file as a failing disk does.
func breakWords(t *testing.T, path, words, into string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	check(t, err)
	if !bytes.Contains(raw, []byte(words)) {
		t.Fatalf("%q does not stand in %s", words, path)
	}
	check(t, os.WriteFile(path, bytes.ReplaceAll(raw, []byte(words), []byte(into)), 0o600))
}

// putAside is a copy of a file, for a desk of its own.
func putAside(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	check(t, err)
	to := filepath.Join(t.TempDir(), "Bản thảo tháng 11.bantin")
	check(t, os.WriteFile(to, raw, 0o600))
	return to
}

// openedCopy opens a copy of a file.
func openedCopy(t *testing.T, path string) (*storage.File, bulletin.Office) {
	t.Helper()
	f, err := storage.Open(context.Background(), path)
	check(t, err)
	office, err := f.Office(context.Background())
	check(t, err)
	return f, office
}
