package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// standing is how an article or an issue stands after delete, restore or settle,
// as they say it with --json: revision is its newest version.
type standing struct {
	ID       bulletin.ID          `json:"id"`
	Kind     bulletin.SubjectKind `json:"kind"`
	Revision bulletin.RevisionID  `json:"revision"`
	Deleted  bool                 `json:"deleted"`
}

// deleteCommand takes an article or an issue out of the lists. Its history
// stays, so that restore brings it back.
func (p *program) deleteCommand() *cobra.Command {
	return p.addJSONFlag(p.command("delete FILE ID", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			s, err := subjectByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			said := bulletin.Args{"id": s.id, "name": p.nameOf(s)}
			if s.document == nil {
				return p.answer(cmd, standing{s.id, s.kind, s.heads[0], true}, func() { p.say("delete.already", said) })
			}
			if len(s.conflicts) > 0 {
				return bulletin.NewTrouble("delete_conflict", said, nil)
			}
			last, err := lastText(cmd, f, s)
			if err != nil {
				return err
			}
			remove := f.DeleteArticle
			if s.kind == bulletin.SubjectIssue {
				remove = f.DeleteIssue
			}
			saved, err := remove(cmd.Context(), s.id, storage.Save{Author: author(cmd.Context(), f), Expected: s.heads})
			if err != nil {
				return err
			}
			said["revision"] = last.Short()
			return p.answer(cmd, standing{s.id, s.kind, saved.Revision, true}, func() { p.say("delete.done", said) })
		})
	}))
}

// lastText names the version that restoring goes back to.
func lastText(cmd *cobra.Command, f *storage.File, s subject) (bulletin.RevisionID, error) {
	if s.kind == bulletin.SubjectIssue {
		i, err := f.Issue(cmd.Context(), s.id)
		return i.Revision, err
	}
	a, err := f.Article(cmd.Context(), s.id)
	return a.Revision, err
}
