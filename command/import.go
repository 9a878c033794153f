package command

import (
	"cmp"
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/storage"
)

// imported is what import --json says of each article.
type imported struct {
	ID       bulletin.ID        `json:"id"`
	Input    string             `json:"input"`
	Headline string             `json:"headline"`
	Words    int                `json:"words"`
	Photos   int                `json:"photos"` // pictures; empty frames are not counted
	Findings []bulletin.Finding `json:"findings"`
}

func (p *program) importCommand() *cobra.Command {
	var photos []string
	cmd := p.command("import FILE INPUT...", p.atLeast(2), func(cmd *cobra.Command, args []string) error {
		inputs := args[1:]
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			done, err := p.importAll(cmd.Context(), f, inputs, photos)
			if err != nil && len(done) == 0 {
				return err
			}
			// Those before an error are in the file, and nobody shall import them twice.
			return cmp.Or(err, p.answer(cmd, map[string]any{"articles": done}, func() { p.tellImported(done) }))
		})
	})
	cmd.Flags().StringArrayVar(&photos, "photo", nil, p.words.Say("command.import.flag.photo", nil))
	return p.addJSONFlag(cmd)
}

func (p *program) tellImported(done []imported) {
	for _, a := range done {
		p.say("import.done", bulletin.Args{"id": a.ID, "headline": short(a.Headline), "words": a.Words, "photos": a.Photos})
		p.tellFindings(a.Findings)
	}
}

// importAll takes the inputs in, with the pictures of --photo PATH[=CAPTION].
func (p *program) importAll(ctx context.Context, f *storage.File, inputs, photoArgs []string) ([]imported, error) {
	delivery := reception.Delivery{Texts: inputs}
	for _, arg := range photoArgs {
		path, caption := splitPhoto(arg)
		delivery.Photos = append(delivery.Photos, reception.Photo{Path: path, Caption: caption})
	}
	show, end := p.progress("photos")
	received, err := reception.TakeIn(ctx, f, delivery, author(ctx, f), show)
	end()
	done := make([]imported, len(received))
	for i, r := range received {
		done[i] = imported{r.ID, r.Input, r.Article.Headline, r.Article.Words(), pictures(r.Article), r.Findings}
	}
	return done, err
}

// splitPhoto splits PATH=CAPTION; a file whose own name has "=" in it is taken
// whole.
func splitPhoto(arg string) (path, caption string) {
	if _, err := os.Stat(arg); err == nil {
		return arg, ""
	}
	path, caption, _ = strings.Cut(arg, "=")
	return path, caption
}

// pictures counts the photos that have their picture.
func pictures(a bulletin.Article) int {
	n := 0
	for i := range a.Photos {
		if !a.Photos[i].IsEmptyFrame() {
			n++
		}
	}
	return n
}

// notNil gives JSON an empty list instead of null.
func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
