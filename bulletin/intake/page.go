package intake

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/webpage"
)

// Read reads the bytes of a file: a page of the web where it is one, else a text.
// It fails as Text does, and with text_of_word or text_of_pdf.
func Read(raw []byte) (Draft, error) {
	if err := documentTrouble(raw); err != nil {
		return Draft{}, err
	}
	text, err := decode(raw)
	if err != nil {
		return Draft{}, err
	}
	if webpage.Looks(text) {
		return Page([]byte(text))
	}
	return Text(raw)
}

// Page reads a page of the web, in HTML and UTF-8, as Text reads what a reporter
// hands in; the emphasis inside its paragraphs stays. What surrounds the story on
// the page is left out, and a finding says so. It fails as Text does.
func Page(raw []byte) (Draft, error) {
	text, err := decode(raw)
	if err != nil {
		return Draft{}, err
	}
	story, left := webpage.Story(text)
	lines := make([]string, len(story))
	for i, p := range story {
		lines[i] = handedIn(p)
	}
	d, err := Text([]byte(strings.Join(lines, "\n\n")))
	if err != nil {
		return Draft{}, err
	}
	emphasise(&d.Article, story)
	if n := len(left); n > 0 {
		d.Findings = append(d.Findings, bulletin.Finding{
			Rule: RulePageLeft, Severity: bulletin.Hint, Where: bulletin.InField("", bulletin.FieldBody),
			Args: bulletin.Args{"n": n, "text": short(left[0])},
		})
	}
	return d, nil
}

// handedIn writes a part of a page as reporters write it, with the marks that
// markup.go reads.
func handedIn(p webpage.Part) string {
	text := p.Plain()
	switch {
	case p.Kind == webpage.Title:
		return "# " + oneLine(text)
	case p.Kind == webpage.Kicker:
		return "Tít dẫn: " + oneLine(text)
	case p.Kind == webpage.Heading:
		return "## " + oneLine(text)
	case p.Kind == webpage.Quote:
		return "> " + strings.ReplaceAll(text, "\n", "\n> ")
	case p.Kind == webpage.Caption && bulletin.CountWords(text)+2 <= captionWords && !isLabelledCaption(newLine(text)):
		return "Chú thích: " + oneLine(text)
	case p.Kind == webpage.Caption:
		return oneLine(text)
	case p.IsBold() && !strings.Contains(text, "\n"):
		return "**" + text + "**"
	}
	return text
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// shortLetters is how much of a line is shown of what was left out.
const shortLetters = 40

func short(s string) string {
	s = oneLine(s)
	if letters := []rune(s); len(letters) > shortLetters {
		return strings.TrimSpace(string(letters[:shortLetters])) + "…"
	}
	return s
}

// emphasise gives the texts of an article that was made of a page the emphasis
// that they have there. What is bold as a whole is so by its kind.
func emphasise(a *bulletin.Article, page []webpage.Part) {
	marked := map[string]string{}
	for _, p := range page {
		if !p.IsBold() {
			marked[p.Plain()] = bulletin.Mark(p.Runs)
		}
	}
	mark := func(text *string) {
		if as, ok := marked[bulletin.Plain(*text)]; ok {
			*text = as
		}
	}
	mark(&a.Standfirst)
	for i := range a.Body {
		mark(&a.Body[i].Text)
	}
	for i := range a.Photos {
		mark(&a.Photos[i].Caption)
	}
}
