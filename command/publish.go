package command

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/internal/place"
	"bantin/newsroom"
	"bantin/storage"
)

// published is what publish --json says.
type published struct {
	File  string     `json:"file"` // that is there now
	Place place.Kind `json:"place"`
	received
	Left []refusal `json:"left"`
	Kept bool      `json:"kept"` // the target stays as it was, and file lies beside it
}

func (p *program) publishCommand() *cobra.Command {
	cmd := p.command("publish FILE TARGET", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			show, end := p.progress("newsroom")
			target := targetIn(args[1], args[0])
			r, err := newsroom.PutBack(cmd.Context(), f, target, show)
			end()
			if err != nil {
				return err
			}
			return p.answerPublished(cmd, f, target, r)
		})
	})
	return p.addJSONFlag(cmd)
}

// targetIn is the file that publishing goes to: in a folder, the one named like
// the file that is published.
func targetIn(target, file string) string {
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		return filepath.Join(target, filepath.Base(file))
	}
	return target
}

func (p *program) answerPublished(cmd *cobra.Command, f *storage.File, target string, r newsroom.Returned) error {
	came, err := p.receivedOf(cmd, f, r.Received)
	if err != nil {
		return err
	}
	kind, _ := place.Of(r.File)
	answer := published{r.File, kind, came, p.refusals(r.Left), r.Kept}
	err = p.answer(cmd, answer, func() {
		if answer.NewRevisions+answer.NewPhotos > 0 {
			p.tellCame(answer.NewArticles, answer.NewIssues, answer.NewRevisions, answer.NewPhotos)
		}
		p.tellMended(answer.Mended)
		p.tellCameStyles(answer.NewStyles)
		switch {
		case r.Kept:
			p.say("publish.kept", bulletin.Args{"file": target, "beside": answer.File})
		case len(answer.Left) > 0:
			p.say("publish.some", bulletin.Args{"file": answer.File})
		default:
			p.say("publish.done", bulletin.Args{"file": answer.File})
		}
		p.tellRefused(append(answer.Refused, answer.Left...))
	})
	if err == nil && (r.Kept || len(answer.Conflicts)+len(answer.Refused)+len(answer.Left) > 0) {
		return errTroubleFound
	}
	return err
}
