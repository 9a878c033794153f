package ui

import (
	"bantin/bulletin"
	"bantin/ui/settle"
)

// chosenOf is what was chosen among the versions of articles and issues that are not
// joined yet.
type chosenOf map[bulletin.ID][]settle.Taken

// keepTaken keeps what was chosen in a panel that was shut without an answer, and
// says that nothing is joined yet.
func (w *window) keepTaken(id bulletin.ID, p *settle.Panel, answered bool) {
	chosen := p.Chosen()
	delete(w.taken, id)
	if answered || len(chosen) == 0 {
		return
	}
	w.taken[id] = chosen
	w.tell(w.say.Say("desk.settle.not_yet", bulletin.Args{"done": len(chosen), "n": len(p.Questions)}))
}
