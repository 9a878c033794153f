package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
)

// factsLine lays the facts in a line, the last one, the time of the save, at
// its right end. Where there is no room for all, the author's name, which the
// sheet has too, gives way to the given name and that to a mark; then the section, which may be long, is
// shortened, and some are left out: to them the word in front of the last one
// leads.
type factsLine struct{ f *facts }

func (l *factsLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const least = 120
	size := fyne.NewSize(least, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func (l *factsLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	last := len(objects) - 1
	l.shorten(objects, size.Width)
	x := float32(0)
	for _, o := range objects[:last] {
		if !o.Visible() {
			continue
		}
		l.put(o, x, size.Height)
		x += o.MinSize().Width
	}
	l.put(objects[last], max(x, size.Width-objects[last].MinSize().Width), size.Height)
}

func (l *factsLine) put(o fyne.CanvasObject, x, height float32) {
	min := o.MinSize()
	o.Resize(min)
	o.Move(fyne.NewPos(x, (height-min.Height)/2))
}

// The places of facts in the line, each behind its dot, in the order in which
// they make room for the others: all of them can be reached in other ways.
const (
	sectionAt   = 2
	authorAt    = 4
	noteAt      = 10
	dateAt      = 6
	genreAt     = 0 // makes room together with the dot in front of the status
	statusDotAt = 7
	moreAt      = 11
	savedAt     = 12
)

// shorten gives the section as much room as the others leave, and leaves out
// what finds no room at all.
func (l *factsLine) shorten(objects []fyne.CanvasObject, width float32) {
	const least = 40
	used := float32(0)
	l.f.left = nil
	l.nameAuthor(objects, width)
	for i, o := range objects {
		o.Show()
		if i != sectionAt && i != moreAt {
			used += o.MinSize().Width
		}
	}
	l.f.more.Hide()
	hide := func(at int) {
		for _, o := range objects[at-1 : at+1] {
			o.Hide()
			if o != fyne.CanvasObject(l.f.section) {
				used -= o.MinSize().Width
			}
		}
	}
	leave := func(at int) {
		hide(at)
		if l.f.left = append(l.f.left, objects[at]); !l.f.more.Visible() {
			l.f.more.Show()
			used += l.f.more.MinSize().Width
		}
	}
	if len(l.f.authors) == 0 {
		hide(authorAt)
	}
	if width-used-2*quietPadX < least {
		leave(sectionAt)
	}
	for _, at := range []int{authorAt, noteAt, dateAt} {
		if used > width && objects[at].Visible() {
			leave(at)
		}
	}
	if used > width {
		objects[genreAt].Hide()
		objects[statusDotAt].Hide()
		l.f.left = append(l.f.left, objects[genreAt])
		used -= objects[genreAt].MinSize().Width + objects[statusDotAt].MinSize().Width
	}
	if used > width && l.f.saved.Ink != theme.ColorNameError { // trouble is told in any case
		objects[savedAt].Hide()
	}
	set := field.Look{Size: look.Text(l.f.section.TextSize), Leading: 1.5}
	l.f.section.Say(field.Clamp(l.f.sectionWord, set, max(width-used-2*quietPadX, least), 1)[0])
}

// nameAuthor shows who signs the article as far as the whole line has room for it
// beside the whole section: by the whole name, by the given one, which is the last
// (so are people called), or by the mark alone.
func (l *factsLine) nameAuthor(objects []fyne.CanvasObject, width float32) {
	author, section := l.f.author, l.f.section
	others := look.Width(l.f.sectionWord, look.Text(section.TextSize), look.Sans) + 2*quietPadX
	for i, o := range objects {
		if i != moreAt && i != authorAt && i != sectionAt {
			others += o.MinSize().Width
		}
	}
	names := []string{l.f.authorWord}
	if words := strings.Fields(l.f.authorWord); len(words) > 0 && author.Ink != look.Ghost {
		names = append(names, words[len(words)-1], "")
	}
	for _, name := range names {
		if author.Say(name); others+author.MinSize().Width <= width {
			return
		}
	}
}

// chooseLeft offers the facts that the line has no room for, in the line's
// order, each with what it says.
func (f *facts) chooseLeft(at fyne.Position) {
	var items []*fyne.MenuItem
	offer := func(q *quiet, name, fact string, open func(fyne.Position), off bool) {
		if !slices.Contains(f.left, fyne.CanvasObject(q)) {
			return
		}
		word := f.say.Say("desk.fact."+name, nil)
		if fact = strings.Join(strings.Fields(fact), " "); fact != "" {
			fact = field.Clamp(fact, field.Look{Size: look.Text(13), Leading: 1.5}, 260*look.Scale(), 1)[0]
			word = f.say.Say("desk.fact.says", bulletin.Args{"name": word, "fact": fact})
		}
		item := fyne.NewMenuItem(word, func() { open(at) })
		item.Disabled = off
		items = append(items, item)
	}
	a := f.article
	offer(f.genre, "genre", f.genreWord(a.Genre), f.chooseGenre, f.readOnly)
	offer(f.section, "section", a.Section, f.chooseSection, f.readOnly)
	offer(f.author, "author", f.Byline(), f.chooseAuthor, f.readOnly)
	offer(f.date, "date", a.EventDate.Short(), f.chooseDate, f.readOnly)
	offer(f.note, "note", a.Note, f.writeNote, f.readOnly && strings.TrimSpace(a.Note) == "")
	f.menu(at, items)
}
