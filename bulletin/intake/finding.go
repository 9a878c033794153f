package intake

import (
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
)

// The rules whose findings a draft can have.
const (
	ruleUnreadable  = "unreadable_character"
	ruleNoPhoto     = "caption_without_photo"
	ruleTwoCaptions = "caption_given_twice"
	ruleNoHeadline  = "headline_missing"
	ruleUnsure      = "standfirst_unsure"

	// RulePageLeft: n lines of a web page were left out as no part of its story.
	RulePageLeft = "page_left_out"
)

// findings lists what a person should look at after the reading.
func findings(a *bulletin.Article) []bulletin.Finding {
	var out []bulletin.Finding
	if a.Headline == "" {
		out = append(out, bulletin.Finding{
			Rule: ruleNoHeadline, Severity: bulletin.Warning, Where: bulletin.InField("", bulletin.FieldHeadline),
		})
	}
	for _, t := range placed(a) {
		if f, ok := unreadable(t); ok {
			out = append(out, f)
		}
	}
	for i := range a.Photos {
		p := &a.Photos[i]
		where := bulletin.InField("", bulletin.FieldCaption)
		where.Photo = p.ID
		out = append(out, bulletin.Finding{
			Rule: ruleNoPhoto, Severity: bulletin.Hint, Where: where, Args: bulletin.Args{"caption": bulletin.Plain(p.Caption)},
		})
	}
	return out
}

// placedText is a text of the article and where it stands.
type placedText struct {
	where bulletin.Place
	text  string // plain
}

// placed lists the texts of an article with their places.
func placed(a *bulletin.Article) []placedText {
	var out []placedText
	field := func(f bulletin.Field, text string) {
		out = append(out, placedText{bulletin.InField("", f), text})
	}
	field(bulletin.FieldThemeBanner, a.ThemeBanner)
	field(bulletin.FieldKicker, a.Kicker)
	field(bulletin.FieldHeadline, a.Headline)
	field(bulletin.FieldDeck, a.Deck)
	field(bulletin.FieldStandfirst, bulletin.Plain(a.Standfirst))
	for i, b := range a.Body {
		out = append(out, placedText{bulletin.InBlock("", i), bulletin.Plain(b.Text)})
	}
	for _, p := range a.Photos {
		field(bulletin.FieldCaption, bulletin.Plain(p.Caption))
		out[len(out)-1].where.Photo = p.ID
		field(bulletin.FieldCredit, p.Credit)
		out[len(out)-1].where.Photo = p.ID
	}
	field(bulletin.FieldByline, a.Byline)
	field(bulletin.FieldAffiliation, a.Affiliation)
	field(bulletin.FieldDateline, a.Dateline)
	return out
}

// unreadable finds the characters that could not be read, and points at the
// first one.
func unreadable(t placedText) (bulletin.Finding, bool) {
	at := strings.IndexRune(t.text, '\uFFFD')
	if at < 0 {
		return bulletin.Finding{}, false
	}
	t.where.Offset, t.where.Length = utf8.RuneCountInString(t.text[:at]), 1
	return bulletin.Finding{
		Rule: ruleUnreadable, Severity: bulletin.Warning, Where: t.where,
		Args: bulletin.Args{"n": strings.Count(t.text, "\uFFFD")},
	}, true
}
