package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Costs of ending a line inside what is held together: nearly the same, so that
// as little as can be is parted, and that where it hurts least.
const (
	countedCost = 14_000 // between a number and what it counts
	withinCost  = 14_500 // inside a title of two syllables
	personCost  = 15_000 // inside the name of a person after a title
	titleCost   = 15_500 // between the title and the name
)

// hold holds together what a reader takes in at once: the title of a person with
// the name to its last syllable, a number with what it counts.
func hold(ws []word) {
	for i := 0; i+1 < len(ws); i++ {
		if ws[i].cost >= noBreak || ws[i].ends || ws[i].piece {
			continue
		}
		switch {
		case counts(ws, i):
			ws[i].cost = countedCost
		case ws[i+1].capital && namesPerson(ws, i):
			i = holdName(ws, i)
		}
	}
}

// holdName holds a title of one or two syllables, the last of which is word i,
// and the name after it, and gives the place of the name's last word but one.
func holdName(ws []word, i int) int {
	if i > 0 && ws[i-1].cost < noBreak && inOffice(ws, i) {
		ws[i-1].cost = withinCost
	}
	ws[i].cost = titleCost
	for i++; i+1 < len(ws) && goesOn(ws, i); i++ {
		ws[i].cost = max(ws[i].cost, personCost)
	}
	return i - 1
}

// inOffice reports that words i-1 and i are one title: "Đồng chí", "Bí thư".
func inOffice(ws []word, i int) bool {
	first := &ws[i-1]
	return !first.ends && !first.piece && !first.open && offices[first.small+" "+ws[i].small]
}

// goesOn reports that the name to which word i belongs has another syllable.
func goesOn(ws []word, i int) bool {
	return !ws[i].ends && !ws[i].piece && !ws[i].open && ws[i+1].capital
}

// namesPerson reports that word i ends the title, or the office, of whoever is
// named after it: "ông", "đồng chí", "Bí thư" before a family name.
func namesPerson(ws []word, i int) bool {
	title := ws[i].term
	if title.open {
		return false
	}
	if titles[title.small] {
		return true
	}
	return i > 0 && i+2 < len(ws) && families[ws[i+1].text] && goesOn(ws, i+1) && inOffice(ws, i)
}

// counts reports that word i is how many there are of what word i+1 says: "361
// người", "2 tỷ đồng", but neither "năm 2026 các" nor "ngày 10/4 tại".
func counts(ws []word, i int) bool {
	count, counted := ws[i].term, ws[i+1].term
	magnitude := magnitudes[count.text]
	if !magnitude && !count.number || count.open || !beginsSmall(counted.text) || joining[counted.text] {
		return false
	}
	before := &noTerm
	if i > 0 {
		before = ws[i-1].term
	}
	if magnitude {
		return before.number
	}
	return !strings.Contains(count.text, "/") && !wordsBeforeNumbers[before.lower()]
}

func beginsSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// magnitudes are part of a number.
var magnitudes = setOf("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")

// families are the names that most names of persons begin with.
var families = setOf(
	"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
	"Lý", "Đinh", "Đào", "Đoàn", "Mai", "Tô", "Trịnh", "Hà", "Lương", "Lưu", "Chu", "Châu", "Cao", "Tạ", "Thái", "Tăng",
	"Vương", "Triệu", "Lâm", "Kiều", "Quách", "Nông", "Hứa", "Bế", "Vi", "Lò", "Giàng", "Sùng", "Thào", "Vàng", "Chíu",
	"Tằng", "Phùn", "Phùng", "Bàn", "Đàm", "Khúc", "Khổng", "Lại", "Mạc", "Ninh", "Nghiêm", "Tống", "Từ", "Văn",
)
