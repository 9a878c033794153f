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

// Joined is a place of which others have changed something without that anybody
// is asked: what it is, and what became of it.
type Joined struct {
	What   string
	Pieces []merge.Piece
	Both   bool // the version here had changed the place, too
}

// mostJoined is how many such places are shown under a head, and mostNamed how many are named
// above.
const (
	mostJoined = 100
	mostNamed  = 4
)

// lead says what is to be chosen, and that more came than that.
func (p *Panel) lead() string {
	lead := p.Say.Say("desk.settle.lead", bulletin.Args{"n": len(p.Questions)})
	for _, both := range []bool{false, true} {
		var names []string
		for _, j := range p.joinedBy(both) {
			names = append(names, j.What)
		}
		if len(names) > 0 {
			lead += " " + p.Say.Say(keyOf("desk.settle.joined", both), bulletin.Args{"n": len(names), "fields": Named(names)})
		}
	}
	return lead
}

// joinedBy are the places that both have changed, or the others alone.
func (p *Panel) joinedBy(both bool) (some []Joined) {
	for _, j := range p.Joined {
		if j.Both == both {
			some = append(some, j)
		}
	}
	return some
}

// keyOf is the key of a sentence about what others have changed, or both.
func keyOf(key string, both bool) string {
	if both {
		return key + "_both"
	}
	return key
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
	all := container.NewVBox()
	for _, both := range []bool{false, true} {
		p.addJoined(all, keyOf("desk.settle.joined_below", both), p.joinedBy(both))
	}
	return parts.Padded(10, 10, all)
}

// addJoined adds some of the places under a head.
func (p *Panel) addJoined(all *fyne.Container, head string, some []Joined) {
	if len(some) == 0 {
		return
	}
	quiet := func(s string) fyne.CanvasObject {
		return parts.Padded(0, 2, parts.Words(s, 12, look.SansBold, look.Quiet))
	}
	all.Add(quiet(p.Say.Say(head, bulletin.Args{"n": len(some)})))
	for i, j := range some {
		if i == mostJoined {
			all.Add(quiet(p.Say.Say("desk.more_findings", bulletin.Args{"n": len(some) - i})))
			break
		}
		all.Add(parts.Padded(6, 7, parts.Words(parts.Head(j.What), 12, look.Sans, look.Quiet)))
		all.Add(parts.Padded(0, 7, parts.Pieces(j.Pieces)))
	}
}
