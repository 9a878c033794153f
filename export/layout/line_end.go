package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/bulletin/viet"
)

// Costs of ending a line at a place, as penalties of Knuth and Plass.
const (
	compoundCost = 35  // inside a word of two syllables
	countCost    = 40  // between a number and what it counts
	nameCost     = 60  // inside a name of a person or a body
	leadCost     = 250 // between an office, or what a place is, and the name
	lastCost     = 200 // before the last syllable of a name
	pieceCost    = 200 // inside a word too long for the line
)

// unitsAfterNumbers stay with the number before them.
var unitsAfterNumbers = setOf(
	"kg", "g", "mg", "tấn", "tạ", "yến", "m", "cm", "mm", "km", "m2", "m²", "m3", "m³", "km2", "km²",
	"ha", "sào", "mẫu", "l", "lít", "ml", "đồng", "đ", "₫", "vnđ", "usd", "%", "°c", "°", "triệu", "tỷ", "tỉ",
	"nghìn", "ngàn", "giờ", "h", "phút", "kw", "kwh", "mw", "v", "am", "pm", "tuổi",
)

// wordsBeforeNumbers stay with the number after them.
var wordsBeforeNumbers = setOf(
	"ngày", "tháng", "năm", "số", "quý", "khóa", "khoá", "điều", "khoản", "mục", "chương", "thứ",
	"lần", "kỳ", "trang", "tổ", "khu", "thôn", "đội", "lớp", "tr.", "thị", "giờ", "phần", "tập", "bài",
	"hạng", "cấp", "bậc", "nhóm", "bảng", "hình", "phường", "quận", "xóm", "ấp", "hẻm", "ngõ", "km", "mùng", "mồng",
)

// titles stay with the name after them: "chị Lan", and "chí" of "đồng chí Lan".
var titles = setOf(
	"ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "cậu", "dì", "mẹ", "thầy", "chí", "sĩ", "cháu", "bé",
)

// places lead to the name of one.
var places = setOf(
	"xã", "huyện", "tỉnh", "phường", "quận", "thôn", "bản", "xóm", "ấp", "làng", "buôn", "phố", "trấn", "đảo",
	"sông", "suối", "hồ", "núi", "đồi", "đèo", "cầu", "chợ", "trường", "đình", "chùa", "đền",
)

// offices, the last two syllables of them, lead to the name of a body or of
// who holds one.
var offices = setOf(
	"chủ tịch", "bí thư", "thường trực", "thường vụ", "chấp hành", "ủy viên", "giám đốc", "trưởng ban", "phó ban",
	"trưởng phòng", "trưởng thôn", "trưởng khu", "hiệu trưởng", "hội trưởng", "đội trưởng", "tổ trưởng", "văn phòng",
	"đảng bộ", "chi bộ", "đồng chí", "bác sĩ", "giáo viên", "nghệ nhân",
)

func setOf(words ...string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// lineEndCost is the cost of ending a line between two neighbouring words;
// before and after are the ones around them, or noTerm.
func lineEndCost(before, left, right, after *term) int {
	if left.usual && right.usual && right.length > 1 { // most pairs
		switch {
		case after.capital && offices[left.text+" "+right.text]: // "đồng chí" of "đồng chí Lan"
			return withinCost
		case parts(left, right):
			return compoundCost
		}
		return 0
	}
	switch {
	case staysAfter(left, right, after), staysWithNumber(left, right), staysInRange(before, left, right):
		return noBreak
	case left.number && right.number && !left.open:
		return keptWhole
	case staysInNumber(left, right):
		return noBreak
	case staysInName(left, right):
		return noBreak
	case left.number && !left.open:
		return max(countCost, costInName(before, left, right, after))
	}
	if cost := costInName(before, left, right, after); cost > 0 {
		return cost
	}
	if leadsToName(before, left, right) {
		return leadCost
	}
	if parts(left, right) {
		return compoundCost
	}
	return 0
}

// parts reports a line end inside a word of two syllables.
func parts(left, right *term) bool {
	return !left.open && viet.IsSmallCompound(left.small, right.small)
}

// staysAfter keeps a dash, a mark or a rest of one letter with what is before
// it: "– cách làm hay –", "kho A", "Quý I", "Nguyễn Văn A".
func staysAfter(left, right, after *term) bool {
	first, _ := utf8.DecodeRuneInString(right.text)
	return isDash(right.text) && !isDash(left.text) || strings.ContainsRune("%…:;!?)", first) ||
		utf8.RuneCountInString(right.bare) == 1 && (after.text == "" || isRoman(right.bare) || right.capital && !left.open)
}

// staysWithNumber keeps a number with its unit, or with what it numbers.
func staysWithNumber(left, right *term) bool {
	return left.number && !left.open && isUnit(right.small) ||
		numbers(right.bare) && wordsBeforeNumbers[left.lower()]
}

// isUnit reports what is counted: "kg", "tạ/ha", "m/s", "người/km²".
func isUnit(word string) bool {
	first, rest, rate := strings.Cut(word, "/")
	return unitsAfterNumbers[first] || rate && unitsAfterNumbers[rest]
}

// staysInRange keeps what is counted from here to there: "15 - 20 người".
func staysInRange(before, left, right *term) bool {
	return isDash(left.text) && before.number && right.number
}

// staysInNumber keeps the number of a document together, "05 CT/TW".
func staysInNumber(left, right *term) bool {
	if left.open {
		return false
	}
	return isUpper(left.bare) && strings.ContainsFunc(right.bare, unicode.IsDigit) ||
		left.number && isUpper(right.bare)
}

// staysInName keeps an abbreviation with the name after it, "TP. Hạ Long".
func staysInName(left, right *term) bool {
	short, dotted := strings.CutSuffix(left.text, ".")
	return dotted && right.capital && capitalised(short) && utf8.RuneCountInString(short) <= 4
}

// costInName keeps names together: of neighbouring words with a capital, the
// last one most of all.
func costInName(before, left, right, after *term) int {
	if !left.capital || !right.capital || left.open {
		return 0
	}
	if !after.capital || right.open {
		if before.capital || before.text == "" || !after.capital {
			return lastCost
		}
	}
	return nameCost
}

// leadsToName reports a word that says who or what the name after it is: "xã
// Đầm Hà", "Chủ tịch UBND".
func leadsToName(before, left, right *term) bool {
	if !right.capital || left.capital && left.length > 4 || left.open {
		return false
	}
	word := left.lower()
	return places[word] || offices[before.small+" "+word]
}

func isDash(word string) bool { return word == "-" || word == "–" || word == "—" }

// numbers reports what stands after "số" or "quý": 4, 05-CT/TW, II, II/2026.
func numbers(word string) bool {
	before, _, _ := strings.Cut(word, "/")
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(first) || isRoman(before)
}

func isRoman(word string) bool { return word != "" && strings.Trim(word, "IVXLC/") == "" }

// isUpper reports an abbreviation in capitals such as CT/TW or MTTQ.
func isUpper(word string) bool {
	return strings.ContainsFunc(word, unicode.IsUpper) && !strings.ContainsFunc(word, unicode.IsLower) &&
		!strings.ContainsFunc(word, unicode.IsDigit) && utf8.RuneCountInString(word) > 1
}
