package layout

import (
	"sync"

	"bantin/internal/cores"
)

// prepare sets the texts of the stories that are not known from before, on all
// cores: what was set is remembered, so that the make-up, which goes from one
// story to the next, finds it done. The pages do not depend on it.
func (k *Memory) prepare(unknown []*Piece) {
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
