package preflight

import (
	"bantin/bulletin"
	"bantin/export/layout"
)

// longishHeadlines take more lines than the house style wishes. Of those of half as
// many again the layout tells, in words of its own (headline_long).
func longishHeadlines(p *proof) (out []hit) {
	if p.HeadlineMost == 0 {
		return nil
	}
	type line struct {
		page int
		y    layout.Length
	}
	lines, where := map[bulletin.ID]map[line]bool{}, map[bulletin.ID]bulletin.Place{}
	p.each(func(page int, item layout.Item) {
		t, ok := item.(layout.Text)
		if !ok || t.Source.Field != bulletin.FieldHeadline || t.Source.Article == "" {
			return
		}
		id := t.Source.Article
		if lines[id] == nil {
			lines[id] = map[line]bool{}
			where[id] = bulletin.Place{Article: id, Field: bulletin.FieldHeadline, Block: -1, Page: page}
		}
		lines[id][line{page, t.Y}] = true
	})
	for i := range p.Stories {
		id := p.Stories[i].ID
		if n := len(lines[id]); n > p.HeadlineMost && n <= p.HeadlineMost+p.HeadlineMost/2 {
			out = append(out, hit{where: where[id], args: bulletin.Args{"lines": n, "most": p.HeadlineMost}})
		}
	}
	return out
}
