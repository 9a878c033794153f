package command

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// shown is what show --json says: every field of the article and the facts
// about it. edit takes the same form back.
type shown struct {
	ID       bulletin.ID         `json:"id"`
	Revision bulletin.RevisionID `json:"revision"`
	bulletin.Article
	Words     int                   `json:"words"`
	CreatedAt time.Time             `json:"created_at"`
	UpdatedAt time.Time             `json:"updated_at"`
	Author    string                `json:"author"`
	Heads     []bulletin.RevisionID `json:"heads"`
	Deleted   bool                  `json:"deleted"`
}

func (p *program) showCommand() *cobra.Command {
	cmd := p.command("show FILE ID", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			stored, err := articleByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			answer := shown{
				ID: stored.ID, Revision: stored.Revision, Article: stored.Article,
				Words: stored.Article.Words(), CreatedAt: stored.CreatedAt, UpdatedAt: stored.UpdatedAt,
				Author: stored.Author, Heads: stored.Heads, Deleted: stored.Deleted,
			}
			return p.answer(cmd, answer, func() { p.tellArticle(&stored.Article) })
		})
	})
	return p.addJSONFlag(cmd)
}

func articleByPrefix(cmd *cobra.Command, f *storage.File, prefix string) (storage.StoredArticle, error) {
	id, err := f.ResolveArticle(cmd.Context(), prefix)
	if err != nil {
		return storage.StoredArticle{}, err
	}
	return f.Article(cmd.Context(), id)
}

// tellArticle prints the article as it reads, one field a paragraph.
func (p *program) tellArticle(a *bulletin.Article) {
	lines := []string{a.ThemeBanner, a.Kicker, a.Headline, a.Deck, bulletin.Plain(a.Standfirst)}
	for _, b := range a.Body {
		if b.Kind == bulletin.PhotoAnchor {
			lines = append(lines, p.photoLine(a.PhotoByID(b.Photo)))
			continue
		}
		lines = append(lines, bulletin.Plain(b.Text))
	}
	lines = append(lines, byline(a))
	first := true
	for _, line := range lines {
		if line == "" {
			continue
		}
		if !first {
			fmt.Fprintln(p.out)
		}
		first = false
		fmt.Fprintln(p.out, line)
	}
}

func (p *program) photoLine(photo *bulletin.Photo) string {
	if photo == nil {
		return ""
	}
	key := "command.show.photo"
	if photo.IsEmptyFrame() {
		key = "command.show.empty_frame"
	}
	return p.words.Say(key, bulletin.Args{"caption": bulletin.Plain(photo.Caption), "credit": photo.Credit})
}

func byline(a *bulletin.Article) string {
	if a.Affiliation == "" {
		return a.Byline
	}
	return a.Byline + " (" + a.Affiliation + ")"
}
