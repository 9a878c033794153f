package layout

import (
	"reflect"
	"slices"

	"bantin/bulletin"
)

// retell makes known what fresh is where the two differ in nothing that a
// make-up weighs: their words came out in as many lines. What was found out
// about the one then holds for the other, and so do plans with it; false where
// they are not alike.
func (b *bench) retell(known, fresh *unit) bool {
	if !kin(known, fresh) || !b.sameHeads(known, fresh) || !b.samePhotos(known, fresh) || !b.sameFlows(known, fresh) {
		return false
	}
	fresh.cuts = cutsOf(known, fresh)
	fresh.shapes, fresh.runs, fresh.ways = known.shapes, known.runs, known.ways
	fresh.measured, fresh.breaks = known.measured, known.breaks
	fresh.weighed, fresh.least = known.weighed, known.least
	fresh.opened = known.opened
	*known = *fresh
	known.retellOpened()
	return true
}

// kin reports units that differ in nothing but words.
func kin(a, b *unit) bool {
	if a.hole != nil || b.hole != nil || len(a.briefs) != len(b.briefs) || a.title != b.title ||
		a.pin != b.pin || a.pictured != b.pictured || (a.lead == nil) != (b.lead == nil) {
		return false
	}
	for i := range a.briefs {
		if a.briefs[i].piece.ID != b.briefs[i].piece.ID {
			return false
		}
	}
	return kinStory(&a.story, &b.story) && (a.lead == nil || a.lead.ID == b.lead.ID)
}

func kinStory(a, b *story) bool {
	x, y := &a.piece.Article, &b.piece.Article
	return a.piece.ID == b.piece.ID && a.section == b.section && a.rank == b.rank && a.guise == b.guise && a.elsewhere == b.elsewhere &&
		a.lines == b.lines && reflect.DeepEqual(a.wish, b.wish) &&
		x.Genre == y.Genre && x.Section == y.Section && hasText(x.Headline) == hasText(y.Headline) &&
		slices.EqualFunc(x.Body, y.Body, func(s, t bulletin.Block) bool { return s.Kind == t.Kind && s.Photo == t.Photo }) &&
		slices.EqualFunc(x.Photos, y.Photos, func(s, t bulletin.Photo) bool { return reflect.DeepEqual(wordless(s), wordless(t)) })
}

// wordless is a photo without what is said of it.
func wordless(p bulletin.Photo) bulletin.Photo {
	p.Caption, p.Credit, p.AltText = "", "", ""
	return p
}

// allOf reports that something holds for all of a map, in whatever order.
func allOf[K comparable, V any](m map[K]V, holds func(K, V) bool) bool {
	for key, value := range m { //nolint:gocritic // what is asked of all of them does not depend on the order
		if !holds(key, value) {
			return false
		}
	}
	return true
}

// sameHeads compares all heads that were made of the one.
func (b *bench) sameHeads(known, fresh *unit) bool {
	return allOf(known.heads, func(key headKey, h head) bool {
		o := fresh.headOver(b.setter, key.span, key.smaller)
		return h.rows == o.rows && h.lines == o.lines && h.smaller == o.smaller && slices.EqualFunc(h.bands, o.bands, sameBand)
	})
}

func sameBand(a, b band) bool {
	return a.height == b.height && a.white == b.white && (a.paint == nil) == (b.paint == nil)
}

// samePhotos compares the photos that may stand across columns, with their
// words.
func (b *bench) samePhotos(known, fresh *unit) bool {
	same := allOf(known.leads, func(key leadKey, f *figure) bool {
		o := fresh.leadOver(b.setter, key.columns)
		return (f == nil) == (o == nil) && (f == nil || f.sameSize(o))
	})
	if !same || known.briefs != nil {
		return same
	}
	p, q := b.broadPhoto(known), b.broadPhoto(fresh)
	if p == nil || q == nil {
		return p == q
	}
	across := b.widthOf(b.style.Grid.Columns)
	f, o := b.figure(known.piece.ID, p, -1, across), b.figure(fresh.piece.ID, q, -1, across)
	return f.sameSize(&o)
}

// sameSize reports figures that differ in nothing but words.
func (f *figure) sameSize(o *figure) bool {
	return f.empty == o.empty && f.width == o.width && f.box == o.box && f.natural == o.natural && f.least == o.least &&
		f.shown == o.shown && f.beside == o.beside && f.rows == o.rows && f.slack == o.slack && f.wordsHeight() == o.wordsHeight()
}

// sameFlows compares all flows that were poured of the one. Some may be those of
// a unit with the same body that may have a broad photo; see shareBody.
func (b *bench) sameFlows(known, fresh *unit) bool {
	return allOf(known.flows, func(key flowKey, f []chunk) bool {
		return key.broad && b.broadPhoto(fresh) == nil || slices.EqualFunc(f, fresh.flow(b, key), sameChunk)
	})
}

func sameChunk(a, b chunk) bool {
	return a.high == b.high && a.photo == b.photo && a.quote == b.quote && a.wide == b.wide && a.inner == b.inner &&
		slices.EqualFunc(a.strips, b.strips, func(x, y strip) bool {
			return x.rows == y.rows && x.above == y.above && x.below == y.below && x.order == y.order &&
				x.lines == y.lines && x.movable == y.movable && x.airy == y.airy && x.closing == y.closing
		})
}

// cutsOf is the cuts of known's flows as those of fresh's.
func cutsOf(known, fresh *unit) map[cutKey]area {
	begins := make(map[*chunk]*chunk, len(known.cuts))
	allOf(known.cuts, func(key cutKey, _ area) bool {
		begins[key.first] = nil
		return true
	})
	allOf(known.flows, func(key flowKey, f []chunk) bool {
		of := fresh.flows[key]
		for i := range min(len(f), len(of)) {
			if _, begin := begins[&f[i]]; begin {
				begins[&f[i]] = &of[i]
			}
		}
		return true
	})
	cuts := make(map[cutKey]area, len(known.cuts))
	allOf(known.cuts, func(key cutKey, found area) bool {
		if key.first = begins[key.first]; key.first != nil {
			cuts[key] = found
		}
		return true
	})
	return cuts
}
