package layout

import "slices"

// course is what becomes of the body of a story that goes on overleaf. It depends
// on the grid line that the body begins on and on what stands at the heads of its
// columns, not on what the story has over it: many ways from many places share one.
type course struct {
	measured, begins bool
	extent           // the first of it from the body on
	pages, row       int32
	cost             Badness
}

// extent is the grid lines of a story on its pages.
type extent struct {
	breaks int32 // pages turned
	first  int32 // on the first
	later  int32 // on all others, without the heads of the continuations
	last   int32 // on the last
}

func extentOf(parts []portion) extent {
	e := extent{breaks: int32(len(parts) - 1), first: int32(parts[0].rows)}
	for _, p := range parts[1:] {
		e.last = int32(p.rows - continuedRows)
		e.later += e.last
	}
	return e
}

// courseForm is what the courses of a way depend on beside the grid line.
type courseForm struct {
	first          *chunk // of the flow, nil of an empty one
	length         int
	lead, leadRows int  // at the heads of the last columns
	across         bool // under a photo over all of them
}

// formOf is the form of a unit's courses in a way.
func (b *bench) formOf(u *unit, span int, w way) courseForm {
	f := courseForm{across: w.lead == span}
	if w.lead > 0 && !f.across {
		f.lead, f.leadRows = w.lead, w.leadRows
	}
	if body := u.flowIn(b, b.style.Grid.Columns, span, w); len(body) > 0 {
		f.first, f.length = &body[0], len(body)
	}
	return f
}

// numberForms gives ways of one form one number.
func (b *bench) numberForms(u *unit, span int, ways []wayOfRun) {
	var forms []courseForm
	for i := range ways {
		form := b.formOf(u, span, ways[i].way)
		at := slices.Index(forms, form)
		if at < 0 {
			at, forms = len(forms), append(forms, form)
		}
		ways[i].form = at
	}
}

// course is the course of a unit's body in a way from a grid line on, to be measured
// where it was not; fresh where the page begins with its story.
func (b *bench) course(t *runTable, u *unit, span int, w *wayOfRun, fresh bool, row int) *course {
	at := 2 * w.form
	if fresh {
		at++
	}
	for len(t.courses) <= at {
		t.courses = append(t.courses, nil)
	}
	if t.courses[at] == nil {
		t.courses[at] = u.coursesOf(courseKey{b.formOf(u, span, w.way), t.place, span, fresh}, len(t.known))
	}
	return &t.courses[at][row]
}

// runAlong is runOf from a rest of a page on by the courses of the unit.
func (b *bench) runAlong(t *runTable, u *unit, here rest, span int, w *wayOfRun) (run, bool) {
	body := here.row + w.head + w.across
	if body > here.rows && here.row > 0 {
		return run{}, false // not even its head has room
	}
	if here.row+w.head > here.rows || body >= len(t.known) {
		m := b.dryMakeup()
		m.restart(here)
		return b.runOf(m, u, span, w)
	}
	c := b.course(t, u, span, w, here.row == 0, body)
	if !c.measured {
		*c = b.newCourse(u, here, span, w)
	}
	if !c.begins {
		return run{}, false
	}
	e, over, m := c.extent, w.head+w.across, b.dryMakeup()
	e.first += int32(over)
	m.faults = m.faults[:0]
	b.weighParts(u, e, over, span, &m.faults)
	return run{way: w.way, pages: int(c.pages), row: int(c.row), cost: w.cost + c.cost + m.faults.sum()}, true
}

// courseKey names courses among those of all units with the same body.
type courseKey struct {
	courseForm
	place rest // its first grid line left out
	span  int
	fresh bool // the page begins with the story
}

// coursesOf are the courses of a name by the grid line of the body, so many of them;
// units with the same body share them.
func (u *unit) coursesOf(key courseKey, rows int) []course {
	c := u.bodies[key]
	if c == nil {
		c = make([]course, rows)
		u.bodies[key] = c
	}
	return c
}

// newCourse measures the course of a body under its head in one way.
func (b *bench) newCourse(u *unit, here rest, span int, w *wayOfRun) course {
	m := b.dryMakeup()
	m.restart(here)
	if !m.placeRun(b, u, w.way, 0, span) {
		return course{measured: true}
	}
	c := course{
		measured: true, begins: true, extent: extentOf(m.parts),
		pages: int32(m.page - 1), row: int32(m.row), cost: m.faults.sum(),
	}
	c.first -= int32(w.head + w.across)
	return c
}
