package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

func (p *program) restoreCommand() *cobra.Command {
	return p.command("restore FILE ID REVISION", p.exactly(3), func(cmd *cobra.Command, args []string) error {
		return withFile(cmd.Context(), args[0], func(f *storage.File) error {
			stored, err := articleByPrefix(cmd, f, args[1])
			if err != nil {
				return err
			}
			_, article, err := articleAt(cmd, f, stored.ID, args[2])
			if err != nil {
				return err
			}
			saved, err := f.SaveArticle(cmd.Context(), stored.ID, article,
				storage.Save{Author: person(), Reason: bulletin.ReasonRestore, Expected: stored.Heads, Settles: true})
			if err != nil {
				return err
			}
			p.say("restore.done", bulletin.Args{"id": stored.ID, "headline": article.Headline, "revision": saved.Revision.Short()})
			return nil
		})
	})
}

// articleAt reads an article as it was in the version that a prefix names.
func articleAt(cmd *cobra.Command, f *storage.File, id bulletin.ID, prefix string) (bulletin.Revision, bulletin.Article, error) {
	var article bulletin.Article
	history, err := f.History(cmd.Context(), id)
	if err != nil {
		return bulletin.Revision{}, article, err
	}
	found, err := revisionByPrefix(history, prefix)
	if err != nil {
		return found, article, err
	}
	if found.Deleted {
		return found, article, bulletin.NewTrouble("revision_is_deletion", bulletin.Args{"revision": found.ID.Short()}, nil)
	}
	if err := bulletin.ReadJSON(found.Document, &article); err != nil {
		return found, article, fmt.Errorf("read version %s of article %s: %w", found.ID.Short(), id, err)
	}
	return found, article, nil
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
