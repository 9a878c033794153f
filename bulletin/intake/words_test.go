package intake_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/bulletin/viet"
)

// droppable are the words of labels that the article's fields stand for
// ("Ảnh 2:", "Tác giả:", "Sa-pô:"). Nothing else may get lost.
var droppable = regexp.MustCompile(`^(?:ảnh\d{0,2}|hình\d{0,2}|chú|thích|caption|photo|nguồn|người|chụp|viết|tác|giả|tin|bài|và|chùm|phóng|sự|sa|pô|sapo|sapô|tóm|tắt|tít|dẫn|trên|chính|phụ|tiêu|đề|tên|đầu|nhan|chuyên|mục|\d{1,2})$`)

// words are the stretches of letters and digits of a text, as it is after
// cleaning: emphasis aside, every word that a reader could miss.
func words(s string) []string {
	return strings.FieldsFunc(viet.Normalize(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
}

// cleaned is what the reading sees of a raw text: line by line without
// invisible characters, controls replaced.
func cleaned(raw string) string {
	raw = strings.ToValidUTF8(raw, "\uFFFD")
	var lines []string
	for _, l := range regexp.MustCompile("[\n\r\v\f\u0085\u2028\u2029\a\t]").Split(raw, -1) {
		l = strings.Map(func(r rune) rune {
			if r == '\x1a' || r == '\x1f' {
				return -1
			}
			return r
		}, l)
		lines = append(lines, viet.TidySpaces(viet.Normalize(l)))
	}
	return strings.Join(lines, "\n")
}

// checkWords fails if a word of the text is in no field of the article, or if
// a field has words from nowhere; only the credit for all photos may stand in
// more places than in the text.
func checkWords(t interface{ Fatalf(string, ...any) }, raw string, d intake.Draft) {
	left := map[string]int{}
	for _, w := range words(cleaned(raw)) {
		left[w]++
	}
	for _, text := range texts(&d.Article) {
		for _, w := range words(text) {
			left[w]--
		}
	}
	for _, w := range slices.Sorted(maps.Keys(left)) {
		n := left[w]
		if n > 0 && !droppable.MatchString(strings.ToLower(w)) {
			t.Fatalf("%q was lost %d times in %q", w, n, raw)
		}
		if n < 0 && !slices.Contains(words(d.PhotoCredit), w) {
			t.Fatalf("%q came from nowhere %d times in %q", w, -n, raw)
		}
	}
}

// texts lists every text of an article, plain.
func texts(a *bulletin.Article) []string {
	out := []string{a.Section, a.ThemeBanner, a.Kicker, a.Headline, a.Deck, bulletin.Plain(a.Standfirst)}
	for _, b := range a.Body {
		out = append(out, bulletin.Plain(b.Text))
	}
	for _, p := range a.Photos {
		out = append(out, bulletin.Plain(p.Caption), p.Credit)
	}
	return append(out, a.Byline, a.Affiliation, a.Dateline, a.Note)
}

// TestNoWordIsLost makes texts out of all that the rules look for, in any
// order, and out of anything at all.
func TestNoWordIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom(pieces),
			rapid.StringOfN(rapid.RuneFrom([]rune("aăâđeêioôơuưyàảãáạ AĐ.:,;-–()*#>“”\"\u00a0\t")), 0, 60, -1),
			rapid.String(),
		), 1, 14).Draw(t, "pieces")
		ends := rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", " "})
		var b strings.Builder
		for _, p := range pieces {
			b.WriteString(p)
			b.WriteString(ends.Draw(t, "end"))
		}
		d, err := intake.Text([]byte(b.String()))
		if err != nil {
			if bulletin.TroubleKey(err) == "" {
				t.Fatalf("no sentence for %v", err)
			}
			return
		}
		checkWords(t, b.String(), d)
		checkForm(t, d)
	})
}

// checkForm fails if the article is not in the form that the rest of the
// program relies on.
func checkForm(t interface{ Fatalf(string, ...any) }, d intake.Draft) {
	for _, text := range texts(&d.Article) {
		if text != viet.Normalize(text) {
			t.Fatalf("not normalised: %q", text)
		}
		for l := range strings.SplitSeq(text, "\n") {
			if l != viet.TidySpaces(l) {
				t.Fatalf("blanks left in %q", text)
			}
		}
	}
	frames := map[string]int{}
	for _, b := range d.Article.Body {
		switch {
		case b.Kind == bulletin.PhotoAnchor:
			frames[b.Photo]++
		case b.Text == "" || b.Photo != "":
			t.Fatalf("odd block %+v", b)
		}
	}
	for _, p := range d.Article.Photos {
		if frames[p.ID] != 1 {
			t.Fatalf("photo %s has %d anchors", p.ID, frames[p.ID])
		}
	}
	if len(frames) != len(d.Article.Photos) {
		t.Fatalf("%d anchors for %d photos", len(frames), len(d.Article.Photos))
	}
}

// pieces have a mark for every rule.
var pieces = []string{
	"Chủ đề công tác năm 2026: “Xã Khe Mây đoàn kết”", "Chào mừng kỷ niệm 10 năm", "NGƯỜI TỐT - VIỆC TỐT",
	"Chuyên mục: Văn hóa", "Khe Mây gieo vụ lúa mới", "KHE MÂY GIEO VỤ LÚA MỚI", "trên những thửa ruộng bậc thang",
	"Tít dẫn: Chuyện ở xã", "Tít: Lúa mới", "Tít phụ: Lúa cũ", "Về việc tiêm phòng", "(Tiếp theo kỳ trước)", "Sa-pô: Sáng nay trời đẹp và bà con ra đồng.",
	"Sáng nay, bà con thôn Nà Pản ra đồng từ rất sớm để kịp gieo cấy vụ lúa mới trước khi trời mưa.",
	"1. Công việc đã làm", "2. Việc sắp tới", "II. KẾT QUẢ", "a) Về trồng trọt", "- Thôn Nà Pản: 12 ha;", "• Thôn Khe Vàng",
	"PV: Thưa ông, vụ này thế nào?", "Ông Lò Văn Sáng: Năm nay được mùa.", "Ảnh: Bình Minh", "Ảnh 2: Bà con gặt lúa",
	"[Ảnh: Bà con gặt lúa (thôn Nà Pản)]", "Bà con gặt lúa bên suối (Ảnh: Bình Minh)", "Trong ảnh: Đập nước Khe Mây.", "Quang cảnh buổi lễ",
	"Đồng chí Lò Văn Sáng phát biểu tại buổi lễ", "Tin, ảnh: Bình Minh", "Tin, bài: Hà Vân – Ảnh: Bình Minh", "Bài và ảnh: BÌNH MINH - HOÀNG YẾN", "Tác giả: Bình Minh (Đoàn xã)",
	"Bình Minh", "Bình Minh (ghi)", "T.T.H", "Trung tâm Văn hóa xã Khe Mây", "Khe Mây, ngày 5 tháng 3 năm 2026", "10/4/2026 | 08:15",
	"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/TB-UBND", "THÔNG BÁO", "Kính gửi: Các thôn",
	"# Tít", "## Trung đề", "> Lời trích", "![Bà con](anh.jpg)", "**Cả dòng đậm**", "Có **chữ đậm** ở giữa.", "---", "* * *",
	"Quê mình có suối trong veo", "Có con đường nhỏ bờ rêu nối nhà", "Chiều về khói bếp la đà", "Mẹ ngồi nhóm lửa bên hoa bưởi vàng",
	"<b>đậm</b> và \\<i>", "Người chụp: Bình Minh", "                              Bình Minh (Trung tâm VH)",
}

func FuzzText(f *testing.F) {
	for _, p := range pieces {
		f.Add([]byte(p + "\n" + pieces[10]))
	}
	paths, _ := filepath.Glob("testdata/*.txt")
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("a\xed\xa0\x80b \x96 c\x00"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := intake.Text(raw)
		if err != nil {
			return
		}
		checkWords(t, string(raw), d)
		checkForm(t, d)
		intake.Bind(&d, []intake.BoundPhoto{{SHA256: "a"}, {SHA256: "b", Caption: string(raw[:min(len(raw), 90)])}})
		checkForm(t, d)
	})
}
