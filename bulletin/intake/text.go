// Package intake reads what reporters hand in as an article. It cleans the
// text (decode.go, line.go, wrap.go), then recognises the parts of a story by
// small rules, one file a concern, and keeps every word: what no rule claims
// is a paragraph of the body.
//
// The order of the rules: what stands below the story first (byline.go,
// dateline.go), then what stands above it (head.go, banner.go, kicker.go),
// then the body (body.go, caption.go, crosshead.go, verse.go, question.go)
// and the standfirst in front of it (standfirst.go).
package intake

import (
	"strings"

	"bantin/bulletin"
)

// Draft is a text read as an article, with what the reading noticed. Each
// caption has become a photo "p1", "p2", … without picture (an empty frame)
// at its place in the body.
type Draft struct {
	Article  bulletin.Article
	Findings []bulletin.Finding

	// PhotoCredit is who took all photos, when the text says so for all at
	// once ("Bài và ảnh: Mai Thắm"). Bind gives it to photos without credit.
	PhotoCredit string
}

// Text reads the bytes of a .txt file in UTF-8, with or without BOM. It fails
// with the troubles text_empty, text_binary, text_utf16, text_utf32, text_not_utf8 and
// text_too_large. The article's genre is a guess, its status is Draft.
func Text(raw []byte) (Draft, error) {
	text, err := decode(raw)
	if err != nil {
		return Draft{}, err
	}
	lines := unwrap(splitLines(text))
	if len(lines) == 0 {
		return Draft{}, bulletin.NewTrouble("text_empty", nil, nil)
	}
	markVerse(lines)
	r := reader{lines: lines, spaced: spaced(lines), sloppyStops: sloppyStops(lines)}
	r.takeSignature()
	r.takeLetterhead()
	r.takeHead()
	r.readBody()
	r.article.Note = strings.TrimSpace(strings.Join(r.notes, "\n"))
	r.article.Genre = r.genre()
	r.article.Normalize()
	d := Draft{Article: r.article, PhotoCredit: r.photoCredit}
	d.creditPhotos()
	d.Findings = append(r.findings, findings(&d.Article)...)
	return d, nil
}

// reader is a text on its way to an article: the lines that no part has
// claimed yet, and the parts found so far.
type reader struct {
	lines       []line
	article     bulletin.Article
	notes       []string // lines for the editor's eye only
	photoCredit string
	creditAlone bool        // photoCredit stood on a line of its own
	label       bylineLabel // what the byline called itself
	questions   int
	verses      int  // lines of verse
	stanzas     int  // blocks of verse
	spaced      bool // blank lines part at least some of the lines
	sloppyStops bool // the writer does not end paragraphs with full stops
	crossheads  bool // some line is a crosshead by its shape
	findings    []bulletin.Finding
}

// take removes and gives the first n lines.
func (r *reader) take(n int) []line {
	taken := r.lines[:n]
	r.lines = r.lines[n:]
	return taken
}
