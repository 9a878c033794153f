package layout

import (
	"reflect"
	"sync"

	"bantin/internal/cores"
)

// prepare sets the texts of the stories that are not known from before, on all
// cores: what was set is remembered, so that the make-up, which goes from one
// story to the next, finds it done. The pages do not depend on it.
func (k *Memory) prepare(pieces []Piece) {
	var unknown []*Piece
	for i := range pieces {
		if !k.knows(&pieces[i]) {
			unknown = append(unknown, &pieces[i])
		}
	}
	workers := min(cores.Count(), len(unknown))
	if workers < 2 {
		return
	}
	var all sync.WaitGroup
	for worker := range workers {
		all.Go(func() {
			columns := k.style.Grid.Columns
			for i := worker; i < len(unknown); i += workers {
				st, s := newSetter(&k.style), story{piece: *unknown[i]}
				st.setTexts(&s, columns, st.standfirstInFlow(columns))
			}
		})
	}
	all.Wait()
}

// knows reports a story whose text was set before.
func (k *Memory) knows(p *Piece) bool {
	for _, u := range k.known[p.ID] {
		for i := range u.briefs {
			if u.briefs[i].piece.ID == p.ID && reflect.DeepEqual(u.briefs[i].piece.Article, p.Article) {
				return true
			}
		}
		if u.briefs == nil && reflect.DeepEqual(u.given.piece.Article, p.Article) {
			return true
		}
	}
	return false
}
