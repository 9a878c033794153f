package layout

import (
	"bantin/assets/styles"
	"bantin/bulletin"
)

// stacked is settings one under the other.
type stacked struct {
	parts  []stackedPart
	height Length
}

type stackedPart struct {
	setting
	source Source
	top    Length
}

func (s *stacked) add(t setting, src Source) {
	s.parts = append(s.parts, stackedPart{t, src, s.height})
	s.height += t.height()
}

func (s *stacked) white(height Length) {
	if s.height > 0 {
		s.height += height
	}
}

func (s *stacked) paint(x, top Length) []Item {
	var items []Item
	for _, p := range s.parts {
		items = append(items, p.setting.paint(x, top+p.top, p.source)...)
	}
	return items
}

// publishers sets who publishes the bulletin, the highest body first.
func (m *makeup) publishers(issue *bulletin.Issue, width Length, align styles.Align) stacked {
	types := &m.style.Types
	var s stacked
	add := func(text string, t styles.Type, most int) {
		v := voiceOf(m.style, t)
		v.Align = align
		set := m.plain(text, v, width, ofIssue)
		m.limit(&set, most, ofIssue)
		s.add(set, ofIssue)
	}
	for _, parent := range issue.Office.Parents[:min(len(issue.Office.Parents), mostParents)] {
		add(parent, types.NameplateParents, mostParent)
	}
	add(issue.Office.Body, types.NameplateBody, mostBody)
	return s
}

// title sets the words BẢN TIN over the bulletin's name.
func (m *makeup) title(issue *bulletin.Issue, width Length, align styles.Align) stacked {
	label, name := nameOnPlate(issue)
	var s stacked
	v := voiceOf(m.style, m.style.Types.NameplateLabel)
	v.Align = align
	set := m.plain(label, v, width, ofIssue)
	m.limit(&set, 1, ofIssue)
	s.add(set, ofIssue)
	s.height -= min(s.height, (v.leading-v.baseline())*2/3) // capitals have nothing under them
	v = m.nameVoice(name, width)
	v.Align = align
	set = m.plain(name, v, width, ofIssue)
	m.limit(&set, mostName, Source{Block: -1, Part: PartNameplate})
	s.white(max(0, set.rise()+labelGap-v.baseline()))
	s.add(set, Source{Block: -1, Part: PartNameplate})
	return s
}

// labelGap parts BẢN TIN from the marks of the name under it.
const labelGap = 3 * Point

// rise is how far the first line reaches above its baseline.
func (t setting) rise() Length {
	var most Length
	if len(t.lines) == 0 {
		return 0
	}
	for _, w := range t.lines[0].words {
		for _, p := range w.parts {
			most = max(most, typefaceOf(p.face).height(p.runes, t.voice.size))
		}
	}
	return most
}

// nameSizes are the ways of setting the name, in the order in which they are
// tried: in so many lines, at these parts of the style's size, in percent. A
// short name stands large on one line; "Thông tin nội bộ Đảng bộ huyện …"
// still finds room beside a logo on A5.
var nameSizes = [mostName]struct{ from, to Length }{{100, 50}, {60, 35}, {40, 15}}

// nameVoice is the largest in which the name finds room, on as few lines as
// nameSizes allows.
func (m *makeup) nameVoice(name string, width Length) voice {
	full := voiceOf(m.style, m.style.Types.NameplateName)
	v := full
	for i, sizes := range nameSizes {
		for percent := sizes.from; percent >= sizes.to; percent -= 5 {
			v = full.at(styles.Step{
				Size: styles.Length(full.size * percent / 100), Leading: styles.Length(full.leading * percent / 100),
			})
			if len(m.plain(name, v, width, ofIssue).lines) <= i+1 {
				return v
			}
		}
	}
	return v
}

// centredPlate has everything in the middle: who publishes, then the title.
func (m *makeup) centredPlate(issue *bulletin.Issue) band {
	return m.withLogo(issue, Length(m.style.TextWidth()), func(width Length) band { return m.centredWords(issue, width) })
}

func (m *makeup) centredWords(issue *bulletin.Issue, width Length) band {
	s := m.publishers(issue, width, styles.Center)
	s.white(4 * Point)
	t := m.title(issue, width, styles.Center)
	return band{height: s.height + t.height + 5*Point, paint: func(x, top Length) []Item {
		return append(s.paint(x, top), t.paint(x, top+s.height)...)
	}}
}

// titlePart is how much of the width the title has beside those who publish,
// in percent.
const titlePart = 62

// sidePlate has the title at the left and who publishes at the right, both
// standing on one line.
func (m *makeup) sidePlate(issue *bulletin.Issue) band {
	return m.withLogo(issue, Length(m.style.TextWidth()), func(width Length) band { return m.sideWords(issue, width) })
}

func (m *makeup) sideWords(issue *bulletin.Issue, width Length) band {
	left := width * titlePart / 100
	t := m.title(issue, left, styles.Left)
	p := m.publishers(issue, width-left-Length(m.style.Grid.Leading), styles.Right)
	height := max(t.height, p.height)
	return band{height: height + 4*Point, paint: func(x, top Length) []Item {
		right := x + left + Length(m.style.Grid.Leading)
		return append(t.paint(x, top+height-t.height), p.paint(right, top+height-p.height-m.lift())...)
	}}
}

// lift brings those who publish up to the foot of the name's letters: large
// type has more white under it.
func (m *makeup) lift() Length {
	n := voiceOf(m.style, m.style.Types.NameplateName)
	b := voiceOf(m.style, m.style.Types.NameplateBody)
	return max(0, (n.leading-n.baseline())-(b.leading-b.baseline()))
}

// Whites of a nameplate on a ground.
const (
	bandHead = 8_000 * 72_000 / 25_400 // 8 mm from the trim to the words
	bandFoot = 5 * Point
)

// bandPlate is sidePlate on a ground that bleeds off the page at three sides.
func (m *makeup) bandPlate(issue *bulletin.Issue) band {
	side := m.sidePlate(issue)
	bleed, page := Length(m.style.Page.Bleed), Length(m.style.Page.Width)
	ground := inkOf(m.style, m.style.Nameplate.Ground)
	up := max(0, Length(m.style.Page.Top)-bandHead) // into the margin
	height := max(0, side.height+bandFoot-up)
	return band{height: height + 4*Point, paint: func(x, top Length) []Item {
		box := Rect{-bleed, -bleed, page + 2*bleed, top + height + bleed}
		return append([]Item{Fill{box, ground}}, side.paint(x, top-up)...)
	}}
}
