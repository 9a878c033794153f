package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/icons"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// showAbout says what the program is.
func (w *window) showAbout() {
	mark := canvas.NewImageFromResource(fyne.NewStaticResource(icons.Name, icons.PNG()))
	mark.SetMinSize(fyne.NewSquareSize(72))
	mark.FillMode = canvas.ImageFillContain
	about := container.NewVBox(
		container.NewCenter(mark),
		container.NewCenter(words(w.say.Say("desk.title", nil), 22, look.SerifBold, theme.ColorNameForeground)),
		container.NewCenter(words(w.app.Metadata().Version, 12, look.Sans, look.Quiet)),
		container.NewCenter(words(w.say.Say("desk.about", nil), 13, look.Sans, look.Quiet)))
	w.showPanel(&parts.Panel{Title: w.say.Say("desk.menu.about", nil), Width: 360, Body: about, Shut: w.say.Say("desk.shut", nil)})
}
