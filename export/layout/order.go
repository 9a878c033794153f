package layout

import (
	"cmp"
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// lineup is an order in which the stories of an issue may stand.
type lineup struct {
	units  []*unit
	moved  int     // stories that it takes out of the editor's order
	boxed  bool    // there are briefs for a box
	lone   int     // of them that stand outside one
	listed bool    // contents may stand on page one
	front  *front  // that stands there, or nil
	of     []story // that it is made of
	second bool    // it has a better one with as many columns or rows
}

// lineups are the orders that are tried first, and those for which no place
// was found or a wish is not met: with the contents on page one, where there
// are some; briefs that follow one another in a box; all briefs in boxes, where
// the first of them stands; the same with a box beside the leading story, under
// what takes start rows of page one.
func (k *Memory) lineups(issue *bulletin.Issue, stories []story, start int) (first, others []lineup) {
	all := []lineup{k.grouped(stories, neighbours)}
	gathered := k.grouped(stories, everywhere)
	if gathered.moved > 0 {
		all = append(all, gathered)
	}
	if front, ok := k.inFront(gathered, start); ok {
		all = append(all, front)
	}
	k.weighBoxes(all, stories)
	for i := range all {
		all[i].of = stories
	}
	if issue.NoContents || k.bench.style.Contents.Place == styles.NoContents {
		return all, nil
	}
	from := all[0]
	if gathered.moved > 0 {
		from = all[1]
	}
	listed := k.withContents(from, start)
	if len(listed) == 0 {
		return all, nil
	}
	for i := range all {
		all[i].listed = true
	}
	return listed, all
}

// weighBoxes counts the briefs that stand in no box although there are enough
// of their section for one.
func (k *Memory) weighBoxes(all []lineup, stories []story) {
	type box struct {
		section string
		page    int
	}
	briefs, boxOf, boxed := map[box]int{}, map[bulletin.ID]box{}, false
	for i := range stories {
		if s := &stories[i]; s.brief {
			of := box{s.filed, boxPage(s)}
			boxOf[s.piece.ID] = of
			briefs[of]++
			boxed = boxed || of.page == 0 && briefs[of] >= k.bench.style.Briefs.Least
		}
	}
	for i := range all {
		all[i].boxed = boxed
		for _, u := range all[i].units {
			if u.briefs == nil && u.given.brief && briefs[boxOf[u.piece.ID]] >= k.bench.style.Briefs.Least {
				all[i].lone++
			}
		}
	}
}

// boxOfFront reports a box of briefs that may stand on page one.
func (u *unit) boxOfFront() bool { return u.briefs != nil && u.pin <= 1 }

// inFront puts after the leading story as many of the first box's briefs as
// have room in one column of the front page.
func (k *Memory) inFront(l lineup, start int) (lineup, bool) {
	at := slices.IndexFunc(l.units, (*unit).boxOfFront)
	if at < 1 {
		return l, false
	}
	briefs, room := l.units[at].briefs, k.bench.style.Grid.Rows-start
	for n := len(briefs); n >= k.bench.style.Briefs.Least; n-- {
		box := k.box(briefs[:n])
		if s := k.bench.shapesOver(box, 1); s.high < 0 || s.low > room {
			continue
		}
		rest := make([]int, 0, len(briefs)-n)
		for i := n; i < len(briefs); i++ {
			rest = append(rest, i)
		}
		units := slices.Clone(l.units[:at])
		if len(rest) > 0 {
			units = append(units, k.boxes(briefs, rest)...)
		}
		units = append(units, l.units[at+1:]...)
		return lineup{units: slices.Insert(units, 1, box), moved: l.moved + n}, at > 1 || n < len(briefs)
	}
	return l, false
}

// grouping says which briefs stand together.
type grouping bool

const (
	neighbours grouping = false
	everywhere grouping = true
)

// grouped makes units of stories, with briefs in boxes. Sections are named
// over the first of their stories that stand together.
func (k *Memory) grouped(stories []story, g grouping) lineup {
	var l lineup
	taken := make([]bool, len(stories))
	section := ""
	for i := range stories {
		if taken[i] {
			continue
		}
		if group := k.groupAt(stories, i, taken, g); len(group) >= k.bench.style.Briefs.Least {
			for n, at := range group {
				taken[at] = true
				if at != i+n {
					l.moved++
				}
			}
			l.units = append(l.units, k.boxes(stories, group)...)
			section = ""
			continue
		}
		s := stories[i]
		switch name := s.piece.Article.Section; {
		case s.elsewhere:
			s.section = name
		case name != section:
			section, s.section = name, name
		}
		l.units = append(l.units, k.unit(s))
	}
	return l
}

// groupAt are the briefs that would stand in a box with the story at i, those first
// that the editor pinned; with such ones, they are gathered from everywhere.
func (k *Memory) groupAt(stories []story, i int, taken []bool, g grouping) []int {
	var group []int
	first, pinned := &stories[i], false
	for n := i; n < len(stories); n++ {
		s := &stories[n]
		brief := !taken[n] && s.brief && !s.single && s.filed == first.filed && boxPage(s) == boxPage(first)
		if brief {
			group = append(group, n)
			pinned = pinned || s.wish.Page > 0
		}
		if !brief && n == i {
			break
		}
	}
	if g == neighbours && !pinned {
		group = followers(group)
	}
	slices.SortStableFunc(group, func(a, b int) int { return cmp.Compare(stories[b].wish.Page, stories[a].wish.Page) })
	return group[:min(len(group), k.bench.style.Briefs.Most)]
}

// followers are the first of numbers that follow one another.
func followers(group []int) []int {
	for i := range group {
		if group[i] != group[0]+i {
			return group[:i]
		}
	}
	return group
}

// boxes makes one box of briefs, or several where that would be too large.
func (k *Memory) boxes(stories []story, group []int) []*unit {
	if len(group) == 1 {
		return []*unit{k.unit(stories[group[0]])}
	}
	briefs := make([]story, len(group))
	for i, at := range group {
		briefs[i] = stories[at]
	}
	if u := k.box(briefs); k.bench.fitsBox(u) {
		return []*unit{u}
	}
	half := len(group) / 2
	return append(k.boxes(stories, group[:half]), k.boxes(stories, group[half:])...)
}

// fitsBox reports a box that takes no more than most of a page, or all of it
// where that is one column.
func (b *bench) fitsBox(u *unit) bool {
	most := 3
	if b.style.Grid.Columns == 1 {
		most = 4
	}
	for span := 1; span <= b.style.Grid.Columns; span++ {
		if s := b.shapesOver(u, span); s.high >= 0 && s.low*4 <= b.style.Grid.Rows*most {
			return true
		}
	}
	return false
}

// storiesOf lists the stories in the order that the editor wishes: the leading
// one first.
func (k *Memory) storiesOf(issue *bulletin.Issue, pieces []Piece) []story {
	stories := make([]story, 0, len(pieces))
	for i := range pieces {
		stories = append(stories, story{
			piece: pieces[i], wish: slotOf(issue, pieces[i].ID), words: pieces[i].Article.Words(),
			edition: k.editions[pieces[i].ID].nth,
		})
	}
	lead := slices.IndexFunc(stories, func(s story) bool { return s.wish.Lead && s.wish.Page <= 1 })
	if lead > 0 {
		s := stories[lead]
		stories = slices.Insert(slices.Delete(stories, lead, lead+1), 0, s)
	}
	first := slices.IndexFunc(stories, func(s story) bool { return s.wish.Page <= 1 })
	for i := range stories {
		s := &stories[i]
		s.elsewhere = s.wish.Page > 0 && i != first
		s.sole, s.leader = len(stories) == 1, i == max(first, 0)
		s.rank = k.bench.rankOf(s, s.leader)
		if s.leader {
			s.wish.Filler = false // the leading story is never left out
		}
		s.brief, s.filed = k.mayBeBrief(s), sectionOfBrief(s)
	}
	return stories
}

func slotOf(issue *bulletin.Issue, id bulletin.ID) bulletin.Slot {
	for _, slot := range issue.Slots {
		if slot.Article == id {
			return slot
		}
	}
	return bulletin.Slot{}
}

// rankOf says how large a story's headline is: 0 for the first story of the
// issue and for leads, 1 for others, 2 for briefs, unless the editor wishes it
// otherwise.
func (b *bench) rankOf(s *story, first bool) int {
	switch s.wish.HeadlineSize {
	case bulletin.HeadlineLarge:
		return 0
	case bulletin.HeadlineMedium:
		return 1
	case bulletin.HeadlineSmall:
		return 2
	}
	switch {
	case first || s.wish.Lead:
		return 0
	case s.words < b.style.Briefs.Words:
		return 2
	}
	return 1
}
