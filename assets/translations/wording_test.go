package translations_test

import (
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestFieldsAndValuesAreSaidInWords goes through everything that a conflict may
// be about.
func TestFieldsAndValuesAreSaidInWords(t *testing.T) {
	w := translations.For(translations.Vietnamese).WordingOf(
		bulletin.Article{Photos: []bulletin.Photo{{ID: "p1", Caption: "Bà con <b>năm thôn</b> xuống bãi từ khi nước còn rút"}}},
		bulletin.Article{Photos: []bulletin.Photo{{ID: "p1", Caption: "khác"}, {ID: "p2"}}},
	)
	w.Headline = func(id string) string { return "Bài " + id }
	w.Picture = func(sha256 string) string { return sha256 + ".jpg" }
	for _, c := range []struct{ path, raw, field, value string }{
		{"headline", "Hội <b>làng</b>", "Tít chính", "Hội làng"},
		{"headline", "2026-04-10", "Tít chính", "2026-04-10"},
		{"status", "submitted", "Trạng thái", "Chờ duyệt"},
		{"genre", "poem", "Thể loại", "Thơ"},
		{"genre", "Điểm sách", "Thể loại", "Điểm sách"},
		{"event_date", "2026-04-10", "Ngày diễn ra", "10/4/2026"},
		{"body", "p1", "Chính văn", "ảnh 1 “Bà con năm thôn xuống bãi…”"},
		{"body", "p9", "Chính văn", "p9"},
		{"photos", "p2, p1", "Thứ tự ảnh", "1. ảnh 2; 2. ảnh 1 “Bà con năm thôn xuống bãi…”"},
		{"photos/p2", "p2", "Ảnh 2", "ảnh 2"},
		{"photos/p1", "Bà con", "Ảnh 1 “Bà con năm thôn xuống bãi…”", "Bà con"},
		{"photos/p1/caption", "Mới", "Chú thích của ảnh 1 “Bà con năm thôn xuống bãi…”", "Mới"},
		{"photos/p3/credit", "Mới", "Người chụp của ảnh không còn", "Mới"},
		{"photos/p2/picture", "3fa9", "Tệp ảnh của ảnh 2", "3fa9.jpg"},
		{"photos/p2/crop", `{"x":1}`, "Khung cắt cúp của ảnh 2", "(khung khác)"},
		{"photos/p2/size", "wide", "Cỡ ảnh của ảnh 2", "hết chiều ngang"},
		{"slots", "a, b", "Thứ tự tin bài", "1. Bài a; 2. Bài b"},
		{"slots/a", "a", "Bài “Bài a” trong danh mục", "Bài a"},
		{"slots/a/page", "3", "Trang của bài “Bài a”", "trang 3"},
		{"slots/a/columns", "2", "Số cột của bài “Bài a”", "2 cột"},
		{"slots/a/photo_size", "wide", "Cỡ ảnh của bài “Bài a”", "hết chiều ngang"},
		{"slots/a/lead", "true", "Bài chính của bài “Bài a”", "có"},
		{"holes/2", `{"page":2,"columns":1,"rows":14}`, "Chỗ trống ở trang 2", "trang 2: 1 cột × 14 dòng"},
		{"number", "12", "Số", "12"},
		{"date", "2026-11-20", "Ngày ra", "20/11/2026"},
		{"imprint/responsible", "Lê Hoa", "Chịu trách nhiệm xuất bản", "Lê Hoa"},
		{"office/body", "Trung tâm", "Cơ quan xuất bản", "Trung tâm"},
		{"style", "a5-bulletin", "Mẫu trình bày", "Bản tin A5, một cột"},
		{"no_contents", "true", "Bỏ mục “Trong số này”", "có"},
		{"deleted", "deleted", "Xóa", "(đã xóa)"},
		{"version", "3fa9", "Bản khác", "Bản khác"},
	} {
		if got := w.Field(c.path); got != c.field {
			t.Errorf("%s is called %q", c.path, got)
		}
		said := w.Conflict(merge.Conflict{Field: c.path, Ours: c.raw})
		if said.Ours != c.value || said.Base != "" {
			t.Errorf("%s: %q is %q, nothing is %q", c.path, c.raw, said.Ours, said.Base)
		}
	}
}

// TestWhatIsNotDeletedIsKept: of a deletion the other side is not nothing.
func TestWhatIsNotDeletedIsKept(t *testing.T) {
	w := translations.For(translations.Vietnamese).WordingOf()
	c := w.Conflict(merge.Conflict{Field: merge.FieldDeleted, Theirs: merge.FieldDeleted})
	if c.Ours != "(giữ lại)" || c.Theirs != "(đã xóa)" {
		t.Errorf("%q, %q", c.Ours, c.Theirs)
	}
}
