package manuscript

import "bantin/bulletin"

// Kind is what a block of the sheet is.
type Kind uint8

// The kinds, in the order in which they stand on the sheet. Those of the head
// and of the foot are there once and always; those of the body come as often
// as they are written.
const (
	Banner Kind = iota
	Kicker
	Headline
	Deck
	Standfirst
	Dateline

	Paragraph
	Crosshead
	Quote
	Figure  // a photo; it has no text, its words are the three blocks behind it
	Caption // of the Figure before it
	Credit
	AltText
	Echo // a further place of a photo that stands above, or of one that is missing

	Byline
	Affiliation
)

// kind is what is known of a Kind.
type kind struct {
	name   string // as the article's JSON calls the field, or the block's kind
	rich   bool   // may carry emphasis
	broken bool   // may have line breaks
	read   bool   // counts among the article's words
}

var kinds = [...]kind{
	Banner:      {name: "theme_banner"},
	Kicker:      {name: "kicker", read: true},
	Headline:    {name: "headline", read: true},
	Deck:        {name: "deck", read: true},
	Standfirst:  {name: "standfirst", rich: true, broken: true, read: true},
	Dateline:    {name: "dateline"},
	Paragraph:   {name: "paragraph", rich: true, broken: true, read: true},
	Crosshead:   {name: "crosshead", rich: true, broken: true, read: true},
	Quote:       {name: "quote", rich: true, broken: true, read: true},
	Figure:      {name: "photo"},
	Caption:     {name: "caption", rich: true, broken: true, read: true},
	Credit:      {name: "credit"},
	AltText:     {name: "alt_text"},
	Echo:        {name: "echo"},
	Byline:      {name: "byline"},
	Affiliation: {name: "affiliation"},
}

// Kinds lists every kind in its order.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i := range all {
		all[i] = Kind(i)
	}
	return all
}

// String names the kind as the article's JSON does.
func (k Kind) String() string { return kinds[k].name }

// Rich reports whether text of this kind may be bold or italic.
func (k Kind) Rich() bool { return kinds[k].rich }

// Breaks reports whether text of this kind may have line breaks.
func (k Kind) Breaks() bool { return kinds[k].broken }

// IsText reports whether k is running text of the body, of which there may be
// any number and which may become another such kind.
func (k Kind) IsText() bool { return k >= Paragraph && k <= Quote }

// IsBody reports whether blocks of this kind stand between head and foot.
func (k Kind) IsBody() bool { return k >= Paragraph && k <= Echo }

// IsObject reports whether the block is a thing to select rather than text.
func (k Kind) IsObject() bool { return k == Figure || k == Echo }

// OfPhoto reports whether the block holds words of a photo.
func (k Kind) OfPhoto() bool { return k >= Caption && k <= AltText }

// Field is the article's field that the kind belongs to; "" for the text that
// describes a photo to those who cannot see it, which findings do not name.
func (k Kind) Field() bulletin.Field {
	switch {
	case k == AltText:
		return ""
	case k == Caption || k == Credit:
		return bulletin.Field(k.String())
	case k.IsBody():
		return bulletin.FieldBody
	}
	return bulletin.Field(k.String())
}

// blockKinds are the kinds of the article's own blocks.
var blockKinds = map[bulletin.BlockKind]Kind{
	bulletin.Paragraph: Paragraph, bulletin.Crosshead: Crosshead, bulletin.Quote: Quote,
}
