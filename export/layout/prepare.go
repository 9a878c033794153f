package layout

import (
	"sync"
	"sync/atomic"

	"bantin/internal/cores"
)

// prepare sets the texts of the stories that are not known from before, on all
// cores: what was set is remembered, so that the make-up, which goes from one
// story to the next, finds it done. The pages do not depend on it. It returns at
// once; wait returns when all is set.
func (k *Memory) prepare(unknown []*Piece) (wait func()) {
	var all sync.WaitGroup
	workers := min(cores.Count(), len(unknown))
	if workers < 2 {
		return all.Wait
	}
	var next atomic.Int32
	for range workers {
		all.Go(func() {
			st, columns := newSetter(&k.style), k.style.Grid.Columns
			for i := int(next.Add(1)) - 1; i < len(unknown); i = int(next.Add(1)) - 1 {
				st.setTexts(&story{piece: *unknown[i]}, columns, st.standfirstInFlow(columns))
			}
		})
	}
	return all.Wait
}
