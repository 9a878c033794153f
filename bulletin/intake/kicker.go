package intake

import "strings"

// rubrics are kickers that newsrooms use as standing heads.
var rubrics = []string{
	"người tốt", "gương người tốt", "gương sáng", "gương điển hình", "tin vắn", "tin hoạt động", "phỏng vấn",
	"ghi chép", "phóng sự", "ký sự", "trao đổi", "diễn đàn", "chuyên mục", "nhịp cầu bạn đọc", "văn nghệ",
	"trang thơ", "góc văn nghệ", "học và làm theo", "xây dựng nông thôn mới", "cải cách hành chính",
}

// isKicker reports that first leads to the headline next instead of being it:
// it ends with a colon or dots, or it is clearly shorter and either stands in
// capitals above small letters or is a standing head.
func isKicker(first, next line) bool {
	if _, ok := labelledAs(first.text, kickerLabels); ok {
		return true
	}
	if strings.ContainsRune(":…", first.lastSign()) || strings.HasSuffix(first.text, "...") {
		return true
	}
	if first.words > 6 || next.words <= first.words || startsAside(next) {
		return false
	}
	return first.isCapitals() && !next.isCapitals() && !startsWithWord(first.lower, "thông báo", "thư", "lịch") ||
		startsWithWord(first.lower, rubrics...)
}

// takeSection takes "Chuyên mục: Văn hóa" from the top of the text, and what
// web pages put there: the section's name above the day and the headline.
func (r *reader) takeSection() {
	if len(r.lines) < 2 {
		return
	}
	if first := r.lines[0]; len(r.lines) > 3 && first.words <= 6 && isHeading(first) && isDateline(r.lines[1]) && isHeading(r.lines[2]) {
		r.article.Section = r.take(1)[0].text
		return
	}
	m := labelled.FindStringSubmatch(r.lines[0].text)
	if m == nil || strings.ToLower(m[1]) != "chuyên mục" || !isHeading(r.lines[0]) {
		return
	}
	r.article.Section = m[2]
	r.take(1)
}
