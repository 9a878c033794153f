package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/storage"
)

// officeFlags are what the command office can be told to change.
type officeFlags struct {
	edit, logo, logoAlt, issue string
	noLogo                     bool
}

func (o *officeFlags) changes() bool {
	return o.edit != "" || o.logo != "" || o.logoAlt != "" || o.noLogo
}

// officeCommand shows the settings of the office and changes them: its fields
// from JSON, its logo from a picture.
func (p *program) officeCommand() *cobra.Command {
	var flags officeFlags
	cmd := p.command("office FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		if !flags.changes() && flags.issue == "" {
			return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error { return p.showOffice(cmd, f) })
		}
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error { return p.changeOffice(cmd, f, flags) })
	})
	text := func(to *string, name string) {
		cmd.Flags().StringVar(to, name, "", p.words.Say("command.office.flag."+name, nil))
	}
	text(&flags.edit, "edit")
	text(&flags.logo, "logo")
	text(&flags.logoAlt, "logo-alt")
	text(&flags.issue, "issue")
	cmd.Flags().BoolVar(&flags.noLogo, "no-logo", false, p.words.Say("command.office.flag.no-logo", nil))
	cmd.MarkFlagsMutuallyExclusive("logo", "no-logo")
	return p.addJSONFlag(cmd)
}

func (p *program) showOffice(cmd *cobra.Command, f *storage.File) error {
	o, err := f.Office(cmd.Context())
	if err != nil {
		return err
	}
	return p.answer(cmd, o, func() { p.tellOffice(o) })
}

func (p *program) tellOffice(o bulletin.Office) {
	p.say("office.show", bulletin.Args{"body": o.Body, "bulletin": o.Bulletin, "address": o.Address})
	if o.Logo.IsEmpty() {
		p.say("office.no_logo", nil)
		return
	}
	p.say("office.logo", bulletin.Args{"width": o.Logo.WidthPx, "height": o.Logo.HeightPx, "alt": o.Logo.AltText})
}

func (p *program) changeOffice(cmd *cobra.Command, f *storage.File, flags officeFlags) error {
	o, err := f.Office(cmd.Context())
	if err != nil {
		return err
	}
	if flags.changes() {
		if err := p.editOffice(cmd.Context(), f, &o, flags); err != nil {
			return err
		}
		if err := f.SetOffice(cmd.Context(), o); err != nil {
			return err
		}
		o.Normalize()
	}
	if flags.issue != "" {
		if err := officeIntoIssue(cmd.Context(), f, flags.issue, o); err != nil {
			return err
		}
	}
	return p.answer(cmd, o, func() { p.say("office.done", nil) })
}

func (p *program) editOffice(ctx context.Context, f *storage.File, o *bulletin.Office, flags officeFlags) error {
	if flags.edit != "" {
		raw, err := p.readSource(flags.edit)
		if err != nil {
			return err
		}
		if err := readOfficeEdit(raw, o); err != nil {
			return err
		}
	}
	switch {
	case flags.noLogo:
		o.Logo = nil
	case flags.logo != "":
		alt := flags.logoAlt
		if alt == "" && o.Logo != nil {
			alt = o.Logo.AltText
		}
		logo, err := reception.TakeLogo(ctx, f, flags.logo, alt)
		if err != nil {
			return err
		}
		o.Logo = logo
	case flags.logoAlt != "":
		if o.Logo == nil {
			return bulletin.NewTrouble("logo_none", nil, nil)
		}
		told := *o.Logo
		told.AltText = flags.logoAlt
		o.Logo = &told
	}
	return nil
}

// readOfficeEdit reads JSON over the settings that there are. Fields that it
// does not name stay; its lists take the place of the old ones. The logo is not
// set so: it needs its picture.
func readOfficeEdit(raw []byte, o *bulletin.Office) error {
	var given bulletin.Office
	known := o.Extras
	logo := o.Logo
	if err := bulletin.ReadJSON(raw, &given); err != nil {
		return jsonTrouble(err)
	}
	for _, extras := range []bulletin.Extras{given.Extras, given.Imprint.Extras} {
		if names := extras.Names(); len(names) > 0 {
			return bulletin.NewTrouble("json_field_unknown", bulletin.Args{"field": names[0]}, nil)
		}
	}
	if given.Logo != nil && (logo == nil || given.Logo.SHA256 != logo.SHA256) {
		return bulletin.NewTrouble("logo_by_picture", nil, errors.New("logo in JSON"))
	}
	o.Logo = nil
	if err := bulletin.ReadJSON(raw, o); err != nil {
		return jsonTrouble(err)
	}
	o.Extras = known
	if o.Logo == nil {
		o.Logo = logo
	}
	return nil
}

// officeIntoIssue brings an issue to the office's settings of today: who
// publishes it, and the logo.
func officeIntoIssue(ctx context.Context, f *storage.File, prefix string, o bulletin.Office) error {
	id, err := f.ResolveIssue(ctx, prefix)
	if err != nil {
		return err
	}
	stored, err := f.Issue(ctx, id)
	if err != nil {
		return err
	}
	stored.Issue.Office = o
	_, err = f.SaveIssue(ctx, id, stored.Issue,
		storage.Save{Author: author(ctx, f), Reason: bulletin.ReasonSave, Expected: stored.Heads})
	return err
}
