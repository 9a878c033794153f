package intake

import (
	"slices"

	"bantin/bulletin"
)

// readBody reads what is left between head and signature. Every line becomes
// one block; what no rule claims is a paragraph.
func (r *reader) readBody() {
	standfirst, unsure := r.standfirstAt()
	r.crossheads = r.hasShapedCrosshead()
	for i := 0; i < len(r.lines); {
		if i == standfirst {
			r.article.Standfirst = standfirstText(r.lines[i])
			i++
			continue
		}
		if i == unsure {
			r.standfirstUnsure()
		}
		i += r.readBlock(i)
	}
	if r.creditAlone && !r.hasFrameToCredit() {
		r.addFrame(bulletin.Photo{Credit: r.photoCredit}) // the text speaks of a photo
	}
}

// readBlock reads the block that begins at line i and gives the number of its
// lines. The order of its cases is the order in which the rules are asked.
func (r *reader) readBlock(i int) int {
	l := r.lines[i]
	switch {
	case l.markup == quoteMarkup:
		r.addText(bulletin.Quote, emphasised(l.text))
	case r.isVerseAt(i):
		return r.addVerse(i)
	case isQuestion(l):
		r.addQuestion(l)
	case r.isCaptionAt(i):
		r.addCaption(l)
	case r.isCrossheadAt(i):
		r.addText(bulletin.Crosshead, emphasised(l.text))
	case l.markup == strongMarkup:
		r.addText(bulletin.Paragraph, bold(l.text))
	default:
		r.addText(bulletin.Paragraph, emphasised(l.text))
	}
	return 1
}

func (r *reader) addText(kind bulletin.BlockKind, text string) {
	r.article.Body = append(r.article.Body, bulletin.Block{Kind: kind, Text: text})
}

// hasFrameToCredit reports a photo of which nobody said who took it.
func (r *reader) hasFrameToCredit() bool {
	return slices.ContainsFunc(r.article.Photos, func(p bulletin.Photo) bool { return p.Credit == "" })
}
