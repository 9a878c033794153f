package manuscript

import "bantin/bulletin/webpage"

// readHTML makes blocks of HTML, nil when s is none.
func readHTML(s string) Clip {
	if !webpage.Looks(s) {
		return nil
	}
	return ReadPage(s)
}

// pageKinds are the kinds that parts of a page have in the body of a sheet.
var pageKinds = map[webpage.Kind]Kind{webpage.Title: Crosshead, webpage.Heading: Crosshead, webpage.Quote: Quote, webpage.Text: Paragraph, webpage.Caption: Paragraph}

// ReadPage makes blocks of a text that is known to be HTML, nil where nothing is
// to be read on it.
func ReadPage(s string) (c Clip) {
	for _, p := range webpage.Piece(s) {
		b := newBlock(pageKinds[p.Kind], "")
		for _, r := range p.Runs {
			b.add(r)
		}
		c = append(c, b)
	}
	return c
}
