package ui

import "fyne.io/fyne/v2"

// Holds is what stands in the panes, for whoever brings something in them into sight.
func (p *panes) Holds() []fyne.CanvasObject { return []fyne.CanvasObject{p.Left, p.Middle, p.Right} }
