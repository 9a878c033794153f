package storage_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/storage"
)

// shelf saves articles, the last one last.
func shelf(t *testing.T, articles ...bulletin.Article) *storage.File {
	t.Helper()
	f := create(t)
	for _, a := range articles {
		save(t, f, bulletin.NewID(), a)
		time.Sleep(2 * time.Millisecond) // times are kept to the millisecond
	}
	return f
}

func TestSearch(t *testing.T) {
	f := shelf(t,
		article("Đầm Hà vào mùa tôm", "Người nuôi tôm ở xã Đầm Hà phấn khởi."),
		article("Đường tới trường", "Con đường tại thôn Ðông đã xong; <b>đảng viên</b> góp công."),
		article("Đang thi công", "Nhà văn hóa đang xây, TT&VH theo dõi. Ngày 10/4 khánh thành a-b AND c."),
		article("HỘI NGHỊ", "Đảng ủy xã họp."),
	)
	for query, want := range map[string]string{
		"":                "HỘI NGHỊ · Đang thi công · Đường tới trường · Đầm Hà vào mùa tôm",
		"   ":             "HỘI NGHỊ · Đang thi công · Đường tới trường · Đầm Hà vào mùa tôm",
		"dam ha":          "Đầm Hà vào mùa tôm",
		"Đầm Hà":          "Đầm Hà vào mùa tôm",
		"ĐẦM HÀ":          "Đầm Hà vào mùa tôm",
		"da\u0302\u0300m": "Đầm Hà vào mùa tôm", // decomposed
		"to":              "Đường tới trường · Đầm Hà vào mùa tôm",
		"dong":            "Đường tới trường",
		"dang":            "HỘI NGHỊ · Đang thi công · Đường tới trường",
		"đảng":            "HỘI NGHỊ · Đường tới trường · Đang thi công", // with these marks first
		"hội":             "HỘI NGHỊ",
		"10/4":            "Đang thi công",
		"a-b":             "Đang thi công",
		"AND":             "Đang thi công",
		"TT&VH":           "Đang thi công",
		"tôm hà":          "Đầm Hà vào mùa tôm",
		"tôm họp":         "",
		`"`:               "",
		"*":               "",
		"viên</b>":        "", // emphasis is no text
		"NEAR(":           "",
		"headline:dam":    "",
	} {
		if got := headlines(list(t, f, storage.Query{Text: query})); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestSnippets(t *testing.T) {
	long := strings.Repeat("trước ", 50) + "điểm <i>đặc biệt</i> 5 < 6 <b>x" + strings.Repeat(" sau", 50)
	f := shelf(t, article("Tít", long), article("Chỉ ở tít thôi", "Nội dung khác."), article("Dính", strings.Repeat("dinhnhau", 5000)))
	for query, want := range map[string]string{
		"dac biet": strings.Repeat("trước ", 7) + "điểm <b>đặc</b> <b>biệt</b> 5 < 6 x" + strings.Repeat(" sau", 17) + " …",
		"chi o":    "<b>Chỉ</b> <b>ở</b> tít thôi",
	} {
		found := list(t, f, storage.Query{Text: query})
		if len(found) != 1 || strings.TrimPrefix(found[0].Snippet, "… ") != want {
			t.Errorf("%q: %+v\nwant %s", query, found, want)
		}
	}
	if s := list(t, f, storage.Query{Text: "dinhn"})[0].Snippet; len(s) > 1000 || !utf8.ValidString(s) {
		t.Errorf("snippet of %d bytes", len(s))
	}
}

func TestTheIndexFollowsEdits(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	heads := save(t, f, id, article("Bài", "Con đường cũ.")).Heads
	heads = save(t, f, id, article("Bài", "Cây cầu mới."), heads...).Heads
	if n := len(list(t, f, storage.Query{Text: "duong"})); n != 0 {
		t.Error("the old text is still found")
	}
	if n := len(list(t, f, storage.Query{Text: "cau moi"})); n != 1 {
		t.Error("the new text is not found")
	}
	if _, err := f.DeleteArticle(ctx, id, storage.Save{Expected: heads}); err != nil {
		t.Fatal(err)
	}
	if n := len(list(t, f, storage.Query{Text: "cau"})); n != 0 {
		t.Error("a deleted article is found")
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

func TestFiltersAndPages(t *testing.T) {
	f := create(t)
	for i := range 10 {
		a := article(fmt.Sprint(i), "chung")
		a.Section = []string{"Thời sự", "Văn hóa"}[i%2]
		if i > 5 {
			a.Status = bulletin.Approved
		}
		a.Photos = []bulletin.Photo{{ID: "p1", SHA256: "00", Caption: "một hai"}, {ID: "p2"}}
		save(t, f, bulletin.NewID(), a)
		time.Sleep(2 * time.Millisecond)
	}
	for want, q := range map[string]storage.Query{
		"9 · 8 · 7 · 6":     {Status: bulletin.Approved},
		"8 · 6":             {Status: bulletin.Approved, Section: "Thời sự"},
		"9 · 8 · 7":         {Limit: 3},
		"6 · 5":             {Limit: 2, Offset: 3},
		"1 · 0":             {Offset: 8},
		"7 · 5":             {Text: "chung", Section: "Văn hóa", Limit: 2, Offset: 1},
		"":                  {Offset: 100},
		"8 · 6 · 4 · 2 · 0": {Text: "chung", Section: "Thời sự", Offset: -1, Limit: -1},
	} {
		if got := headlines(list(t, f, q)); got != want {
			t.Errorf("%+v: %q, want %q", q, got, want)
		}
	}
	if s := list(t, f, storage.Query{})[0]; s.Words != 4 || s.Photos != 1 || s.Author != "Lan" {
		t.Errorf("%+v", s)
	}
}
