package storage_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
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
	shrimp := article("Đầm Hà vào mùa tôm", "Người nuôi tôm ở xã Đầm Hà phấn khởi.")
	shrimp.Byline, shrimp.Section = "Mai Thắm", "Kinh tế"
	road := article("Đường tới trường", "Con đường tại thôn Ðông đã xong; <b>đảng viên</b> góp công.")
	road.Photos = []bulletin.Photo{{ID: "p1", Caption: "Cầu treo qua suối", Credit: "Thu Trang"}}
	road.Section, road.Status = "Xây dựng nông thôn mới", bulletin.Approved
	house := article("Đang thi công", "Nhà văn hóa đang xây, TT&VH theo dõi. Ngày 10/4 khánh thành a-b AND c.")
	house.Affiliation, house.Dateline, house.Genre = "Trung tâm TT&VH", "Đầm Hà, ngày 2 tháng 9", bulletin.Interview
	f := shelf(t, shrimp, road, house, article("HỘI NGHỊ", "Đảng ủy xã họp. Bà con nghe xong phấn khởi ra về."))
	const (
		dh, dt, tc, hn = "Đầm Hà vào mùa tôm", "Đường tới trường", "Đang thi công", "HỘI NGHỊ"
		all            = hn + " · " + tc + " · " + dt + " · " + dh
	)
	for query, want := range map[string]string{
		"": all, "   ": all,
		"dam ha": tc + " · " + dh, "Đầm Hà": tc + " · " + dh, "ĐẦM HÀ": tc + " · " + dh,
		"da\u0302\u0300m": tc + " · " + dh, // decomposed
		"to":              dt + " · " + dh,
		"dong":            dt,
		"dang":            hn + " · " + tc + " · " + dt,
		"đảng":            hn + " · " + dt + " · " + tc, // with these marks first
		"hội":             hn,
		"10/4":            tc, "a-b": tc, "AND": tc, "TT&VH": tc, "4/10": "", // what is typed together stands together
		"tôm hà": dh, "tôm họp": "",
		`"`: "", "*": "", "NEAR(": "", "viên</b>": "", // emphasis is no text

		// Phrases, and what is not finished.
		`"phấn khởi"`: hn + " · " + dh, `"khoi phan"`: "", `"tôm vào"`: "", `"đầm hà vào m`: dh, `"đầm hà vào m"`: "",
		"“mùa tôm”": dh, `"ba con" ra`: hn, "ngườ": dh, "nguoi nuô": dh, "khanh th": tc,
		"ph*": hn + " · " + dh, "ph* nuôi": dh, "ngh* vă*": "", "thi vă* xâ": tc,
		"văn hoá": tc, "văn hóa": tc, // both ways to write the tone

		// Without.
		"-tôm": hn + " · " + tc + " · " + dt, "phấn khởi -tôm": hn, `-"phấn khởi"`: tc + " · " + dt, "-tôm -họp xã": tc,
		"xã -hop": dh, "-": all, "khởi - tôm": dh,

		// Fields.
		"tieude:dam": dh, "tiêuđề:dam": dh, "tiêu đề:dam": dh, "title:dam": dh, "headline:tom": dh, "tít: mùa": dh,
		"tacgia:tham": dh, "tác giả: mai": dh, `author:"mai thắm"`: dh, `tacgia:"tham mai"`: "", "-tacgia:mai tôm": "",
		"anh:cau": dt, "ảnh:trang": dt, "photo:treo": dt, "anh:duong": "", "cầu -anh:treo": "",
		"nơi:đầm": tc, "place:thang": tc, `nơi:"trung tâm"`: tc, "body:đầm": dh, "nội dung:đầm": dh,
		"muc:kinh": dh, "mục:nông": dt, `chuyên mục:"xay dung"`: dt, "section:thôn đã": dt, "-muc:kinh": hn + " · " + tc + " · " + dt,
		"muc:văn": "", "thể loại:phong": tc, "genre:interview": tc, "theloai:tin tôm": dh,
		"trangthai:daduyet": dt, `trạng thái:"đã duyệt"`: dt, "status:approved": dt, "status:appr": dt, "-status:draft": dt, "trangthai:xyz": all,
		"trangthai:": all, "status:draft tôm": dh, "abc:tôm": "", "ngày:tôm": all, "10:30": "",

		// Times.
		"tu:1/1/2020": all, "den:1/1/2020": "", "den:2020": "", "từ ngày:2020 đến: hôm": all, "ngày:homnay": all, `on:"hôm qua"`: "",
		"from:2020-01-01 tôm": dh, "-from:2020": "", "until:31/12/2999": all,
	} {
		if got := headlines(list(t, f, storage.Query{Text: query})); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
		counts, err := f.Count(ctx, storage.Query{Text: query})
		n := 0
		for _, count := range counts {
			n += count
		}
		if names := strings.FieldsFunc(want, func(r rune) bool { return r == '·' }); err != nil || n != len(names) {
			t.Errorf("%q: %d are counted of %d, %v", query, n, len(names), err)
		}
	}
}

func TestUnread(t *testing.T) {
	for query, want := range map[string]string{
		"tôm tu:1/4": "", "tu:32/13 trangthai:xong tôm": "32/13 xong", "đến:": "", "ngày:mai": "mai", "on:29/2": "", "on:30/2/2026": "30/2/2026",
	} {
		if got := strings.Join(storage.Unread(query), " "); got != want {
			t.Errorf("%q: %q is unread, want %q", query, got, want)
		}
	}
}

// bracketed writes a text with what was found in it in brackets.
func bracketed(text string, found []storage.Span) string {
	for _, s := range slices.Backward(found) {
		text = text[:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:]
	}
	return text
}

func TestSnippets(t *testing.T) {
	long := strings.Repeat("trước ", 50) + "điểm <i>đặc biệt</i> 5 < 6 <b>x" + strings.Repeat(" sau", 50)
	marks := article("Tít", "Đang xây dựng. "+strings.Repeat("Chữ ", 40)+"Đảng ủy họp.")
	marks.Deck = "Tít phụ đây"
	f := shelf(t, article("Tít", long), article("Chỉ ở tít thôi", "Nội dung khác."), article("Dính", strings.Repeat("dinhnhau", 5000)), marks,
		article("Thi cấy", "Bà Thu Hoài nói. "+strings.Repeat("Chữ ", 40)+"Ruộng ở Thanh Hoài đã cấy."))
	for query, want := range map[string]string{
		"dac biet":     "… " + strings.Repeat("trước ", 7) + "điểm [đặc] [biệt] 5 < 6 x" + strings.Repeat(" sau", 17) + " …",
		`"dac biet 5"`: "… " + strings.Repeat("trước ", 7) + "điểm [đặc biệt 5] < 6 x" + strings.Repeat(" sau", 17) + " …",
		"chi o":        "[Chỉ] [ở] tít thôi",
		"đảng":         "… " + strings.Repeat("Chữ ", 8) + "[Đảng] ủy họp.", // not "Đang", though it comes first
		"dang":         "[Đang] xây dựng. " + strings.Repeat("Chữ ", 26) + "Chữ …",
		"thanh hoài":   "… " + strings.Repeat("Chữ ", 6) + "Ruộng ở [Thanh] [Hoài] đã cấy.", // not "Hoài" alone, though it comes first
		"phụ":          "Tít\n[phụ] đây",
	} {
		found := list(t, f, storage.Query{Text: query})
		if len(found) != 1 {
			t.Errorf("%q: %+v", query, found)
			continue
		}
		want = strings.ReplaceAll(want, "Tít\n[phụ]", "Tít Tít [phụ]")
		if got := bracketed(found[0].Snippet.Text, found[0].Snippet.Found); got != want {
			t.Errorf("%q: %s\nwant %s", query, got, want)
		}
	}
	if s := list(t, f, storage.Query{Text: "dinhn"})[0].Snippet.Text; len(s) > 1000 || !utf8.ValidString(s) {
		t.Errorf("snippet of %d bytes", len(s))
	}
	s := list(t, f, storage.Query{Text: "tit:o thoi"})[0]
	if got := bracketed(s.Headline, s.Found) + " | " + bracketed(s.Snippet.Text, s.Snippet.Found); got != "Chỉ [ở] tít [thôi] | Chỉ [ở] tít [thôi]" {
		t.Error(got)
	}
}

func TestRanked(t *testing.T) {
	f := shelf(t,
		article("Mùa tôm", "Bà con vào vụ tôm."),
		article("Lúa", "Cánh đồng lúa và một ao tôm nhỏ."+strings.Repeat(" chữ", 80)),
		article("Đường", "Không có gì."),
		article("Tom tắt", "Tom là tên người. "+strings.Repeat("Tom ", 5)))
	for query, want := range map[string]string{"tôm": "Mùa tôm · Lúa · Tom tắt", "tom": "Tom tắt · Mùa tôm · Lúa", "": "Tom tắt · Đường · Lúa · Mùa tôm"} {
		if got := headlines(list(t, f, storage.Query{Text: query, Ranked: true, Limit: 3})); !strings.HasPrefix(want, got) || got == "" {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
	if got := headlines(list(t, f, storage.Query{Text: "tom", Ranked: true, Limit: 1, Offset: 2})); got != "Lúa" {
		t.Error(got)
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

// TestSorts: Vietnamese order, people by given name, whatever the times.
func TestSorts(t *testing.T) {
	f := create(t)
	for _, row := range []struct{ headline, byline, section, status, words string }{
		{"“Đầm Hà” gọi", "Trần Văn Đức", "Văn hóa", "approved", "a b c"},
		{"Dầm mưa", "Lê Thị An - Vũ Bình", "Đời sống", "draft", "a"},
		{"", "", "", "draft", "a b c d e f g"},
		{"Ăn Tết", "Hoàng Ân (CTV)", "Dân vận", "published", "a b"},
		{"An ninh số 10", "Bùi Dũng", "Đời sống", "submitted", "a"},
		{"An ninh số 9", "Phạm An", "Dân vận", "draft", "a"},
	} {
		a := article(row.headline, row.words)
		a.Byline, a.Section, a.Status = row.byline, row.section, bulletin.Status(row.status)
		save(t, f, bulletin.NewID(), a)
		time.Sleep(2 * time.Millisecond)
	}
	short := func(found []storage.Summary, fact func(storage.Summary) string) string {
		var all []string
		for _, s := range found {
			all = append(all, fact(s))
		}
		return strings.Join(all, " · ")
	}
	headline := func(s storage.Summary) string { return s.Headline }
	for _, c := range []struct {
		query storage.Query
		fact  func(storage.Summary) string
		want  string
	}{
		{storage.Query{Sort: storage.SortHeadline}, headline, "An ninh số 9 · An ninh số 10 · Ăn Tết · Dầm mưa · “Đầm Hà” gọi · "},
		{storage.Query{Sort: storage.SortHeadline, Limit: 2, Offset: 1}, headline, "An ninh số 10 · Ăn Tết"},
		{storage.Query{Sort: storage.SortHeadline, Text: "an"}, headline, "An ninh số 9 · An ninh số 10 · Ăn Tết · Dầm mưa"},
		{
			storage.Query{Sort: storage.SortByline},
			func(s storage.Summary) string { return s.Byline },
			"Lê Thị An - Vũ Bình · Phạm An · Hoàng Ân (CTV) · Bùi Dũng · Trần Văn Đức · ",
		},
		{
			storage.Query{Sort: storage.SortSection},
			func(s storage.Summary) string { return s.Section },
			"Dân vận · Dân vận · Đời sống · Đời sống · Văn hóa · ",
		},
		{storage.Query{Sort: storage.SortSection, Section: "Đời sống"}, headline, "An ninh số 10 · Dầm mưa"},
		{
			storage.Query{Sort: storage.SortStatus},
			func(s storage.Summary) string { return string(s.Status) },
			"draft · draft · draft · submitted · approved · published",
		},
		{storage.Query{Sort: storage.SortWords, Limit: 2}, headline, " · “Đầm Hà” gọi"},
		{storage.Query{Sort: storage.SortNewest, Reverse: true, Limit: 2}, headline, "“Đầm Hà” gọi · Dầm mưa"},
		{storage.Query{Sort: storage.SortCreated, Limit: 1}, headline, "An ninh số 9"},
		{storage.Query{Byline: "an"}, headline, "An ninh số 9 · Ăn Tết · Dầm mưa"},
		{storage.Query{Byline: "hoàng ân", Genre: "news", From: time.Now().Add(-time.Hour), To: time.Now().Add(time.Hour)}, headline, "Ăn Tết"},
		{storage.Query{From: time.Now().Add(time.Hour)}, headline, ""},
		{storage.Query{Conflict: true}, headline, ""},
	} {
		if got := short(list(t, f, c.query), c.fact); got != c.want {
			t.Errorf("%+v: %s\nwant %s", c.query, got, c.want)
		}
	}
	for want, list := range map[string]func(context.Context) ([]storage.Tally, error){
		"[{Dân vận 2} {Đời sống 2} {Văn hóa 1}]": f.Sections, "[{news 6}]": f.Genres,
		"[{Lê Thị An - Vũ Bình 1} {Phạm An 1} {Hoàng Ân (CTV) 1} {Bùi Dũng 1} {Trần Văn Đức 1}]": f.Bylines,
	} {
		if got, err := list(ctx); err != nil || fmt.Sprint(got) != want {
			t.Errorf("%v %v, want %s", got, err, want)
		}
	}
	if _, err := f.Articles(ctx, storage.Query{Sort: "price"}); err == nil {
		t.Error("an unknown order is taken")
	}
}

// Of a search with very many hits those in headlines come first, however old
// they are; every hit is there, and once.
func TestRankedOfVeryMany(t *testing.T) {
	f := create(t)
	made := 0
	err := f.Fill(ctx, 2600, func() bulletin.Article {
		made++
		switch made {
		case 5, 2500:
			return article(fmt.Sprint("Được mùa tôm ", made), "Bà con phấn khởi.")
		case 2550:
			return article("Vụ nuôi", strings.Repeat("Tôm và tôm. ", 9))
		}
		return article(fmt.Sprint("Bài ", made), "Một ao tôm nhỏ ở cuối xã, nước trong và mát quanh năm.")
	})
	if err != nil {
		t.Fatal(err)
	}
	all := list(t, f, storage.Query{Text: "tôm", Ranked: true})
	ids := map[bulletin.ID]bool{}
	for _, a := range all {
		ids[a.ID] = true
	}
	if len(all) != 2600 || len(ids) != 2600 {
		t.Fatalf("%d hits, %d articles", len(all), len(ids))
	}
	const want = "Được mùa tôm 2500 · Được mùa tôm 5 · Vụ nuôi"
	for name, got := range map[string][]storage.Summary{
		"all": all[:3], "a few": list(t, f, storage.Query{Text: "tôm", Ranked: true, Limit: 3}),
		"without a word": list(t, f, storage.Query{Text: "tom -khongco", Ranked: true, Limit: 3}),
	} {
		if headlines(got) != want {
			t.Errorf("%s: %s", name, headlines(got))
		}
	}
	if got := headlines(list(t, f, storage.Query{Text: "tom -ba", Ranked: true, Limit: 1})); got != "Vụ nuôi" {
		t.Errorf("without those whose body has a word: %s", got)
	}
}

// A search that nobody waits for any more stops.
func TestSearchIsCut(t *testing.T) {
	f := create(t)
	if err := f.Fill(ctx, 3000, newCorpus().article); err != nil {
		t.Fatal(err)
	}
	limited, stop := context.WithCancel(ctx)
	stop()
	if found, err := f.Articles(limited, storage.Query{Text: "n", Ranked: true}); !errors.Is(err, context.Canceled) || found != nil {
		t.Errorf("%d hits, %v", len(found), err)
	}
}

// TestBareWordsComeFirst: who types "an" and presses Enter reads first of what is
// called so, though it is the oldest; what has marks follows. As one types, the
// newest stay first.
func TestBareWordsComeFirst(t *testing.T) {
	f := shelf(t, article("An toàn", "Chữ."), article("Ăn uống sạch", "Chữ."), article("Ân tình", "Chữ."), article("Chữ", "Ân và an."))
	if got := headlines(list(t, f, storage.Query{Text: "an ", Ranked: true})); got != "An toàn · Ân tình · Ăn uống sạch · Chữ" {
		t.Error(got)
	}
	if got := headlines(list(t, f, storage.Query{Text: "an"})); got != "Chữ · Ân tình · Ăn uống sạch · An toàn" {
		t.Error(got)
	}
}
