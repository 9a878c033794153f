package preflight

import (
	"maps"
	"slices"

	"bantin/bulletin"
)

// laidOut takes over what the layout found itself, with the page where it
// stands.
func laidOut(rule string) func(*proof) []hit {
	return func(p *proof) []hit {
		var out []hit
		for _, f := range p.Document.Findings {
			if f.Rule == rule {
				out = append(out, p.takeOver(f))
			}
		}
		return out
	}
}

// missingGlyphs are the letters that a story's faces lack: the same ones are one
// finding, at the first place, with the number of places and of letters in all.
func missingGlyphs(p *proof) []hit {
	type key struct {
		article bulletin.ID
		chars   any
	}
	hits := laidOut("missing_glyph")(p)
	all := map[key]int{}
	cause := func(i int) key { return key{hits[i].where.Article, hits[i].args["chars"]} }
	for i := range hits {
		n, _ := hits[i].args["n"].(int)
		all[cause(i)] += n
	}
	out := gather(hits, cause, never)
	for _, h := range out {
		if h.args != nil {
			h.args["n"] = all[key{h.where.Article, h.args["chars"]}]
		}
	}
	return out
}

func (p *proof) takeOver(f bulletin.Finding) hit {
	if f.Where.Page == 0 {
		f.Where.Page = p.pageOf(f.Where)
	}
	return hit{where: f.Where, args: maps.Clone(f.Args), fix: f.Fix}
}

// emptyFrames can be taken out of their article. The pages of a single article
// are for looking at while its photos are still awaited, so there they stop
// nothing. The layout of photos in rows may meet a frame more than once.
func emptyFrames(p *proof) []hit {
	met := map[photoKey]bool{}
	out := slices.DeleteFunc(laidOut("empty_frame")(p), func(h hit) bool {
		frame := photoKey{h.where.Article, h.where.Photo}
		again := met[frame]
		met[frame] = true
		return again
	})
	for i := range out {
		out[i].fix = bulletin.FixDropFrame
		if p.Issue == nil {
			out[i].severity = bulletin.Warning
		}
	}
	return out
}

// unknown are findings of the layout that the registry does not name: they
// keep the severity that the layout gave them.
func (p *proof) unknown() []bulletin.Finding {
	names := Names()
	var out []bulletin.Finding
	for _, f := range p.Document.Findings {
		if !slices.Contains(names, f.Rule) {
			out = append(out, p.takeOver(f).finding(f.Rule, f.Severity))
		}
	}
	return out
}
