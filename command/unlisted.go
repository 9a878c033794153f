package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/storage"
)

// tellUnlisted names, after a list or a search, what of a damaged file cannot be
// in it, and ends with TroubleFound where there is any.
func (p *program) tellUnlisted(cmd *cobra.Command, f *storage.File) error {
	left, err := f.Unlisted(cmd.Context())
	if err != nil || len(left) == 0 {
		return err
	}
	for _, d := range left {
		fmt.Fprintln(p.err, "• "+p.words.Damage(d.Kind, d.Args))
	}
	return errTroubleFound
}

// tellHurt is tellUnlisted for one article or issue that is shown.
func (p *program) tellHurt(s storage.Standing, headline string) error {
	switch {
	case s.Older:
		fmt.Fprintln(p.err, "• "+p.words.Say("command.show.older", bulletin.Args{
			"headline": headline, "time": bulletin.Moment(s.UpdatedAt), "id": s.ID, "revision": s.Revision.Short(),
		}))
	case s.Hurt:
		fmt.Fprintln(p.err, "• "+p.words.Damage(storage.DamageSide, bulletin.Args{"headline": headline}))
	default:
		return nil
	}
	return errTroubleFound
}
