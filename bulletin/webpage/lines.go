package webpage

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"bantin/bulletin"
)

// What stands around a story on Vietnamese news pages, as whole lines in lower
// case.
var (
	// buttons are what one is to press, and what says when a page was made.
	buttons = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`trang chủ`, `trang chủ ?[>»›/|].*`, `menu`, `đăng nhập`, `đăng ký`, `tìm kiếm`, `liên hệ`, `rss`, `quảng cáo`, `quay lại`, `trở lại`, `về đầu trang`, `lên đầu trang`,
		`chia sẻ(?: bài viết)?(?: (?:lên|qua|trên))?:?(?: ?(?:facebook|zalo|twitter|x|messenger|email))*`, `(?:facebook|zalo|twitter|messenger|telegram|linkedin|email)`,
		`sao chép (?:liên kết|link|đường dẫn)`, `copy link`, `in bài(?: viết)?`, `in trang(?: này)?`, `lưu(?: bài(?: viết)?)?`, `thích(?: \d+)?`, `\d+ bình luận`, `gửi bình luận`, `gửi (?:phản hồi|email)`,
		`theo dõi .{0,60}(?:google news|facebook|zalo|youtube).{0,20}`, `nghe (?:đọc )?bài(?: viết)?`, `nghe audio`, `cỡ chữ:?.{0,12}`, `a ?[-+]?(?: ?a ?[-+]?)+`, `(?:xem|đọc) thêm ?:?`,
		`(?:từ khóa|từ khoá|thẻ|tags?|chủ đề) ?:?`, `(?:lượt xem|lượt đọc|số lượt xem) ?:? ?[\d.,]*`, `[\d.,]+ lượt (?:xem|đọc)`,
		`chấp nhận(?: tất cả)?(?: cookies?)?`, `(?:tôi )?đồng ý`, `từ chối`, `đã hiểu`, `đóng`,
	}, `|`) + `)\.?$`)
	// made says when a page was made: a day, an hour, and what is said with them.
	made = regexp.MustCompile(`^(?:(?:cập nhật|đăng|ngày đăng|xuất bản|đăng lúc|cập nhật lúc) ?:? ?)?(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,]*)?(?:ngày )?(?:\d{1,2}[:hg]\d{0,2}'?[ ,|–-]*(?:ngày )?)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?:[ ,|–-]*(?:lúc )?\d{1,2}[:hg]\d{0,2}(?::\d{2})?)?(?: ?\(?gmt ?\+?7?\)?)?(?: ?[ap]m)?$`)
	// others is what other stories are announced with.
	others = regexp.MustCompile(`^(?:(?:các )?(?:tin|bài)(?: viết| tức)? (?:liên quan|khác|mới(?: nhất)?|cùng (?:chuyên mục|chủ đề)|cũ hơn|mới hơn|nổi bật|đọc nhiều|xem nhiều)|cùng chuyên mục|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|có thể bạn quan tâm|đừng bỏ lỡ)(?: ?[:.…]+)?$`)
	// remarks is what readers' own words stand under.
	remarks = regexp.MustCompile(`^(?:bình luận|ý kiến (?:bạn đọc|của bạn|độc giả)|ý kiến)(?: ?\(\d+\))?(?: ?[:.]+)?$`)
)

const (
	aboveWords = 12  // of a kicker above a headline
	askedFor   = 300 // letters of a sentence that asks for consent
	storyWords = 25  // of a paragraph that can only be of the story
)

func (p Part) line() string {
	return strings.ToLower(strings.ReplaceAll(p.Plain(), "\n", " "))
}

// isButton reports a line that is no text of a story.
func (p Part) isButton() bool {
	if p.Kind == Title {
		return false
	}
	line := p.line()
	asks := strings.Contains(line, "cookie") && utf8.RuneCountInString(line) < askedFor && (strings.Contains(line, "sử dụng") || strings.Contains(line, "đồng ý"))
	return asks || buttons.MatchString(line) || made.MatchString(line) || p.isLink()
}

// isLink reports a line that leads elsewhere as a whole, and is no heading: some
// pages link those to themselves.
func (p Part) isLink() bool {
	return p.Kind != Title && p.Kind != Heading && p.links*10 >= p.letters()*9
}

func (p Part) letters() int { return utf8.RuneCountInString(p.Plain()) }

func (p Part) words() int { return bulletin.CountWords(p.Plain()) }

// trim takes away what stands above a headline but for its kicker, what is to be
// pressed, and what follows the story. Where a story stands above the headline it
// is left as it is.
func trim(parts []Part, headline *html.Node) []Part {
	at := slices.IndexFunc(parts, func(p Part) bool { return p.Kind == Title && holds(headline, p.from) })
	if at < 0 || slices.ContainsFunc(parts[:at], Part.isOfStory) {
		return parts
	}
	out := above(parts[:at])
	for i, p := range parts[at:] {
		rest := parts[at+i+1:]
		switch {
		case remarks.MatchString(p.line()), others.MatchString(p.line()) && !slices.ContainsFunc(rest, Part.isOfStory):
			return out
		case others.MatchString(p.line()), p.isButton():
		default:
			out = append(out, p)
		}
	}
	return out
}

// isOfStory reports a paragraph that can only be of the story.
func (p Part) isOfStory() bool {
	return p.Kind == Text && p.links*2 < p.letters() && p.words() >= storyWords
}

// above is the kicker right above a headline, if there is one.
func above(parts []Part) []Part {
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	if last.Kind != Text || last.links > 0 || last.isButton() || last.words() > aboveWords {
		return nil
	}
	last.Kind = Kicker
	return []Part{last}
}
