package intake

import (
	"regexp"
	"strings"
	"unicode"

	"bantin/bulletin/viet"
)

// unitHeads begin the names of bodies that people write for.
var unitHeads = []string{
	"trung tâm", "tt", "ban", "phòng", "đài", "hội", "đoàn", "ubnd", "ủy ban", "uỷ ban", "hđnd",
	"ubmttq", "mttq", "mặt trận", "công an", "ca", "trường", "trạm", "văn phòng", "đảng ủy",
	"đảng uỷ", "đảng bộ", "huyện ủy", "tỉnh ủy", "thành ủy", "chi bộ", "chi đoàn", "liên đoàn",
	"công đoàn", "hợp tác xã", "htx", "thôn", "bản", "khu", "tổ", "xã", "phường", "thị trấn", "huyện",
	"tỉnh", "thành phố", "tp", "bộ phận", "bộ chqs", "bch", "bchqs", "ban chqs", "đồn biên phòng",
	"hạt kiểm lâm", "kho bạc", "bảo hiểm", "tòa án", "viện", "sở", "công ty", "báo", "tạp chí",
	"cộng tác viên", "ctv", "nhóm", "nhà văn hóa", "nhà văn hoá", "tòa soạn", "tổng hợp từ", "theo",
}

// isUnit reports the name of an office, association or place.
func isUnit(s string) bool {
	l := newLine(strings.Trim(s, "() "))
	return l.words > 0 && l.words <= 15 && !l.endsSentence() && !l.opensMore() &&
		startsWithWord(l.lower, unitHeads...)
}

// startsWithWord reports that lower begins with one of some phrases, followed
// by its end or by something that is no letter.
func startsWithWord(lower string, phrases ...string) bool {
	for _, phrase := range phrases {
		if rest, ok := strings.CutPrefix(lower, phrase); ok && !startsWithLetter(rest) {
			return true
		}
	}
	return false
}

func startsWithLetter(s string) bool {
	for _, r := range s {
		return viet.InWord(r)
	}
	return false
}

// initials are a byline such as M.T, T.T.H or P.V.
var initials = regexp.MustCompile(`^\p{Lu}{1,2}(\.\p{L}{1,2}){1,3}\.?$`)

// roles may stand in front of a person's name in a byline.
var roles = []string{"PV", "P.V", "CTV", "BTV", "Phóng viên", "Cộng tác viên", "Biên tập viên", "ThS", "ThS.", "TS", "TS.", "BS", "BS.", "Bác sĩ", "Luật sư", "Nhà giáo", "Thiếu tá", "Đại úy", "Thượng úy", "Trung tá"}

// isName reports a person's name or pen name: two to five words that begin
// with a capital and go on in lower case, of which the first ones name no
// office; or initials.
func isName(s string) bool {
	for _, role := range roles {
		if rest, ok := strings.CutPrefix(s, role+" "); ok {
			s = rest
		}
	}
	if initials.MatchString(s) || s == "PV" || s == "CTV" {
		return true
	}
	words := strings.Fields(s)
	return len(words) >= 2 && len(words) <= 5 && allNameWords(words) && !isUnit(s)
}

func allNameWords(words []string) bool {
	for _, w := range words {
		if !isNameWord(w) {
			return false
		}
	}
	return true
}

func isNameWord(w string) bool {
	for i, r := range w {
		if i == 0 && !unicode.IsUpper(r) || i > 0 && !unicode.IsLower(r) {
			return false
		}
	}
	return w != ""
}

// joiners stand between the names of several people.
var joiners = regexp.MustCompile(`\s*(?:,|;|&|\s[-–—]\s|\svà\s)\s*`)

// isNames reports one name or several: "Mai Thắm, Hoàng Yến", "Mai - Yến".
// Among several a single word is a pen name.
func isNames(s string) bool {
	parts := joiners.Split(s, -1)
	if len(parts) == 1 {
		return isName(s)
	}
	for _, p := range parts {
		if !isName(p) && !(isNameWord(p) && !isUnit(p)) {
			return false
		}
	}
	return len(parts) <= 5
}

// isNamesInCapitals reports names that stand in capitals: MAI THẮM.
func isNamesInCapitals(s string) bool {
	if !newLine(s).isCapitals() {
		return false
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		runes := []rune(w)
		runes[0] = unicode.ToUpper(runes[0])
		words[i] = string(runes)
	}
	return isNames(strings.Join(words, " "))
}
