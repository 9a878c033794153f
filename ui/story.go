package ui

import (
	"strings"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/intake"
)

// readStory reads text that is pasted on a blank sheet as one that a reporter
// hands in. Only what has a headline and something below it is a whole story;
// story is nil for anything else.
func (w *window) readStory(pasted string, isPage bool) (story *bulletin.Article, taken func(plain func())) {
	draft, ok := draftOf(pasted, isPage)
	if !ok {
		return nil, nil
	}
	w.read()
	was := w.writing.article.Clone()
	a := filled(was.Clone(), draft.Article)
	return &a, func(plain func()) {
		w.setFacts(a)
		w.sheet.Manuscript().Along(func() { w.setFacts(was) }, func() { w.setFacts(a) })
		parts := strings.Join(partsOf(&draft.Article, w.say), ", ")
		said := w.say.Say("desk.story.taken", bulletin.Args{"parts": parts})
		if left := leftOut(draft.Findings); left != nil {
			said += " " + w.say.Say("desk.story.left_out", left)
		}
		w.notices.SayOfEdit(said, w.say.Say("desk.story.plain", nil), plain)
	}
}

func draftOf(pasted string, isPage bool) (intake.Draft, bool) {
	read := intake.Read
	if isPage {
		read = intake.Page
	}
	draft, err := read([]byte(pasted))
	if err != nil { // it is pasted as it is, then
		return intake.Draft{}, false
	}
	a := &draft.Article
	return draft, a.Headline != "" && (a.Standfirst != "" || len(a.Body) > 0)
}

// leftOut is what was left out of a web page, nil where nothing was.
func leftOut(findings []bulletin.Finding) bulletin.Args {
	for _, f := range findings {
		if f.Rule == intake.RulePageLeft {
			return f.Args
		}
	}
	return nil
}

// filled is a blank article with what a text says. Where that is silent, what
// the office has in every article stays.
func filled(a, text bulletin.Article) bulletin.Article {
	a.Genre = text.Genre
	a.Kicker, a.Headline, a.Deck, a.Standfirst = text.Kicker, text.Headline, text.Deck, text.Standfirst
	a.Body, a.Photos = text.Body, text.Photos
	for _, f := range []struct {
		has  *string
		said string
	}{
		{&a.ThemeBanner, text.ThemeBanner},
		{&a.Section, text.Section},
		{&a.Byline, text.Byline},
		{&a.Affiliation, text.Affiliation},
		{&a.Dateline, text.Dateline},
		{&a.Note, text.Note},
	} {
		if f.said != "" {
			*f.has = f.said
		}
	}
	return a
}

// setFacts shows facts that came or went with a step on the sheet.
func (w *window) setFacts(a bulletin.Article) { w.facts.Show(a, w.readOnly()) }

// partsOf names what was recognised in a text, in the order of the sheet.
func partsOf(a *bulletin.Article, say *translations.Catalogue) (names []string) {
	part := func(key string, n int) {
		if n > 0 {
			names = append(names, say.Say("desk.story."+key, bulletin.Args{"n": n}))
		}
	}
	field := func(key, text string) { part(key, len(text)) }
	paragraphs := 0
	for _, b := range a.Body {
		if b.Kind != bulletin.PhotoAnchor {
			paragraphs++
		}
	}
	field("banner", a.ThemeBanner)
	field("section", a.Section)
	field("kicker", a.Kicker)
	field("headline", a.Headline)
	field("deck", a.Deck)
	field("standfirst", a.Standfirst)
	part("paragraphs", paragraphs)
	part("captions", len(a.Photos))
	field("byline", a.Byline)
	field("dateline", a.Dateline)
	field("note", a.Note)
	return names
}
