package command

import (
	"github.com/spf13/cobra"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
)

// spoken says what differs between versions of an article or an issue.
type spoken struct {
	*program
	wording translations.Wording
}

// spokenOf is how to speak of the versions of an article or issue.
func (p *program) spokenOf(cmd *cobra.Command, f *storage.File, documents ...[]byte) spoken {
	var versions []bulletin.Article
	for _, document := range documents {
		var a bulletin.Article
		if bulletin.ReadJSON(document, &a) == nil {
			versions = append(versions, a)
		}
	}
	w := p.words.WordingOf(versions...)
	w.Headline = func(id string) string {
		a, err := f.Article(cmd.Context(), bulletin.ID(id))
		if err != nil {
			return p.words.Say("command.story_gone", nil)
		}
		return p.nameOf(subject{name: bulletin.Plain(a.Article.Headline)})
	}
	w.Picture = func(sha256 string) string {
		info, err := f.Photo(cmd.Context(), sha256)
		if err != nil {
			return p.words.Say("command.photo_gone", nil)
		}
		return info.Name
	}
	return spoken{p, w}
}
