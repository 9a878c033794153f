package layout_test

import (
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// linesOf gives the printed lines of a text with the X that they begin at.
func linesOf(d *layout.Document, field bulletin.Field, block int) (lines []string, left []layout.Length) {
	var y layout.Length
	for _, p := range d.Pages {
		for _, item := range p.Items {
			t, ok := item.(layout.Text)
			if !ok || t.Source.Field != field || t.Source.Photo == "" && t.Source.Block != block {
				continue
			}
			if len(lines) == 0 || t.Y != y {
				lines, left, y = append(lines, ""), append(left, t.X), t.Y
			}
			lines[len(lines)-1] += text(t)
		}
	}
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines, left
}

func TestLineBreaksAreKept(t *testing.T) {
	address := "Nhà văn hóa thôn Tân Lập\nSố 1, đường Bến\r\n\n Điện thoại: 0203 000 000"
	want := "Nhà văn hóa thôn Tân Lập|Số 1, đường Bến|Điện thoại: 0203 000 000"
	d := article(t, bulletin.Article{
		Headline: "Lịch\ntiếp dân", Standfirst: address, Body: paragraphs("Mời bà con đến", address),
		Photos: []bulletin.Photo{{ID: "p1", Caption: address}},
	})
	checkPages(t, d)
	for _, c := range []struct {
		field bulletin.Field
		block int
	}{{bulletin.FieldStandfirst, -1}, {bulletin.FieldBody, 1}, {bulletin.FieldCaption, 0}} {
		if lines, _ := linesOf(d, c.field, c.block); strings.Join(lines, "|") != want {
			t.Errorf("%s: %q", c.field, lines)
		}
	}
	if lines, _ := linesOf(d, bulletin.FieldHeadline, -1); len(lines) != 1 {
		t.Errorf("a line break in a headline: %q", lines)
	}
}

// TestLineBeforeBreakIsNotStretched: a short line before a break has the
// spaces of its face, the full ones above it fill the column.
func TestLineBeforeBreakIsNotStretched(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("bà con thôn Tân Lập trồng cây ", 4))
	d := article(t, bulletin.Article{Body: paragraphs(long + " xong.\n" + long)})
	for _, item := range d.Pages[0].Items {
		s, ok := item.(layout.Text)
		if !ok || !strings.HasSuffix(strings.TrimSpace(text(s)), "xong.") {
			continue
		}
		widest, narrowest := layout.Length(0), layout.Length(0)
		for _, g := range s.Glyphs {
			if g.Rune == ' ' {
				widest = max(widest, g.Advance)
				if narrowest == 0 {
					narrowest = g.Advance
				}
				narrowest = min(narrowest, g.Advance)
			}
		}
		if widest-narrowest > 1 || width(s) > layout.Millimetres(70) {
			t.Errorf("the line before the break is %s wide, its spaces %s to %s", pt(width(s)), pt(narrowest), pt(widest))
		}
		return
	}
	t.Error("no line ends before the break")
}

func TestPoem(t *testing.T) {
	long := "Nay đường mới đã mở rồi, " + strings.Repeat("đường đi mãi ", 10)
	stanzas := []string{
		"Mùa này nước rút chân đê\nCỏ may khâu kín lối về tuổi thơ\nCon trâu nhai bóng trời mơ\nDiều ai buông sợi, gió chờ bãi xa.",
		long + "\nCon đê vẫn nhận phần ngồi trông sông",
	}
	a := bulletin.Article{Genre: bulletin.Poem, Headline: "Con đê", Body: paragraphs(stanzas...)}
	d := article(t, a)
	checkText(t, d, "bai", a, true)
	lines, left := linesOf(d, bulletin.FieldBody, 0)
	if strings.Join(lines, "\n") != stanzas[0] {
		t.Errorf("first stanza %q", lines)
	}
	for _, x := range left {
		if x != left[0] {
			t.Errorf("a line begins at %s, the first at %s", pt(x), pt(left[0]))
		}
	}
	lines, left = linesOf(d, bulletin.FieldBody, 1)
	if len(lines) < 3 || left[1] <= left[0] || left[len(left)-1] != left[0] {
		t.Errorf("what a line of verse has over is not set in: %q at %v", lines, left)
	}
}
