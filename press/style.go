package press

import (
	"context"
	"regexp"
	"strings"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/preflight"
	"bantin/storage"
)

// HouseStyle is a style that a drafts file may be printed in.
type HouseStyle struct {
	styles.Style
	File []byte // as it was written
	Own  bool   // the office's own, kept in the drafts file
	// Broken is what keeps a style of the office's own from being used, or nil:
	// one that was written for another version of the program.
	Broken error
}

// Styles lists the shipped styles and then the office's own, each by name; one
// that cannot be used stands there with what is wrong with it. Errors are those
// of the drafts file.
func Styles(ctx context.Context, f *storage.File) ([]HouseStyle, error) {
	kept, err := f.Styles(ctx)
	if err != nil {
		return nil, err
	}
	find := among(kept)
	var all []HouseStyle
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			return nil, err
		}
		raw, _ := styles.File(name)
		all = append(all, HouseStyle{Style: s, File: raw})
	}
	for _, k := range kept {
		s, err := styles.Parse(k.Name, []byte(k.File), find)
		if err != nil {
			s = styles.Style{Name: k.Name}
		}
		all = append(all, HouseStyle{Style: s, File: []byte(k.File), Own: true, Broken: err})
	}
	return all, nil
}

// IssueStyle gives the style that an issue is made up in. Troubles as Style.
func IssueStyle(ctx context.Context, f *storage.File, issue *bulletin.Issue) (styles.Style, error) {
	return Style(ctx, f, firstOf(issue.Style, styles.DefaultIssue))
}

// styleOf gives the style of an issue's pages. Where the one that the issue asks
// for is gone or cannot be used, the usual one stands in for it, and that is
// said: the pages are right, they only look otherwise. A style that the job
// names has to be there. Troubles as Style.
func styleOf(ctx context.Context, f *storage.File, job Job, issue *bulletin.Issue) (styles.Style, preflight.StandIn, error) {
	style, err := Style(ctx, f, firstOf(job.Style, issue.Style, styles.DefaultIssue))
	key := bulletin.TroubleKey(err)
	if err == nil || job.Style != "" || issue.Style == "" || !strings.HasPrefix(key, "style_") {
		return style, preflight.StandIn{}, err
	}
	style, err = Style(ctx, f, styles.DefaultIssue)
	return style, preflight.StandIn{For: issue.Style, Broken: key != "style_unknown"}, err
}

// Style gives a style by its name. Troubles: style_unknown, and those of
// styles.Parse for one of the office's own.
func Style(ctx context.Context, f *storage.File, name string) (styles.Style, error) {
	kept, err := f.Styles(ctx)
	if err != nil {
		return styles.Style{}, err
	}
	find := among(kept)
	raw, found := find(name)
	if !found {
		return styles.Style{}, unknownStyle(name, kept)
	}
	return styles.Parse(name, raw, find)
}

// StyleFile gives the file of a style, word for word. Trouble style_unknown.
func StyleFile(ctx context.Context, f *storage.File, name string) ([]byte, error) {
	kept, err := f.Styles(ctx)
	if err != nil {
		return nil, err
	}
	raw, found := among(kept)(name)
	if !found {
		return nil, unknownStyle(name, kept)
	}
	return raw, nil
}

// AddStyle keeps a style of the office's own, in the place of one of that
// name, after it was held to everything that the shipped ones are held to.
// Troubles: style_name, style_shipped, and those of styles.Parse.
func AddStyle(ctx context.Context, f *storage.File, name string, raw []byte) (styles.Style, error) {
	if !ownName.MatchString(name) {
		return styles.Style{}, bulletin.NewTrouble("style_name", bulletin.Args{"name": name}, nil)
	}
	if _, shipped := styles.File(name); shipped {
		return styles.Style{}, bulletin.NewTrouble("style_shipped", bulletin.Args{"name": name}, nil)
	}
	kept, err := f.Styles(ctx)
	if err != nil {
		return styles.Style{}, err
	}
	kept = append([]storage.KeptStyle{{Name: name, File: string(raw)}}, kept...) // found before an older one
	s, err := styles.Parse(name, raw, among(kept))
	if err != nil {
		return styles.Style{}, err
	}
	return s, f.SetStyle(ctx, kept[0])
}

// RemoveStyle takes a style of the office's own out of the drafts file.
// Troubles: style_shipped, style_unknown, and style_used_issue,
// style_used_office or style_used_style where something still asks for it.
func RemoveStyle(ctx context.Context, f *storage.File, name string) error {
	if _, shipped := styles.File(name); shipped {
		return bulletin.NewTrouble("style_shipped", bulletin.Args{"name": name}, nil)
	}
	kept, err := f.Styles(ctx)
	if err != nil {
		return err
	}
	if _, found := among(kept)(name); !found {
		return unknownStyle(name, kept)
	}
	if err := unused(ctx, f, name, kept); err != nil {
		return err
	}
	return f.RemoveStyle(ctx, name)
}

// unused is the trouble of taking out a style that the office's settings, an
// issue or another style of the office's own still asks for.
func unused(ctx context.Context, f *storage.File, name string, kept []storage.KeptStyle) error {
	office, err := f.Office(ctx)
	if err != nil {
		return err
	}
	if office.Style == name {
		return bulletin.NewTrouble("style_used_office", bulletin.Args{"name": name}, nil)
	}
	issues, err := f.Issues(ctx)
	if err != nil {
		return err
	}
	for _, s := range issues {
		if s.Issue.Style == name {
			return bulletin.NewTrouble("style_used_issue", bulletin.Args{
				"name": name, "issue": firstOf(s.Issue.Name, "…"), "number": firstOf(s.Issue.Number, s.Issue.Date.Short(), "…"), "id": s.ID,
			}, nil)
		}
	}
	for _, k := range kept {
		if s, err := styles.Parse(k.Name, []byte(k.File), among(kept)); err == nil && s.BasedOn == name {
			return bulletin.NewTrouble("style_used_style", bulletin.Args{"name": name, "style": k.Name}, nil)
		}
	}
	return nil
}

// ownName is what a style or rule set of the office's own may be called: it is
// typed after --style.
var ownName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// among finds the files of shipped and of kept styles.
func among(kept []storage.KeptStyle) styles.Find {
	return func(name string) ([]byte, bool) {
		if raw, shipped := styles.File(name); shipped {
			return raw, true
		}
		for _, k := range kept {
			if k.Name == name {
				return []byte(k.File), true
			}
		}
		return nil, false
	}
}

func unknownStyle(name string, kept []storage.KeptStyle) error {
	names := styles.Names()
	for _, k := range kept {
		names = append(names, k.Name)
	}
	return styles.Unknown(name, names)
}
