package history_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/history"
	"bantin/ui/look"
	"bantin/ui/loop"
)

// TestAPictureIsSharpThoughTheHistoryWasShownAnew while it was on its way: a small one
// comes first, the large one later, and every save shows the history anew.
func TestAPictureIsSharpThoughTheHistoryWasShownAnew(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	loop.Enter()
	say := translations.For(translations.Vietnamese)
	p := history.New(say, "")
	var give []func(image.Image)
	p.Picture = func(_ string, _ int, g func(image.Image)) { give = append(give, g) }
	with := func(photos ...bulletin.Photo) history.Source {
		after := bulletin.Article{Headline: "Đò", Photos: photos}
		return history.Article(say, []desk.ArticleVersion{{Text: after, Before: &bulletin.Article{Headline: "Đò"}}})
	}
	photo := bulletin.Photo{ID: "p1", SHA256: "a", WidthPx: 400, HeightPx: 300}
	widest := func() (pixels int) {
		for _, o := range test.LaidOutObjects(p.Object) {
			if shown, ok := o.(*canvas.Image); ok && shown.Image != nil {
				pixels = max(pixels, shown.Image.Bounds().Dx())
			}
		}
		return pixels
	}
	come := func(asked, side int) { give[asked](image.NewRGBA(image.Rect(0, 0, side, side))) }

	p.Show(with(photo))
	come(0, 40)
	p.Show(with(photo))
	come(0, 400)
	if got := widest(); got != 400 {
		t.Errorf("the picture has %d pixels", got)
	}
	p.Show(with(photo))
	if got := widest(); got != 400 || len(give) != 1 {
		t.Errorf("shown once more it has %d pixels, and was asked for %d times", got, len(give))
	}
	p.Show(with()) // a picture that is not shown any more is forgotten
	p.Show(with(photo))
	if len(give) != 2 || widest() != 0 {
		t.Fatalf("asked for %d times", len(give))
	}
	give[1](nil) // it is not there yet
	p.Show(with(photo))
	come(2, 400)
	if got := widest(); got != 400 {
		t.Errorf("a picture that came later has %d pixels", got)
	}
}
