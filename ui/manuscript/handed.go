package manuscript

import (
	"slices"
	"strings"

	"bantin/bulletin"
)

// HandedIn is a text from outside as reporters hand texts in, one line a
// paragraph: HTML with the marks that such texts have ("# " for a title, "## "
// for a crosshead, "> " for a quote, ** ** around a line in bold), anything else
// as it is. Its blocks, which carry the emphasis of their letters, are those of
// HTML alone.
func HandedIn(s string) (string, Clip) {
	if !looksHTML.MatchString(s) {
		return s, nil
	}
	return HandedInPage(s)
}

// HandedInPage is HandedIn of a text that is known to be HTML.
func HandedInPage(html string) (string, Clip) {
	c := readBlocks(html)
	written := make([]string, len(c))
	for i, b := range c {
		written[i] = handedIn(b)
	}
	return strings.Join(written, "\n\n"), c
}

func handedIn(b *Block) string {
	text := b.String()
	switch {
	case b.Kind == Headline:
		return "# " + oneLine(text)
	case b.Kind == Crosshead:
		return "## " + oneLine(text)
	case b.Kind == Quote:
		return "> " + strings.ReplaceAll(text, "\n", "\n> ")
	case b.isAll(Bold) && !strings.Contains(text, "\n"):
		return "**" + text + "**"
	}
	return text
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// isAll reports whether every letter of a block has a style.
func (b *Block) isAll(s Style) bool {
	return !slices.ContainsFunc(b.styles, func(t Style) bool { return t&s == 0 })
}

// Emphasise gives the texts of an article that was made of a piece the emphasis
// that they have there. What is bold as a whole is so by its kind.
func (c Clip) Emphasise(a *bulletin.Article) {
	marked := map[string]string{}
	for _, b := range c {
		if !b.isAll(Bold) {
			marked[b.String()] = b.with(Paragraph).Marked()
		}
	}
	emphasise := func(text *string) {
		if as, ok := marked[bulletin.Plain(*text)]; ok {
			*text = as
		}
	}
	emphasise(&a.Standfirst)
	for i := range a.Body {
		emphasise(&a.Body[i].Text)
	}
	for i := range a.Photos {
		emphasise(&a.Photos[i].Caption)
	}
}
