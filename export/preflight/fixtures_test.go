package preflight_test

import (
	"fmt"
	"strings"

	"bantin/assets/fonts"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/preflight"
)

// mm is a length in millimetres.
func mm(n int64) layout.Length { return layout.Millimetres(n) }

// line is a text in 10 pt serif, 5 pt a letter.
func line(words string, x, y layout.Length, from layout.Source) layout.Text {
	t := layout.Text{X: x, Y: y, Face: fonts.SerifRegular, Size: 10 * layout.Point, Ink: layout.Black, Source: from}
	for _, r := range words {
		t.Glyphs = append(t.Glyphs, layout.Glyph{Rune: r, Advance: 5 * layout.Point})
	}
	return t
}

var (
	issueSource = layout.Source{Block: -1}
	bodySource  = layout.Source{Article: "bai1", Field: bulletin.FieldBody}
	photoSource = layout.Source{Article: "bai1", Field: bulletin.FieldCaption, Block: 1, Photo: "p1"}
)

// sharp is a photo of 60 × 40 mm with 300 pixels an inch.
func sharp() layout.Picture {
	return layout.Picture{
		Box: layout.Rect{X: mm(20), Y: mm(100), Width: mm(60), Height: mm(40)}, SHA256: strings.Repeat("a", 64),
		Pixels: layout.PixelSize{Width: 709, Height: 473}, Shown: layout.PixelRect{Width: 709, Height: 473},
		Source: photoSource,
	}
}

func story() preflight.Story {
	return preflight.Story{ID: "bai1", Article: bulletin.Article{
		Headline: "Ra quân trồng cây", Section: "Đời sống", Status: bulletin.Approved,
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "Sáng mồng 6 Tết, bà con lên đồi trồng cây."},
			{Kind: bulletin.PhotoAnchor, Photo: "p1"},
		},
		Photos: []bulletin.Photo{{
			ID: "p1", SHA256: strings.Repeat("a", 64), Caption: "Bà con trồng cây", Credit: "Hoàng Lan",
			AltText: "Mười người cầm cuốc trên sườn đồi", WidthPx: 709, HeightPx: 473,
		}},
	}}
}

func number4() *bulletin.Issue {
	return &bulletin.Issue{
		Name: "Bản tin Tân Lập", Number: "4", Date: bulletin.Date{Year: 2026, Month: 4, Day: 10},
		Office: bulletin.Office{Body: "Trung tâm Văn hóa xã Tân Lập", Address: "Thôn 1, xã Tân Lập"},
		Imprint: bulletin.Imprint{
			Licence: "12/GP-XBBT", LicenceDate: bulletin.Date{Year: 2026, Month: 1, Day: 5},
			Responsible: "Nguyễn Văn An", PrintedAt: "Nhà in Hạ Long", PrintRun: 1500, Frequency: "1 số/tháng",
		},
		Slots: []bulletin.Slot{{Article: "bai1"}},
	}
}

// nameplate and imprint are the lines that the law asks for, as a house style
// might set them.
var (
	nameplate = []string{"TRUNG TÂM VĂN HÓA XÃ ", "TÂN LẬP", "BẢN TIN", "TÂN LẬP", "Số 4", "Thứ Sáu, ngày 10 tháng 4 năm 2026"}
	imprint   = []string{
		"Giấy phép xuất bản: 12/GP-XBBT, ngày 5/1/2026", "In tại: Nhà in Hạ Long", "Số lượng in: 1.500 bản",
		"Kỳ hạn xuất bản: 1 số/tháng", "Chịu trách nhiệm xuất bản: Nguyễn Văn An", "Địa chỉ: Thôn 1, xã Tân Lập",
	}
)

// pages are four pages of 19 × 27 cm with all that is asked for.
func pages() *layout.Document {
	d := &layout.Document{
		Trim: layout.Size{Width: mm(190), Height: mm(270)}, Bleed: mm(3),
		Stories: []layout.Story{{Article: "bai1", Headline: "Ra quân trồng cây", FirstPage: 1, LastPage: 4}},
	}
	for n := range 4 {
		items := []layout.Item{line("Sáng mồng 6 Tết", mm(20), mm(80), bodySource)}
		items = append(items, line(fmt.Sprint(n+1), mm(170), mm(262), issueSource))
		d.Pages = append(d.Pages, layout.Page{Items: items})
	}
	put(d, 1, sharp())
	for i, words := range nameplate {
		put(d, 1, line(words, mm(20), mm(int64(20+5*i)), issueSource))
	}
	for i, words := range imprint {
		put(d, 4, line(words, mm(20), mm(int64(220+5*i)), issueSource))
	}
	return d
}

// put adds items to a page, 1 for the first.
func put(d *layout.Document, page int, items ...layout.Item) {
	d.Pages[page-1].Items = append(d.Pages[page-1].Items, items...)
}

// drop takes the issue's lines with some words off a page.
func drop(d *layout.Document, page int, words string) {
	var kept []layout.Item
	for _, item := range d.Pages[page-1].Items {
		if t, ok := item.(layout.Text); !ok || t.Source.Article != "" || !strings.Contains(read(t), words) {
			kept = append(kept, item)
		}
	}
	d.Pages[page-1].Items = kept
}

func read(t layout.Text) string {
	var b strings.Builder
	for _, g := range t.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// good is an issue in which nothing is to be found.
func good() preflight.Input {
	issue := number4()
	return preflight.Input{Issue: issue, Stories: []preflight.Story{story()}, Document: pages(), Day: issue.Date}
}

// wishingTwoLines is a house style that wishes headlines in two lines at most.
func wishingTwoLines(in *preflight.Input) { in.HeadlineMost = 2 }

// headline is a line of the headline at a height of the page, in millimetres.
func headline(y int64) layout.Text {
	return line("Ra quân", mm(20), mm(y), layout.Source{Article: "bai1", Field: bulletin.FieldHeadline})
}

// leaving is a space left on a page over its whole width, so many millimetres high.
func leaving(page int, height int64) []layout.PlacedHole {
	return []layout.PlacedHole{{Page: page, Box: layout.Rect{X: mm(20), Y: mm(20), Width: mm(150), Height: mm(height)}}}
}
