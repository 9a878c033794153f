package layout

import "bantin/assets/styles"

// bench is where units are measured: a style, and setters for each step of its
// photos whose findings nobody reads.
type bench struct {
	*setter
	steps  []*setter // the natural photos, then the style's Fit
	dry    *makeup   // see dryMakeup
	packs  packs
	breaks breaks // of its pages

	faults faults  // of the shape that was measured last
	stood  []stood // of the body that was measured last, what may not end level
}

func newBench(s *styles.Style) *bench {
	b := &bench{setter: newSetter(s), packs: newPacks(), breaks: breaksOn(&s.Grid)}
	b.steps = append(b.steps, b.setter)
	for _, fit := range s.Fit {
		smaller := s.FittedPhotos(fit)
		b.steps = append(b.steps, newSetter(&smaller))
	}
	return b
}

// forget drops what the setters have noted; see bench.
func (b *bench) forget() {
	for _, st := range b.steps {
		*st = *newSetter(st.style)
	}
}
