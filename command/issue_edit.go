package command

import (
	"encoding/json"
	"slices"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// issueEdit changes an issue's fields, its story list and the wishes in it.
func (p *program) issueEdit() *cobra.Command {
	var source string
	cmd := p.sub("edit FILE ID --json SOURCE", 2, func(cmd *cobra.Command, args []string) error {
		raw, err := p.readSource(source)
		if err != nil {
			return err
		}
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			id, err := f.ResolveIssue(cmd.Context(), args[1])
			if err != nil {
				return err
			}
			stored, err := f.Issue(cmd.Context(), id)
			if err != nil {
				return err
			}
			return p.replaceIssue(cmd, f, stored, raw)
		})
	})
	cmd.Flags().StringVar(&source, "json", "-", p.words.Say("command.issue_edit.flag.json", nil))
	return cmd
}

// replaceIssue saves the fields that raw gives over those of the issue as its
// writer had it, which "revision" and "heads" in raw say as for an article.
// Conflicts that raw says nothing of stay open.
func (p *program) replaceIssue(cmd *cobra.Command, f *storage.File, stored storage.StoredIssue, raw []byte) error {
	var from origin
	if err := json.Unmarshal(raw, &from); err != nil {
		return jsonTrouble(err)
	}
	if from.ID != "" && from.ID != stored.ID {
		return bulletin.NewTrouble("edit_other_issue", bulletin.Args{"id": stored.ID, "other": from.ID}, nil)
	}
	expected, settles := from.versions(stored.Heads)
	given := shownIssue{Issue: stored.Issue}
	if !slices.Equal(expected, stored.Heads) {
		var err error
		if given.Issue, err = f.IssueSeen(cmd.Context(), stored.ID, expected); err != nil {
			return err
		}
	}
	if err := readIssueEdit(raw, &given); err != nil {
		return err
	}
	if err := settleSlots(cmd, f, &given.Issue, stored.Issue.Style); err != nil {
		return err
	}
	saved, err := f.SaveIssue(cmd.Context(), stored.ID, given.Issue,
		storage.Save{Author: author(cmd.Context(), f), Reason: bulletin.ReasonSave, Expected: expected, Settles: settles})
	if err != nil {
		return err
	}
	return p.tellSaved("issue_edit", stored.ID, saved, slices.Equal(expected, stored.Heads))
}

// readIssueEdit reads the JSON of an issue over the fields that it had. Lists
// are replaced whole, never mixed with the old ones.
func readIssueEdit(raw []byte, given *shownIssue) error {
	var lists struct {
		Slots *json.RawMessage `json:"slots"`
		Holes *json.RawMessage `json:"holes"`
	}
	if err := json.Unmarshal(raw, &lists); err != nil {
		return jsonTrouble(err)
	}
	known, before := issueExtras(&given.Issue), given.Extras
	given.Slots = slices.Clone(given.Slots)
	if lists.Slots != nil {
		given.Slots = nil
	}
	if lists.Holes != nil {
		given.Holes = nil
	}
	if err := bulletin.ReadJSON(raw, given); err != nil {
		return jsonTrouble(err)
	}
	for _, name := range issueExtras(&given.Issue) {
		if !slices.Contains(known, name) {
			return bulletin.NewTrouble("json_field_unknown", bulletin.Args{"field": name}, nil)
		}
	}
	if given.Extras == "" {
		given.Extras = before
	}
	return nil
}

// issueExtras names the fields that this version of the program does not know.
func issueExtras(s *bulletin.Issue) []string {
	names := s.Extras.Names()
	for _, slot := range s.Slots {
		names = append(names, slot.Extras.Names()...)
	}
	return names
}
