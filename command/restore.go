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
			if storage.IsUnread(err) {
				s, err = unread(cmd, f, args[1])
			}
			if err != nil {
				return err
			}
			found, err := textAt(cmd, f, s.id, args[2])
			if err != nil {
				return err
			}
			settles, _ := cmd.Flags().GetBool("settle")
			restored, err := f.Restore(cmd.Context(), s.kind, s.id, found.ID, storage.Save{Author: author(cmd.Context(), f), Expected: s.heads, Settles: settles})
			if err != nil {
				return err
			}
			return p.tellRestored(cmd, f, s, restored)
		})
	})
	cmd.Flags().Bool("settle", false, p.words.Say("command.restore.flag.settle", nil))
	return p.addJSONFlag(cmd)
}

func (p *program) tellRestored(cmd *cobra.Command, f *storage.File, before subject, restored storage.Restored) error {
	now, err := subjectByPrefix(cmd, f, string(before.id))
	if err != nil {
		return err
	}
	key := "restore.done"
	if now.kind == bulletin.SubjectIssue {
		key = "restore.issue_done"
	}
	return p.answer(cmd, standing{now.id, now.kind, restored.Revision, false}, func() {
		p.say(key, bulletin.Args{"id": now.id, "name": p.nameOf(now), "revision": restored.Revision.Short()})
		p.tellSettledBy(cmd, f, before)
	})
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
