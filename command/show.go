package command

import (
	"fmt"
	"strings"
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
	Conflicts []openConflict        `json:"conflicts"`
	NeedsEye  bool                  `json:"needs_eye"`
}

func (p *program) showCommand() *cobra.Command {
	var revision string
	cmd := p.command("show FILE ID", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			id, err := f.ResolveArticle(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			stored, err := f.WholeArticle(cmd.Context(), id)
			if revision != "" && storage.IsUnread(err) { // which then says why that one cannot be read
				stored, err = storage.StoredArticle{Standing: storage.Standing{ID: id}}, nil
			}
			if err == nil && revision != "" {
				err = turnBack(cmd, f, &stored, revision)
			}
			if err != nil {
				return err
			}
			open, err := authored(cmd, f, subject{id: stored.ID, heads: stored.Heads, ours: stored.Revision}, stored.Conflicts)
			if err != nil {
				return err
			}
			document, err := bulletin.CanonicalJSON(stored.Article)
			if err != nil {
				return err
			}
			answer := shown{
				ID: stored.ID, Revision: stored.Revision, Article: stored.Article,
				Words: stored.Article.Words(), CreatedAt: stored.CreatedAt, UpdatedAt: stored.UpdatedAt,
				Author: bulletin.Signed(stored.Author), Heads: stored.Heads, Deleted: stored.Deleted,
				Conflicts: open, NeedsEye: stored.NeedsEye,
			}
			err = p.answer(cmd, answer, func() {
				p.tellHeads(stored)
				p.tellArticle(&stored.Article)
				p.spokenOf(cmd, f, document).tellOpen(open)
			})
			if err != nil {
				return err
			}
			return p.tellHurt(stored.Standing, stored.Article.Headline)
		})
	})
	cmd.Flags().StringVar(&revision, "revision", "", p.words.Say("command.show.flag.revision", nil))
	return p.addJSONFlag(cmd)
}

// turnBack shows an article as it was in an earlier version.
func turnBack(cmd *cobra.Command, f *storage.File, stored *storage.StoredArticle, prefix string) error {
	r, article, err := articleAt(cmd, f, stored.ID, prefix)
	if err != nil {
		return err
	}
	stored.Article, stored.Revision, stored.Author, stored.UpdatedAt = article, r.ID, r.Author, r.Time
	stored.Conflicts, stored.NeedsEye, stored.Hurt, stored.Older = nil, false, false, false
	return nil
}

// tellHeads says to standard error what is odd about an article: that it was
// deleted, or that several versions of it stand side by side.
func (p *program) tellHeads(stored storage.StoredArticle) {
	if stored.Deleted {
		fmt.Fprintln(p.err, p.words.Say("command.show.deleted", nil))
	}
	switch {
	case len(stored.Conflicts) == 0 && stored.NeedsEye:
		fmt.Fprintln(p.err, p.words.Say("command.show.needs_eye", nil))
	case len(stored.Heads) > 1 && !stored.Older:
		names := make([]string, len(stored.Heads))
		for i, head := range stored.Heads {
			names[i] = head.Short()
		}
		fmt.Fprintln(p.err, p.words.Say("command.show.heads", bulletin.Args{"n": len(names), "heads": strings.Join(names, ", ")}))
	}
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
	words := strings.TrimSpace(bulletin.Plain(photo.Caption) + " " + photo.Credit)
	return p.words.Say(key, bulletin.Args{"caption": words})
}

func byline(a *bulletin.Article) string {
	if a.Affiliation == "" {
		return a.Byline
	}
	return a.Byline + " (" + a.Affiliation + ")"
}

// tellOpen lists what is to be chosen in an article.
func (s spoken) tellOpen(conflicts []openConflict) {
	if len(conflicts) > 0 {
		fmt.Fprintln(s.out)
		s.say("show.open", bulletin.Args{"n": len(conflicts)})
		s.tellConflicts(conflicts)
	}
}
