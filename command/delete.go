package command

import (
	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// deleteCommand takes an article or an issue out of the lists. Its history
// stays, so that restore brings it back.
func (p *program) deleteCommand() *cobra.Command {
	return p.command("delete FILE ID", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			s, err := subjectByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			said := bulletin.Args{"id": s.id, "name": p.nameOf(s)}
			if s.document == nil {
				p.say("delete.already", said)
				return nil
			}
			if len(s.conflicts) > 0 {
				return bulletin.NewTrouble("delete_conflict", said, nil)
			}
			if said["revision"], err = lastText(cmd, f, s); err != nil {
				return err
			}
			remove := f.DeleteArticle
			if s.kind == bulletin.SubjectIssue {
				remove = f.DeleteIssue
			}
			if _, err := remove(cmd.Context(), s.id, storage.Save{Author: author(cmd.Context(), f), Expected: s.heads}); err != nil {
				return err
			}
			p.say("delete.done", said)
			return nil
		})
	})
}

// lastText names the version that restoring goes back to.
func lastText(cmd *cobra.Command, f *storage.File, s subject) (string, error) {
	if s.kind == bulletin.SubjectIssue {
		i, err := f.Issue(cmd.Context(), s.id)
		return i.Revision.Short(), err
	}
	a, err := f.Article(cmd.Context(), s.id)
	return a.Revision.Short(), err
}
