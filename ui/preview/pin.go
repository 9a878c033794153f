package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Pin puts the findings on the pages, each beside its place. tapped hears which
// of them was clicked.
func (p *Pane) Pin(findings []bulletin.Finding, tapped func(bulletin.Finding)) {
	p.stage.pins = nil
	for _, f := range findings {
		if f.Where.Article != "" || f.Where.Page > 0 {
			p.stage.pins = append(p.stage.pins, newPin(p.stage, f, p.say.Finding(f), func() { tapped(f) }))
		}
	}
	p.stage.Refresh()
}

// pin is the head of a pin: a dot in the colour of how much it matters.
type pin struct {
	widget.BaseWidget
	s       *stage
	finding bulletin.Finding
	hint    string
	tapped  func()
	dot     *canvas.Circle
}

const pinSide = 13

func newPin(s *stage, f bulletin.Finding, hint string, tapped func()) *pin {
	p := &pin{s: s, finding: f, hint: hint, tapped: tapped, dot: canvas.NewCircle(look.Color(look.SeverityInk(f.Severity)))}
	p.dot.StrokeColor, p.dot.StrokeWidth = look.Color(look.Paper), 2
	p.ExtendBaseWidget(p)
	return p
}

// settle puts the pin at its place, and reports whether that is in sight.
func (p *pin) settle() bool {
	d := p.s.p.View.Document
	if d == nil {
		return false
	}
	page, box, ok := desk.Find(d, p.finding.Where)
	if !ok {
		return false
	}
	at, _, seen := p.s.onStage(page, box)
	if !seen {
		return false
	}
	p.Move(at.AddXY(-pinSide-1, -pinSide/4))
	p.Resize(fyne.NewSquareSize(pinSide))
	return true
}

func (p *pin) Tapped(*fyne.PointEvent)        { p.tapped() }
func (p *pin) MouseIn(*desktop.MouseEvent)    { parts.ShowHint(p, p.hint) }
func (p *pin) MouseMoved(*desktop.MouseEvent) {}
func (p *pin) MouseOut()                      { parts.HideHint(p) }

func (p *pin) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.dot) }
