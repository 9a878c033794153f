package merge_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// paragraphs are an article's; "" is one that is not there.
func paragraphs(texts ...string) bulletin.Article {
	a := bulletin.Article{Headline: "Tít"}
	for _, text := range texts {
		if text != "" {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
		}
	}
	return a
}

// variant is a paragraph as one of several people wrote it.
func variant(number int, of string) string {
	if of == "gone" {
		return ""
	}
	return fmt.Sprintf("Thôn %d đã làm xong %d mét đường vào khu dân cư trong tháng này, theo lời %s.", number, number*111, of)
}

// TestEqualParagraphsAreOneChoice: what several heads say in a paragraph is
// asked for once each, every answer can be given that no other one contradicts,
// and none is taken back by a head that says again what was not chosen.
func TestEqualParagraphsAreOneChoice(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		base := paragraphs(variant(1, "dân"), variant(2, "dân"), variant(3, "dân"))
		said := [3][]string{}
		var over []bulletin.Article
		for range rapid.IntRange(2, 6).Draw(r, "heads") {
			var texts []string
			for p := range said {
				v := rapid.SampledFrom([]string{"dân", "dân", "Lan", "Minh", "Hường", "gone"}).Draw(r, "says")
				texts = append(texts, variant(p+1, v))
				if v != "dân" && !slices.Contains(said[p], v) {
					said[p] = append(said[p], v)
				}
			}
			over = append(over, paragraphs(texts...))
		}
		all := branches(t, base, over...)
		v := all.view(t)
		want := 0
		for p := range said {
			want += max(len(said[p])-1, 0)
		}
		if len(v.Conflicts) != want {
			r.Fatalf("%v: %d conflicts, want %d:\n%+v", said, len(v.Conflicts), want, v.Conflicts)
		}
		for wanted := range 3 { // the same side each time: ours, theirs of the last, the base
			choices := merge.Choices{}
			for _, c := range v.Conflicts {
				choices[c.Key()] = [...]merge.Side{merge.Ours, merge.Theirs, merge.Base}[wanted]
			}
			if _, err := settled(t, all, choices); err != nil {
				r.Fatalf("%v: %v", choices, err)
			}
		}
		choices := merge.Choices{}
		for _, c := range v.Conflicts {
			sides := []merge.Side{merge.Ours, merge.Theirs, merge.Base}
			if c.CanBoth {
				sides = append(sides, merge.Both)
			}
			choices[c.Key()] = rapid.SampledFrom(sides).Draw(r, "takes")
		}
		_, err := settled(t, all, choices)
		var twice *merge.ContradictionError
		if errors.As(err, &twice) && contradict(v.Conflicts, choices) {
			return
		}
		if err != nil {
			r.Fatalf("%v: %v", choices, err)
		}
	})
}

// contradict reports answers about one paragraph that want different texts in
// place of the one shown.
func contradict(conflicts []merge.Conflict, choices merge.Choices) bool {
	wanted := map[string]merge.Conflict{}
	for _, c := range conflicts {
		side := choices[c.Key()]
		if side == merge.Ours {
			continue
		}
		if other, ok := wanted[c.Base]; ok && (choices[other.Key()] != side || side != merge.Base) {
			return true
		}
		wanted[c.Base] = c
	}
	return false
}

// TestBaseStaysChosen: who takes back what two others wrote, of whom one says
// the same as a third, has it taken back.
func TestBaseStaysChosen(t *testing.T) {
	base := paragraphs(variant(1, "dân"), variant(2, "dân"))
	lan, minh := paragraphs(variant(1, "dân"), variant(2, "Lan")), paragraphs(variant(1, "dân"), variant(2, "Minh"))
	for _, over := range [][]bulletin.Article{{lan, minh, minh}, {lan, lan, minh}, {minh, lan, lan, minh}} {
		all := branches(t, base, over...)
		for side, want := range map[merge.Side]string{merge.Base: variant(2, "dân"), merge.Ours: all.view(t).Conflicts[0].Ours, merge.Theirs: all.view(t).Conflicts[0].Theirs} {
			a, err := settled(t, all, merge.Choices{"body": side})
			if err != nil || len(a.Body) != 2 || !strings.Contains(a.Body[1].Text, strings.TrimSpace(want)) {
				t.Errorf("%s: %q, want %q: %v", side, a.Body, want, err)
			}
		}
	}
}
