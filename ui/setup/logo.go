package setup

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Logos is where the office's logo comes from.
type Logos struct {
	// Picture loads a logo to be shown; it gives nil where there is none.
	Picture func(logo *bulletin.Logo, give func(image.Image))
	// Ask asks for the file of a logo and gives what came of it, or a sentence
	// that says why it was not taken.
	Ask func(give func(logo *bulletin.Logo, problem string))
}

// logoField shows the logo as it is, on paper, with what can be done about it.
type logoField struct {
	logos   Logos
	form    *parts.Form
	now     *bulletin.Logo
	picture *canvas.Image
	none    *canvas.Text
	paper   *canvas.Rectangle // under a logo it is white, in the dark too
	choose  *parts.Quiet
	remove  *parts.Quiet
}

// The size of the logo on screen.
const logoWidth, logoHeight = 132, 66

// Field adds the logo to a form, with a field for the words that describe it,
// and gives what reads both.
func (l Logos) Field(f *parts.Form, now *bulletin.Logo) func() *bulletin.Logo {
	in := &logoField{logos: l, form: f, now: now, picture: &canvas.Image{FillMode: canvas.ImageFillContain}}
	in.paper = canvas.NewRectangle(color.White)
	paper := in.paper
	paper.StrokeColor, paper.StrokeWidth, paper.CornerRadius = look.Color(look.Rule), 1, 4
	paper.SetMinSize(fyne.NewSize(logoWidth*look.Scale(), logoHeight*look.Scale()))
	in.none = parts.Words(f.Say.Say("desk.setup.logo_none", nil), 12, look.Sans, look.Quiet)
	in.choose = parts.NewQuiet("", nil, in.ask)
	in.choose.Ink, in.choose.Bold, in.choose.Left = theme.ColorNamePrimary, true, true
	in.choose.Hint = f.Say.Say("desk.setup.logo_hint", nil)
	in.remove = parts.NewQuiet(f.Say.Say("desk.setup.logo_remove", nil), nil, func() { in.set(nil) })
	in.remove.Left = true
	framed := container.NewStack(paper, container.New(layout.NewCustomPaddedLayout(6, 6, 6, 6), in.picture), container.NewCenter(in.none))
	f.Break()       // the words stand beside what they describe
	const below = 5 // the name, whose letters hang down to the frame
	f.Under("office.logo", container.New(layout.NewCustomPaddedLayout(below, 0, 0, 0),
		container.NewHBox(framed, container.New(layout.NewCustomPaddedVBoxLayout(0), in.choose, in.remove))))
	alt := ""
	if now != nil {
		alt = now.AltText
	}
	words := f.Line("office.logo_alt", alt)
	in.set(now)
	return func() *bulletin.Logo {
		if in.now == nil {
			return nil
		}
		logo := *in.now
		logo.AltText = words.Text()
		return &logo
	}
}

func (in *logoField) ask() {
	in.logos.Ask(func(logo *bulletin.Logo, problem string) {
		if in.form.Complain(problem); problem == "" {
			in.set(logo)
		}
	})
}

// set shows another logo, or that there is none.
func (in *logoField) set(logo *bulletin.Logo) {
	in.now = logo
	word := "desk.setup.logo_choose"
	if logo != nil {
		word = "desk.setup.logo_replace"
	}
	in.choose.Say(in.form.Say.Say(word, nil))
	parts.Show(in.remove, logo != nil)
	parts.Show(in.none, logo == nil)
	in.paper.FillColor = color.White
	if logo == nil {
		in.paper.FillColor = look.Color(theme.ColorNameInputBackground)
	}
	in.paper.Refresh()
	in.show(nil)
	if logo != nil {
		in.logos.Picture(logo, func(picture image.Image) {
			if in.now == logo {
				in.show(picture)
			}
		})
	}
}

func (in *logoField) show(picture image.Image) {
	in.picture.Image = picture
	parts.Show(in.picture, picture != nil)
	in.picture.Refresh()
}
