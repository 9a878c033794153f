package ui

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/settle"
)

// wordsAround is how many words before and after a contested place say which
// place it is.
const wordsAround = 14

// around finds what stands before and after the place of a question in the body of
// an article as the sheet shows it: the rest of its paragraph, or where the whole
// paragraph is in question its neighbours. Nothing where the place is none of the
// body, or nothing of it is shown.
func around(body []bulletin.Block, conflicts []merge.Conflict) (a settle.Around) {
	for _, c := range conflicts {
		shown := c.Ours
		if c.Shown == merge.Theirs {
			shown = c.Theirs
		}
		if c.Field != "body" || c.Block < 0 || c.Block >= len(body) || shown == "" {
			continue
		}
		first, more, _ := strings.Cut(shown, "\n")
		before, after, found := strings.Cut(bulletin.Plain(body[c.Block].Text), bulletin.Plain(first))
		if !found {
			continue
		}
		last := c.Block
		if more != "" {
			last, after = last+1+strings.Count(more, "\n"), ""
		}
		if strings.TrimSpace(before) == "" {
			before = neighbour(body, c.Block, -1)
		}
		if strings.TrimSpace(after) == "" {
			after = neighbour(body, last, +1)
		}
		return settle.Around{Before: lastWords(before), After: firstWords(after)}
	}
	return a
}

// neighbour is the next text before or after a block.
func neighbour(body []bulletin.Block, from, step int) string {
	for i := from + step; i >= 0 && i < len(body); i += step {
		if text := strings.TrimSpace(bulletin.Plain(body[i].Text)); text != "" {
			return text
		}
	}
	return ""
}

func lastWords(s string) string {
	words := strings.Fields(s)
	if over := len(words) - wordsAround; over > 0 {
		return "… " + strings.Join(words[over:], " ")
	}
	return strings.Join(words, " ")
}

func firstWords(s string) string {
	words := strings.Fields(s)
	if len(words) > wordsAround {
		return strings.Join(words[:wordsAround], " ") + " …"
	}
	return strings.Join(words, " ")
}
