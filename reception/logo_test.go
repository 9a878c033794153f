package reception_test

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/storage"
)

const drawing = `<?xml version="1.0" encoding="utf-8"?>
<!-- a star -->
<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="30mm" viewBox="0 0 200 100">
<rect x="0" y="0" width="200" height="100" fill="#0000ff"/><circle cx="100" cy="50" r="30" fill="#ff0000"/></svg>`

// TestALogoComesFromADrawing: the drawing is kept as a picture large enough for
// print, in its colours, and goes along when the work is handed over.
func TestALogoComesFromADrawing(t *testing.T) {
	ctx := context.Background()
	f, write := drafts(t)
	logo, err := reception.TakeLogo(ctx, f, write("sao.svg", drawing), " Ngôi sao đỏ ")
	check(t, err)
	if logo.WidthPx != 2400 || logo.HeightPx != 1200 || logo.AltText != "Ngôi sao đỏ" {
		t.Fatalf("%+v", logo)
	}
	picture := printed(t, f, logo.SHA256)
	b := picture.Bounds()
	if r, _, blue, _ := picture.At(b.Dx()/2, b.Dy()/2).RGBA(); r>>8 < 240 || blue>>8 > 20 {
		t.Errorf("the middle is red %d, blue %d", r>>8, blue>>8)
	}
	if r, _, blue, _ := picture.At(b.Dx()/20, b.Dy()/20).RGBA(); r>>8 > 20 || blue>>8 < 240 {
		t.Errorf("the corner is red %d, blue %d", r>>8, blue>>8)
	}
	check(t, f.SetOffice(ctx, bulletin.Office{Body: "Xã Tân Lập", Logo: logo}))
	if out := handedOver(t, f); printed(t, out, logo.SHA256).Bounds() != b {
		t.Error("the logo came over in another size")
	}
}

func TestTheLogoOfAnOldIssueIsHandedOverToo(t *testing.T) {
	ctx := context.Background()
	f, write := drafts(t)
	logo, err := reception.TakeLogo(ctx, f, write("sao.svg", drawing), "")
	check(t, err)
	issue := bulletin.Office{Bulletin: "Tân Lập", Logo: logo}.NewIssue("", "4", bulletin.Date{})
	_, err = f.SaveIssue(ctx, bulletin.NewID(), issue, storage.Save{Author: "Lan", Reason: bulletin.ReasonSave})
	check(t, err)
	printed(t, handedOver(t, f), logo.SHA256)
}

func handedOver(t *testing.T, f *storage.File) *storage.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gui.bantin")
	_, err := f.Send(context.Background(), path, storage.Selection{}, nil)
	check(t, err)
	out, err := storage.Open(context.Background(), path)
	check(t, err)
	t.Cleanup(func() { out.Close() })
	return out
}

func printed(t *testing.T, f *storage.File, sha string) image.Image {
	t.Helper()
	raw, err := f.PrintPhoto(context.Background(), sha)
	check(t, err)
	picture, err := jpeg.Decode(bytes.NewReader(raw))
	check(t, err)
	return picture
}

func TestDrawingsThatCannotBeDrawnRightlyAreRefused(t *testing.T) {
	f, write := drafts(t)
	svg := func(inside string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">` + inside + `</svg>`
	}
	path := `<path d="M0 0L9 9L0 9Z"/>`
	for text, want := range map[string]string{
		svg(path + `<text x="1" y="5">XÃ</text>`):                          "logo_drawing_beyond",
		svg(`<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/>`): "logo_drawing_beyond",
		svg(``): "logo_drawing_broken",
		`<svg viewBox="0 0 1 1e9">` + path + `</svg>`:                        "logo_drawing_broken",
		`<svg viewBox="0 0 10 10"><path d="M0 0L9`:                           "logo_drawing_broken",
		svg(strings.Repeat("<g>", 100) + path + strings.Repeat("</g>", 100)): "logo_drawing_broken",
		`<html><body>not a picture</body></html>`:                            "photo_not_picture",
	} {
		if _, err := reception.TakeLogo(context.Background(), f, write("a.svg", text), ""); bulletin.TroubleKey(err) != want {
			t.Errorf("%.60s: %v", text, err)
		}
	}
}
