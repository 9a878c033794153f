package intake

import "strings"

// Words that begin a theme banner, the slogan of the year above a page. The
// sure ones begin nothing else; the others also begin headlines, so that a
// second heading must follow.
var (
	sureBanners = []string{"chủ đề công tác", "chủ đề năm", "chủ đề hành động", "khẩu hiệu", "phương châm năm", "phương châm hành động"}
	bannerWords = []string{
		"chào mừng", "nhiệt liệt", "kỷ niệm", "lập thành tích", "thi đua", "hướng tới",
		"toàn đảng", "cán bộ, đảng viên và nhân dân", "quyết tâm", "đẩy mạnh học tập", "học tập và làm theo",
	}
)

// takeBanner takes the theme banner, which is always the first line.
func (r *reader) takeBanner() {
	if len(r.lines) < 2 || r.lines[0].markup == headMarkup {
		return
	}
	first, next := r.lines[0], r.lines[1]
	sure := startsWithWord(strings.TrimLeft(first.lower, `"“-– `), sureBanners...)
	if sure || startsWithWord(first.lower, bannerWords...) && isHeading(first) && r.isHeadlineBelow(first, next) {
		r.article.ThemeBanner = r.take(1)[0].text
	}
}

// isHeadlineBelow reports that the line under a possible banner is a headline
// rather than the second line or the deck of one.
func (r *reader) isHeadlineBelow(first, next line) bool {
	return isHeading(next) && (next.apart || !r.spaced) && !startsLower(next.text) && !startsAside(next) &&
		len(r.lines) > 2 && !first.isCapitals()
}
