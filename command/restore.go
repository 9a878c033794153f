package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

func (p *program) restoreCommand() *cobra.Command {
	cmd := p.command("restore FILE ID REVISION", p.exactly(3), func(cmd *cobra.Command, args []string) error {
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			s, err := subjectByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			if settles, _ := cmd.Flags().GetBool("settle"); len(s.conflicts) > 0 && !settles {
				return bulletin.NewTrouble("restore_conflict", bulletin.Args{"name": p.nameOf(s), "n": len(s.conflicts)}, nil)
			}
			if s.kind == bulletin.SubjectIssue {
				return p.restoreIssue(cmd, f, s, args[2])
			}
			return p.restoreArticle(cmd, f, s, args[2])
		})
	})
	cmd.Flags().Bool("settle", false, p.words.Say("command.restore.flag.settle", nil))
	return cmd
}

// restoring is a save that goes back to an earlier version, whatever versions
// stand side by side now.
func restoring(s subject) storage.Save {
	return storage.Save{Author: person(), Reason: bulletin.ReasonRestore, Expected: s.heads, Settles: true}
}

func (p *program) restoreArticle(cmd *cobra.Command, f *storage.File, s subject, prefix string) error {
	_, article, err := articleAt(cmd, f, s.id, prefix)
	if err != nil {
		return err
	}
	saved, err := f.SaveArticle(cmd.Context(), s.id, article, restoring(s))
	if err != nil {
		return err
	}
	p.say("restore.done", bulletin.Args{"id": s.id, "headline": article.Headline, "revision": saved.Revision.Short()})
	p.tellSettledBy(cmd, f, s)
	return nil
}

func (p *program) restoreIssue(cmd *cobra.Command, f *storage.File, s subject, prefix string) error {
	found, err := textAt(cmd, f, s.id, prefix)
	if err != nil {
		return err
	}
	var issue bulletin.Issue
	if err := bulletin.ReadJSON(found.Document, &issue); err != nil {
		return fmt.Errorf("read version %s of issue %s: %w", found.ID.Short(), s.id, err)
	}
	saved, err := f.SaveIssue(cmd.Context(), s.id, issue, restoring(s))
	if err != nil {
		return err
	}
	p.say("restore.issue_done", bulletin.Args{"id": s.id, "name": issue.Name, "number": issue.Number, "revision": saved.Revision.Short()})
	p.tellSettledBy(cmd, f, s)
	return nil
}

// tellSettledBy says which choices were still to be made when restoring made
// them, as it was told to: none of the sides is in the text unless the earlier
// version had it.
func (p *program) tellSettledBy(cmd *cobra.Command, f *storage.File, s subject) {
	if len(s.conflicts) > 0 {
		p.say("restore.settled", bulletin.Args{"n": len(s.conflicts)})
		p.spokenOf(cmd, f, s.document).tellConflicts(s.conflicts)
	}
}

// articleAt reads an article as it was in the version that a prefix names.
func articleAt(cmd *cobra.Command, f *storage.File, id bulletin.ID, prefix string) (bulletin.Revision, bulletin.Article, error) {
	var article bulletin.Article
	found, err := textAt(cmd, f, id, prefix)
	if err != nil {
		return found, article, err
	}
	if err := bulletin.ReadJSON(found.Document, &article); err != nil {
		return found, article, fmt.Errorf("read version %s of article %s: %w", found.ID.Short(), id, err)
	}
	return found, article, nil
}

// textAt finds the version that a prefix names; a deletion has no text.
func textAt(cmd *cobra.Command, f *storage.File, id bulletin.ID, prefix string) (bulletin.Revision, error) {
	history, err := f.History(cmd.Context(), id)
	if err != nil {
		return bulletin.Revision{}, err
	}
	found, err := revisionByPrefix(history, prefix)
	if err == nil && found.Deleted {
		err = bulletin.NewTrouble("revision_is_deletion", bulletin.Args{"revision": found.ID.Short()}, nil)
	}
	if err == nil && found.Document == nil {
		return f.Revision(cmd.Context(), found.ID) // which says what is damaged
	}
	return found, err
}

func revisionByPrefix(history []bulletin.Revision, prefix string) (bulletin.Revision, error) {
	var found []bulletin.Revision
	for _, r := range history {
		if strings.HasPrefix(string(r.ID), strings.ToLower(prefix)) {
			found = append(found, r)
		}
	}
	args := bulletin.Args{"revision": prefix, "n": len(found)}
	switch {
	case len(found) == 0 || prefix == "":
		return bulletin.Revision{}, bulletin.NewTrouble("revision_unknown", args, nil)
	case len(found) > 1:
		return bulletin.Revision{}, bulletin.NewTrouble("revision_ambiguous", args, nil)
	}
	return found[0], nil
}
