package intake

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// A photo may come with a caption of its own although the text has one for the
// same frame. None of the words is dropped:
//
//   - where one caption holds the other, the longer one stands;
//   - otherwise the text's stands first and the given one behind it, and a
//     finding says so.

// readCaption reads a caption as somebody typed it: marked text and credit.
func readCaption(given string) (caption, credit string) {
	given = viet.TidySpaces(viet.Legible(viet.Normalize(given)))
	if given == "" {
		return "", ""
	}
	caption, credit = splitCaption(given)
	return emphasised(caption), credit
}

// caption gives a photo the caption that came with it.
func (d *Draft) caption(p *bulletin.Photo, given string) {
	caption, credit := readCaption(given)
	d.credit(p, credit)
	switch known := p.Caption; {
	case caption == "" || holds(known, caption):
	case holds(caption, known):
		p.Caption = caption
	default:
		p.Caption = asSentence(known) + " " + caption
		where := bulletin.InField("", bulletin.FieldCaption)
		where.Photo = p.ID
		d.Findings = append(d.Findings, bulletin.Finding{
			Rule: ruleTwoCaptions, Severity: bulletin.Warning, Where: where,
			Args: bulletin.Args{"caption": bulletin.Plain(known), "given": bulletin.Plain(caption)},
		})
	}
}

// credit adds a credit to a photo's own. One that stands there because the
// byline took all photos gives way: the byline still names its bearer.
func (d *Draft) credit(p *bulletin.Photo, given string) {
	everyPhotos := p.Credit == d.PhotoCredit && strings.Contains(d.Article.Byline, p.Credit)
	switch {
	case given == "" || holds(p.Credit, given):
	case everyPhotos || holds(given, p.Credit):
		p.Credit = given
	default:
		p.Credit += ", " + given
	}
}

func sameCaption(a, b string) bool { return bare(a) == bare(b) }

// holds reports that text a has all of b, as whole words one after the other.
func holds(a, b string) bool {
	return strings.Contains(" "+bare(a)+" ", " "+bare(b)+" ") || bare(b) == ""
}

// bare is a text without what makes no difference between captions.
func bare(marked string) string {
	return strings.TrimRight(strings.ToLower(bulletin.Plain(marked)), ". …")
}

// asSentence ends a text as a sentence.
func asSentence(marked string) string {
	if newLine(bulletin.Plain(marked)).endsSentence() {
		return marked
	}
	return marked + "."
}
