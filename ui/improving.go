package ui

import (
	"context"
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
)

// improvement is what came of the search for a better make-up.
type improvement struct {
	before  bulletin.Issue // that was searched
	found   layout.Improvement
	stopped bool // before all was tried
}

// improve looks for a better make-up of the issue on the table. Who stops it
// gets what was found so far; all of it is one step of undo.
func (w *window) improve() {
	if w.making == "" || w.improving || !w.canAdd() {
		return
	}
	w.take()
	asked := w.making
	w.steps.afterStoring(func() { w.improveNow(asked) })
}

func (w *window) improveNow(asked bulletin.ID) {
	if w.making != asked || w.improving { // it was left, or asked for twice, while a change was stored
		return
	}
	w.improving = true
	file, keeper, job := w.file, w.keeper, press.Job{Issue: asked}
	var came improvement
	var far ascent
	w.workOnTask(task{title: "desk.makeup.improving", lead: "desk.makeup.improving_lead", stop: "desk.makeup.improving_stop"},
		func(ctx context.Context, progress func(done, total int)) error {
			if err := keeper.Flush(); err != nil {
				return err
			}
			var c press.Composer // of its own: the pages go on being shown
			trial, err := c.Trial(ctx, file, job)
			if err != nil {
				return err
			}
			came.before = trial.Issue()
			came.found, err = trial.Improve(ctx, func(t layout.Trying) { progress(far.to(t.Tries, t.Of)) })
			came.stopped = ctx.Err() != nil
			return err
		}, func(err error) {
			w.improving = false
			w.ended(file, err, func() { w.improved(job.Issue, came) })
		})
}

// ascent is how far a search is of which nobody knows how long it takes: each
// time more turns out to be worth a try, what is left of the way is measured anew,
// so that it slows down and never goes back.
type ascent struct {
	tries, of   int     // as last told
	from        int     // tries before the way was measured
	below, done float64 // shares of the way
}

// to is the share reached with some tries, in thousandths.
func (a *ascent) to(tries, of int) (done, total int) {
	if of != a.of {
		a.from, a.below, a.of = a.tries, a.done, of
	}
	a.tries = tries
	if rest := of - a.from; rest > 0 {
		a.done = max(a.done, min(1, a.below+(1-a.below)*float64(tries-a.from)/float64(rest)))
	}
	return int(a.done * 1000), 1000
}

// improved puts the wishes that were found into the issue and says what they
// are and what they gained.
func (w *window) improved(id bulletin.ID, came improvement) {
	at := w.issueIndex(id)
	switch {
	case at < 0 || !sameIssue(w.issues[at].Issue, came.before):
		w.tell(w.say.Say("desk.makeup.improve_changed", nil))
	case len(came.found.Wishes) > 0:
		w.changeIssue(id, func(s *bulletin.Issue) {
			for _, wish := range came.found.Wishes {
				if i := slotOf(*s, wish.Article); i >= 0 {
					wish.Of(&s.Slots[i])
				}
			}
		}, func(string) string { return w.gainInWords(came.found) })
	case came.stopped:
		w.tell(w.say.Say("desk.makeup.improve_stopped", nil))
	default:
		w.tell(w.say.Say("desk.makeup.improve_none", nil))
	}
}

// gainInWords says what the wishes that were found gained, and then of each
// story what is wished now.
func (w *window) gainInWords(found layout.Improvement) string {
	key := "desk.makeup.improved"
	if found.Pages[0] != found.Pages[1] {
		key = "desk.makeup.improved_pages"
	}
	lines := []string{w.say.Say(key, bulletin.Args{
		"pages": found.Pages[1], "pages_before": found.Pages[0],
		"white": found.White[1], "white_before": found.White[0],
		"lines": w.say.Fixed(found.After.Lines(), 0), "lines_before": w.say.Fixed(found.Before.Lines(), 0),
	})}
	for i, wish := range found.Wishes {
		if rest := len(found.Wishes) - i; i == mostWishesTold-1 && rest > 1 {
			lines = append(lines, w.say.Say("desk.makeup.improved_more", bulletin.Args{"n": rest}))
			break
		}
		lines = append(lines, w.say.Say("desk.makeup.improved_story", bulletin.Args{
			"headline": w.listedHeadline(wish.Article), "wish": w.say.Wish(wish.Columns, wish.Headline, wish.Photo),
		}))
	}
	return strings.Join(lines, "\n")
}

// mostWishesTold is how many lines of wishes the pages may be covered by.
const mostWishesTold = 6
