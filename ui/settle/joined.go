package settle

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Joined is a place that others alone have changed, which was taken over without
// asking: what it is, and what became of it.
type Joined struct {
	What   string
	Pieces []merge.Piece
}

// mostJoined is how many such places are shown, and mostNamed how many are named
// above.
const (
	mostJoined = 100
	mostNamed  = 4
)

// lead says what is to be chosen, and that more came than that.
func (p *Panel) lead() string {
	lead := p.Say.Say("desk.settle.lead", bulletin.Args{"n": len(p.Questions)})
	if len(p.Joined) == 0 {
		return lead
	}
	names := make([]string, len(p.Joined))
	for i, j := range p.Joined {
		names[i] = j.What
	}
	return lead + " " + p.Say.Say("desk.settle.joined", bulletin.Args{"n": len(p.Joined), "fields": Named(names)})
}

// Named lists the names of places, each once, and not more than one reads.
func Named(names []string) string {
	var once []string
	for _, name := range names {
		if !slices.Contains(once, name) {
			once = append(once, name)
		}
	}
	if len(once) > mostNamed {
		once = append(once[:mostNamed], "…")
	}
	return strings.Join(once, ", ")
}

// joined shows what was taken over; nil for nothing. It takes no focus, as there
// is nothing to choose.
func (p *Panel) joined() fyne.CanvasObject {
	if len(p.Joined) == 0 {
		return nil
	}
	quiet := func(s string) fyne.CanvasObject {
		return parts.Padded(0, 2, parts.Words(s, 12, look.SansBold, look.Quiet))
	}
	all := container.NewVBox(quiet(p.Say.Say("desk.settle.joined_below", bulletin.Args{"n": len(p.Joined)})))
	for i, j := range p.Joined {
		if i == mostJoined {
			all.Add(quiet(p.Say.Say("desk.more_findings", bulletin.Args{"n": len(p.Joined) - i})))
			break
		}
		all.Add(parts.Padded(6, 7, parts.Words(parts.Head(j.What), 12, look.Sans, look.Quiet)))
		all.Add(parts.Padded(0, 7, parts.Pieces(j.Pieces)))
	}
	return parts.Padded(10, 10, all)
}
