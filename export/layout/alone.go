package layout

import "slices"

// mostSteps is how many moves the plans of a layout weigh before no other
// briefs are tried alone and no other stories in guises: a preview has to follow
// the typing. It is counted, not timed, so that the pages are the same on every
// PC. mostStepsOfMany is that of an issue of more than fewLines, where each move
// takes longer and brings less.
const (
	mostSteps       = 400_000
	mostStepsOfMany = 50_000
)

// alone tries, one brief after another, to let it stand alone instead of in a
// box, or again in the box, and keeps what makes the issue better, until no
// brief does or the plans have weighed most moves. Those that the editor pinned
// stay in their box. In a style of one column they stay together: a box takes what
// a page leaves there, and one alone would look like a page in pieces.
func (a *attempt) alone() {
	if a.best == nil || a.bench.style.Grid.Columns == 1 {
		return
	}
	tried := slices.Clone(a.lineup.of)
	for unchanged, i := 0, 0; unchanged < len(tried); i = (i + 1) % len(tried) {
		if a.steps > a.most {
			return
		}
		s := &tried[i]
		unchanged++
		if !s.brief || s.wish.Page > 0 {
			continue
		}
		was := a.best
		s.single = !s.single
		first, others := a.lineupsOf(slices.Clone(tried))
		if a.lineup.listed { // without contents, where the best is so
			first = append(first, others...)
		}
		for _, l := range first {
			if len(a.open) > 0 {
				a.better(l)
			} else {
				a.try([]lineup{l}, a.behind())
			}
		}
		if a.best != was {
			unchanged = 1
			continue
		}
		s.single = !s.single
	}
}

// behind is how far behind a beginning is given up.
func (a *attempt) behind() Badness {
	if a.issue.PageMultiple > 1 {
		return a.behindOf(wideBehind)
	}
	return a.behindOf(farBehind)
}

// behindOf is how far behind a beginning is given up in an issue that is to be
// searched with a bound: never in one of few stories.
func (a *attempt) behindOf(bound Badness) Badness {
	if a.few {
		return hopeless / 2
	}
	return bound
}
