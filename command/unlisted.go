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
func (p *program) tellHurt(hurt bool, headline string) error {
	if !hurt {
		return nil
	}
	fmt.Fprintln(p.err, "• "+p.words.Damage(storage.DamageSide, bulletin.Args{"headline": headline}))
	return errTroubleFound
}
