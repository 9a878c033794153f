package layout

import (
	"reflect"

	"bantin/bulletin"
)

// edition is the text of an article in one layout. Editions of one Memory that
// have the same number are alike, so that texts are compared once for each
// layout and not once for each unit.
type edition struct {
	nth     int
	article bulletin.Article
}

// number numbers the articles of the layout at hand and gives those that no
// layout of before had.
func (k *Memory) number(pieces []Piece) (unknown []*Piece) {
	editions := make(map[bulletin.ID]edition, len(pieces))
	for i := range pieces {
		p := &pieces[i]
		e, known := k.editions[p.ID]
		if !known || !reflect.DeepEqual(e.article, p.Article) {
			k.numbered++
			e = edition{k.numbered, p.Article.Clone()}
			unknown = append(unknown, p)
		}
		editions[p.ID] = e
	}
	k.editions = editions
	return unknown
}
