package intake

import (
	"regexp"
	"strings"

	"bantin/bulletin/viet"
)

var (
	dateInLine = regexp.MustCompile(`\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2}/\d{1,2}|ngày \d{1,2} tháng \d{1,2}(,? năm \d{4})?|tháng \d{1,2},? năm \d{4}|tháng \d{1,2}/\d{4}`)
	timeInLine = regexp.MustCompile(`\d{1,2} ?(?:[:h]|giờ) ?(?:\d{2}(?::\d{2})?)?(?: ?phút)?(?: ?\(?gmt ?[+]\d\)?)?`)
	weekday    = regexp.MustCompile(`thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cập nhật|đăng|lúc|ngày`)
)

// isDateline reports a line that says where and when and nothing else: "Hòa
// Bình, ngày 5 tháng 3 năm 2026", "(Đầm Hà, 10/4)", "Thứ Sáu, 10/4/2026 |
// 08:15". Besides the date it may have a place of at most five words.
func isDateline(l line) bool {
	if l.words > 14 || !dateInLine.MatchString(l.lower) {
		return false
	}
	rest := dateInLine.ReplaceAllString(l.lower, " ")
	rest = weekday.ReplaceAllString(timeInLine.ReplaceAllString(rest, " "), " ")
	place := strings.FieldsFunc(rest, func(r rune) bool { return !viet.InWord(r) })
	return len(place) <= 5 && placeInCapitals(l.text, place)
}

// placeInCapitals reports that every word of a place begins with a capital in
// the text, but for the words that say what kind of place it is.
func placeInCapitals(text string, place []string) bool {
	for _, word := range place {
		if strings.ContainsAny(word, "0123456789") {
			return false
		}
		if startsWithWord(word, "xã", "phường", "huyện", "tỉnh", "thôn", "bản", "thị", "trấn") {
			continue
		}
		if !containsCapitalised(text, word) {
			return false
		}
	}
	return true
}

func containsCapitalised(text, word string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !viet.InWord(r) }) {
		if strings.ToLower(w) == word && !startsLower(w) {
			return true
		}
	}
	return false
}
