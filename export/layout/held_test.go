package layout_test

import (
	"slices"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// fullLine is a line of a paragraph that is not its last: its text and the
// width of its spaces over their own, in thousandths; 0 where it ends short.
type fullLine struct {
	text string
	gap  int
	item layout.Text
}

// paragraphIn sets one paragraph and gives its lines but the last.
func paragraphIn(t require, body string, s styles.Style) []fullLine {
	d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Body: paragraphs(body)}}, s)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var lines []fullLine
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if l, ok := item.(layout.Text); ok && l.Source.Field == bulletin.FieldBody {
				lines = append(lines, fullLine{strings.TrimSpace(text(l)), l.Gap, l})
			}
		}
	}
	return lines[:len(lines)-1]
}

// require is what a test and one run of a property can do.
type require interface {
	Fatalf(format string, args ...any)
}

// isParted reports that a line ends inside a group of words that stands once in
// a paragraph.
func isParted(lines []fullLine, group string) bool {
	words := strings.Fields(group)
	for i := range lines {
		for cut := 1; cut < len(words); cut++ {
			if !strings.HasSuffix(" "+lines[i].text, " "+strings.Join(words[:cut], " ")) {
				continue
			}
			if i+1 >= len(lines) || strings.HasPrefix(lines[i+1].text, words[cut]) {
				return true
			}
		}
	}
	return false
}

// bound is how wide spaces may be in a style's columns, over their own, in
// thousandths, with what letters in whole units take off it.
func bound(s *styles.Style) int {
	if s.ColumnWidth() < 21*s.Types.Body.Size {
		return 1_970
	}
	return 1_470
}

// leastGap is how narrow spaces are in the fullest line.
const leastGap = 680

// within reports lines none of which exceeds the bound, ends short or is too full.
func within(lines []fullLine, most int) bool {
	for _, l := range lines {
		if l.gap < leastGap || l.gap > most {
			return false
		}
	}
	return true
}

// TestGroupsArePartedOnlyWhereLinesWouldBeTorn draws paragraphs with named
// persons and counted things in columns of all widths. Where one of them is
// parted, the writer may join it with no-break spaces, and those that are
// whole; then a line must be too open, or one of them not be whole either.
func TestGroupsArePartedOnlyWhereLinesWouldBeTorn(t *testing.T) {
	heads := []string{"đồng chí", "ông", "Bà", "chị", "bác sĩ", "Bí thư", "trưởng thôn"}
	names := []string{"Nguyễn Thị Thu Hà,", "Lê Bình,", "Trần Văn An,", "Phạm Hồng Cẩm,", "Hoàng Minh Đức,"}
	numbers := []string{"361", "41", "1.250", "12"}
	things := []string{"người,", "hộ,", "thuyền,", "cây,"}
	fill := strings.Fields("rừng cây nghiêng bến chợ trường ruộng mưa nắng người về thuyền ở xa lắm suốt trưa hè")
	proved := 0
	rapid.Check(t, func(r *rapid.T) {
		s := style(t, rapid.SampledFrom(styles.Names()).Draw(r, "style"))
		s.Types.Body.Size = styles.Length(rapid.IntRange(80, 112).Draw(r, "size") * 100)
		var parts, groups []string
		for i := range rapid.IntRange(1, 4).Draw(r, "groups") {
			parts = append(parts, rapid.SliceOfN(rapid.SampledFrom(fill), 3, 12).Draw(r, "before")...)
			group := rapid.SampledFrom(heads).Draw(r, "title") + " " + names[i]
			if rapid.Bool().Draw(r, "counted") {
				group = numbers[i] + " " + things[i]
			}
			groups, parts = append(groups, group), append(parts, group)
		}
		parts = append(parts, rapid.SliceOfN(rapid.SampledFrom(fill), 3, 20).Draw(r, "after")...)
		text := strings.Join(parts, " ") + "."
		lines := paragraphIn(r, text, s)
		for _, group := range groups {
			if !isParted(lines, group) {
				continue
			}
			joined, kept := text, []string{group}
			for _, other := range groups {
				if !isParted(lines, other) {
					kept = append(kept, other)
				}
			}
			for _, one := range kept {
				joined = strings.ReplaceAll(joined, one, strings.ReplaceAll(one, " ", "\u00a0"))
			}
			whole := paragraphIn(r, joined, s)
			if within(whole, bound(&s)) && !slices.ContainsFunc(kept, func(one string) bool { return isParted(whole, one) }) {
				r.Fatalf("%q is parted though it need not be:\n%q\n%q", group, textsOf(lines), textsOf(whole))
			}
			proved++
		}
	})
	t.Logf("%d groups were parted, each where it must be", proved)
}

func textsOf(lines []fullLine) []string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	return texts
}

// TestNamesAndCountsStayWhole moves a named person and a counted thing
// through all places of lines of short words: the thing always stays with its
// number, the person's name is parted twice at most.
func TestNamesAndCountsStayWhole(t *testing.T) {
	for _, group := range []string{
		"đồng chí Phạm Hồng Cẩm,", "bà Nông Thị Hiên,", "Đồng chí Lê Bình,", "Bí thư Trần Văn An,", "361 người", "41 hộ", "6,4 tỷ đồng",
	} {
		for _, name := range []string{"a4-bulletin-3", "a3-wall", "a4-bulletin"} {
			parted := 0
			for n := range 24 {
				text := strings.Repeat("bà con ", 12) + strings.Repeat("đi ", n) + strings.Repeat("ra đồng ", 12) + group + strings.Repeat(" từ sớm", 14) + "."
				if isParted(paragraphIn(t, text, style(t, name)), group) {
					parted++
				}
			}
			if parted > 2 || parted > 0 && strings.ContainsAny(group, "0123456789") {
				t.Errorf("%s: %q is parted in %d of 24 places", name, group, parted)
			}
		}
	}
}

// TestNoTitleLeavesALineHalfEmpty begins a paragraph with what leaves a title
// and a long name no place in any column: rather than end the first line far
// too short, the name stands on the next line without its title.
func TestNoTitleLeavesALineHalfEmpty(t *testing.T) {
	const text = "Nói chuyện với bà con trong xã, đồng chí Trần Thị Thu Hoài, người phụ trách việc thu gom rác của cả ba thôn, mong nhà nào cũng có hai thùng."
	for _, name := range styles.Names() {
		for size := 80; size <= 112; size++ {
			s := style(t, name)
			s.Types.Body.Size = styles.Length(size * 100)
			room := layout.Length(s.ColumnWidth())
			for i, l := range paragraphIn(t, text, s) {
				short := room - width(l.item) + l.item.Glyphs[len(l.item.Glyphs)-1].Advance
				if i == 0 {
					short -= layout.Length(s.Types.Body.Indent)
				}
				if short > room/4 {
					t.Errorf("%s in %s: %q ends %s short of %s", name, s.Types.Body.Size, l.text, pt(short), pt(room))
				}
			}
		}
	}
}
