package stall

import (
	"strings"
	"time"
)

// look is what the window's goroutine was seen doing at a time.
type look struct {
	at    time.Time
	kept  time.Duration // how long the first thread was kept back until then
	doing string
}

func now(doing string) look { return look{at: time.Now(), kept: keptBack(), doing: doing} }

// until is the time from one look to the next, less what others had of it.
func (l look) until(next look) time.Duration { return next.at.Sub(l.at) - (next.kept - l.kept) }

func (l look) ours() bool { return strings.HasPrefix(l.doing, "bantin/") }

// between reports whether the look may be a part of what ours does: the toolkit
// walks from one part of the window to the next and measures text, it does not
// paint.
func (l look) between() bool {
	return l.doing == walking || strings.Contains(l.doing, "measureText") || strings.Contains(l.doing, "RenderedTextSize")
}

// blame shares out a wait. Where our code took longer than Frame at a stretch it
// gives the longest such stretch; else what was left for other code. With it
// comes what was seen most in it. A stretch may have begun and ended up to a step
// before and after it was seen, and is taken to be one step longer than that.
func blame(begin look, seen []look, end look) (took time.Duration, doing string) {
	var own time.Duration
	for i := 0; i < len(seen); {
		last := stretch(seen, i)
		if last < i {
			i++
			continue
		}
		long := min(seen[i].until(seen[last])+step, begin.until(end))
		own += long
		if long > took {
			took, doing = long, most(seen[i:last+1], look.ours)
		}
		i = last + 1
	}
	others := most(seen, func(l look) bool { return !l.ours() })
	if took > Frame || others == "" {
		return took, doing
	}
	return begin.until(end) - own, others
}

// stretch is the last look of the stretch of our code that begins at from, which
// lies before from where none begins there.
func stretch(seen []look, from int) (last int) {
	last = from - 1
	for i := from; i < len(seen) && (seen[i].ours() || last >= from && seen[i].between()); i++ {
		if seen[i].ours() {
			last = i
		}
	}
	return last
}

// most is what comes most often among those that count, the earliest of such.
func most(of []look, counts func(look) bool) (found string) {
	times := map[string]int{}
	for _, l := range of {
		if counts(l) {
			times[l.doing]++
		}
	}
	for _, l := range of {
		if times[l.doing] > times[found] {
			found = l.doing
		}
	}
	return found
}
