package setup

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/parts"
)

// Style is a house style that can be chosen.
type Style struct {
	Name, Title string
	Problem     string // why it cannot be used, as a sentence; "" for one that can
	Own         bool   // the office's own
	Called      string // the title without more said about it
	Base        string // the name of the style that it is based on, or ""
	Lists       bool   // an issue in it lists its main stories on page one
}

// Shelf is the house styles that can be chosen, and how the office adds one.
type Shelf struct {
	All []Style
	// Ask asks for the file of a style and gives the shelf with it, and its
	// name; or a sentence that says why it was not taken. nil where nothing can
	// be added.
	Ask func(give func(all []Style, name, problem string))
}

// At is the place of a style on the shelf, -1 for none.
func (s Shelf) At(name string) int {
	for i, style := range s.All {
		if style.Name == name {
			return i
		}
	}
	return -1
}

// Choice adds the choice of a house style to a form, and gives what reads it:
// the style's name, "" for the usual one.
func (s Shelf) Choice(f *parts.Form, now string) func() string {
	at := container.NewStack()
	show := func() {
		titles := []string{f.Say.Say("desk.setup.usual_style", nil)}
		for _, style := range s.All {
			titles = append(titles, style.Title)
		}
		chosen := s.At(now) + 1
		if chosen == 0 && now != "" { // gone from the file; it stays what it was until another is chosen
			titles, chosen = append(titles, now), len(titles)
		}
		pick := parts.NewPick(titles, chosen, func(i int) {
			problem := ""
			switch {
			case i == 0:
				now = ""
			case i <= len(s.All):
				now, problem = s.All[i-1].Name, s.All[i-1].Problem
			}
			f.Complain(problem)
		})
		at.RemoveAll()
		at.Add(pick.Button)
	}
	show()
	row := container.NewVBox(at)
	if s.Ask != nil {
		add := parts.NewQuiet(f.Say.Say("desk.style.add", nil), nil, func() {
			s.Ask(func(all []Style, name, problem string) {
				if f.Complain(problem); problem == "" {
					s.All, now = all, name
					show()
				}
			})
		})
		add.TextSize, add.Ink, add.Flush, add.Left = 12, theme.ColorNamePrimary, true, true
		row.Add(add)
	}
	f.Under("office.style", row)
	return func() string { return now }
}
