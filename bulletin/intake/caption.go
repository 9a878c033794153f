package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/bulletin"
)

// A caption is recognised, in this order, by
//
//  1. a label in front ("Ảnh:", "Ảnh 2.", "Chú thích ảnh:", "Trong ảnh:") or
//     an image of Markdown;
//  2. a credit behind ("… (Ảnh: Mai Thắm)", "… Ảnh: Mai Thắm");
//  3. what it shows: no full stop, and words that only a caption begins with
//     ("Quang cảnh …", "Một góc …"), or people and what they are seen doing
//     ("Đồng chí Lý Văn Bình trao quà tại …");
//  4. its length: no full stop, 13 to 45 words, between other pieces of the
//     body. Shorter ones without a mark are crossheads or paragraphs.
//
// The last two do not hold in a list, where the line above ends with a colon
// or semicolon, and the last one not where the writer leaves out full stops.
const captionWords = 45

var (
	// captionLabel is dropped: the field says it. Capital, so that it is not
	// the pronoun "anh" nor a word in a sentence.
	captionLabel = regexp.MustCompile(`^[\[(]?(?:(?:Ảnh|ẢNH|Hình|HÌNH) ?(\d{1,2})?(?: ?:|\. )|(?:Ảnh|Hình) (\d{1,2}) ?[-–]|(?:Chú thích|CHÚ THÍCH|Chú thích ảnh|CHÚ THÍCH ẢNH|Caption) ?:) ?(.+)$`)
	// showsLabel stays: papers print it.
	showsLabel = regexp.MustCompile(`^[\[(]?(?:Trong ảnh|TRONG ẢNH|Ảnh trên|Ảnh dưới|Ảnh minh h[ọo]ạ?a?|Ảnh tư liệu|Ảnh lưu niệm)(?:\PL|$)`)
	// creditBehind splits "caption (Ảnh: name)" and "caption. Ảnh: name".
	creditBehind = regexp.MustCompile(`^(.+?)(?:[ ./,–-]+[(\[/]? ?|[(\[/] ?)(?:Ảnh|ẢNH|Photo) ?: ?([^()\[\]:]{2,60}?)[)\]]?\.?$`)
)

// scenes begin captions and hardly anything else as short.
var scenes = []string{
	"quang cảnh", "toàn cảnh", "một góc", "khung cảnh", "hình ảnh", "các đại biểu", "đại biểu", "đoàn đại biểu",
	"một tiết mục", "tiết mục", "một buổi", "phút giải lao", "niềm vui của", "nụ cười", "chụp ảnh lưu niệm",
}

// people begin captions that show somebody; showing is what they are seen
// doing there.
var (
	people = []string{
		"đồng chí", "đ/c", "các", "ông", "bà", "anh", "chị", "em", "cô", "thầy", "bác", "cụ",
		"lãnh đạo", "đoàn", "cán bộ", "nhân dân", "bà con", "người dân", "học sinh", "giáo viên", "thanh niên", "đoàn viên",
		"hội viên", "phụ nữ", "nông dân", "chiến sĩ", "chiến sỹ", "công nhân", "bác sĩ", "gia đình", "thí sinh", "vận động viên", "đội", "ban", "hội",
		"trưởng", "phó", "chủ tịch", "bí thư", "giám đốc", "nghệ nhân", "mô hình",
	}
	showing = []string{
		"phát biểu", "kết luận", "chủ trì", "khai mạc", "bế mạc", "báo cáo", "trình bày", "giới thiệu", "trao", "tặng", "thăm", "kiểm tra",
		"chúc mừng", "chúc tết", "chụp ảnh", "dâng hương", "dâng hoa", "cắt băng", "bấm nút", "động thổ", "biểu diễn", "trình diễn", "tham quan", "tham gia",
		"thu hoạch", "chăm sóc", "hướng dẫn", "ký kết", "ký cam kết", "bỏ phiếu", "thi đấu", "tập luyện", "tuần tra", "tiêm", "khám", "bên", "nhận", "gói", "nấu", "múa", "hát", "thi", "trồng cây", "trong giờ", "trong buổi",
		"trong lễ", "tại", "trên sân", "đọc", "ra quân", "đang",
	}
)

// isLabelledCaption reports the first two marks of a caption.
func isLabelledCaption(l line) bool {
	if l.markup == imageMarkup {
		return true
	}
	if l.words > captionWords {
		return false
	}
	return captionLabel.MatchString(l.text) || showsLabel.MatchString(l.text) || creditBehind.MatchString(l.text)
}

// showsSomething reports the third mark: the line tells what a picture shows.
func showsSomething(l line) bool {
	if isLabelledCaption(l) {
		return true
	}
	if l.words > captionWords || l.words < 4 || l.endsSentence() || l.opensMore() || l.isCapitals() {
		return false
	}
	if strings.HasSuffix(l.lower, "(ảnh)") || startsWithWord(l.lower, scenes...) {
		return true
	}
	return startsWithWord(l.lower, people...) && containsPhrase(l.lower, showing)
}

// isCaptionAt reports that line i of the body is a caption.
func (r *reader) isCaptionAt(i int) bool {
	if i < 0 || i >= len(r.lines) {
		return false
	}
	l := r.lines[i]
	if isLabelledCaption(l) {
		return true
	}
	if l.markup != noMarkup || isListItem(l) || isQuestion(l) || i > 0 && inList(r.lines[i-1]) {
		return false
	}
	if showsSomething(l) {
		return true
	}
	unstopped := !l.endsSentence() && !l.opensMore() && !r.sloppyStops && !l.isCapitals() && !hasOrdinal(l)
	return unstopped && l.words >= sentenceWords && l.words <= captionWords && !l.hasSentences() && r.betweenText(i)
}

// inList reports that what follows l is a piece of a list.
func inList(l line) bool { return l.lastSign() == ':' || l.lastSign() == ';' }

// betweenText reports that line i has running text above or below it.
func (r *reader) betweenText(i int) bool {
	return i > 0 && r.lines[i-1].isRunning() || i+1 < len(r.lines) && r.lines[i+1].isRunning()
}

// containsPhrase reports one of some phrases as whole words.
func containsPhrase(lower string, phrases []string) bool {
	for _, phrase := range phrases {
		for rest := lower; ; {
			at := strings.Index(rest, phrase)
			if at < 0 {
				break
			}
			before, _ := utf8.DecodeLastRuneInString(rest[:at])
			if !unicode.IsLetter(before) && !startsWithLetter(rest[at+len(phrase):]) {
				return true
			}
			rest = rest[at+len(phrase):]
		}
	}
	return false
}

// addCaption puts an empty frame with a caption at the end of the body. A line
// that only credits a photo belongs to the frame directly above it. The file
// that an image of Markdown names goes to the note: nobody prints it.
func (r *reader) addCaption(l line) {
	a := &r.article
	if credit, ok := readCreditLine(l); ok {
		if n := len(a.Body); n > 0 && a.Body[n-1].Kind == bulletin.PhotoAnchor && a.Photos[len(a.Photos)-1].Credit == "" {
			a.Photos[len(a.Photos)-1].Credit = credit
			return
		}
		r.addFrame(bulletin.Photo{Credit: credit})
		return
	}
	text := l.text
	if l.markup == imageMarkup {
		var file string
		text, file = imageCaption(text)
		r.notes = append(r.notes, file)
	}
	caption, credit := splitCaption(text)
	r.addFrame(bulletin.Photo{Caption: emphasised(caption), Credit: credit})
}

func (r *reader) addFrame(p bulletin.Photo) {
	a := &r.article
	p.ID = frameID(len(a.Photos) + 1)
	a.Photos = append(a.Photos, p)
	a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: p.ID})
}

func frameID(n int) string { return "p" + strconv.Itoa(n) }

// splitCaption takes the label and the credit off a caption.
func splitCaption(text string) (caption, credit string) {
	text = trimBrackets(strings.TrimSpace(text))
	if m := captionLabel.FindStringSubmatch(text); m != nil && !isNames(m[3]) {
		text = closeBracket(text, m[3])
	}
	if m := creditBehind.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(closeBracket(text, m[1])), strings.TrimSpace(m[2])
	}
	return text, ""
}

// closeBracket drops the bracket at the end of what is left of a text of
// which the opening bracket went away with a label.
func closeBracket(whole, rest string) string {
	if strings.ContainsAny(whole[:1], "([") && strings.Count(rest, "(")+strings.Count(rest, "[") < strings.Count(rest, ")")+strings.Count(rest, "]") {
		rest = strings.TrimRight(strings.TrimRight(rest, "."), " ")
		rest = strings.TrimRight(rest, ")]")
	}
	return strings.TrimSpace(rest)
}

// creditLine is a line that says who took a photo and nothing else.
var creditLine = regexp.MustCompile(`^[(\[]?(?:Ảnh|ẢNH|Photo|Nguồn ảnh|Người chụp) ?: ?([^()\[\]:]+?)[)\]]?\.?$`)

// readCreditLine reads "Ảnh: Mai Thắm" or "(Ảnh: Mai Thắm - Hoàng Yến)".
func readCreditLine(l line) (credit string, ok bool) {
	m := creditLine.FindStringSubmatch(l.text)
	if m == nil {
		return "", false
	}
	credit = strings.TrimSpace(m[1])
	names, unit := splitUnit(credit)
	ok = isNames(names) || isNamesInCapitals(names) || unit == "" && l.words <= 6 && isUnit(names)
	return credit, ok
}
