package desk

import (
	"reflect"
	"slices"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// Manuscripts are the sheets of the articles that were open last, with what
// can be taken back on each.
type Manuscripts struct {
	ids    []bulletin.ID // the one that was open last at the end
	sheets map[bulletin.ID]*manuscript.Manuscript
}

// manuscriptsKept is how many sheets are kept.
const manuscriptsKept = 30

// Of is the sheet of an article: the one that was kept, where it still says
// what the article says, else a new one. The one that a person has open stays
// in any case and becomes what the article says, which can be taken back;
// became tells of that.
func (k *Manuscripts) Of(id bulletin.ID, a *bulletin.Article, open *manuscript.Manuscript) (m *manuscript.Manuscript, became bool) {
	m = k.sheets[id]
	switch {
	case m != nil && says(m, a):
	case m != nil && m == open:
		became = m.Become(a)
	default:
		m = manuscript.New(a)
	}
	if k.sheets == nil {
		k.sheets = map[bulletin.ID]*manuscript.Manuscript{}
	}
	k.sheets[id] = m
	k.ids = append(slices.DeleteFunc(k.ids, func(other bulletin.ID) bool { return other == id }), id)
	if len(k.ids) > manuscriptsKept {
		delete(k.sheets, k.ids[0])
		k.ids = slices.Delete(k.ids, 0, 1)
	}
	return m, became
}

// says reports whether a sheet says what an article says. Mostly the article was
// read from that very sheet, and one writing tells.
func says(m *manuscript.Manuscript, a *bulletin.Article) bool {
	written := *a
	m.Write(&written)
	written.Normalize()
	if reflect.DeepEqual(written, *a) {
		return true
	}
	fresh := *a
	manuscript.New(a).Write(&fresh) // photos in the order of their places
	fresh.Normalize()
	return reflect.DeepEqual(written, fresh)
}
