package pdf

import (
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
)

// Profile says whom the file is for.
type Profile string

// The profiles.
const (
	Print  Profile = "print"  // the print house: PDF/X-4, bleed, photos at 300 dpi
	Office Profile = "office" // the office printer: no bleed, photos at 300 dpi
	Screen Profile = "screen" // mail and web: no bleed, photos at 150 dpi, bookmarks
)

// Profiles lists every profile.
func Profiles() []Profile { return []Profile{Print, Office, Screen} }

// settings are what a profile means.
type settings struct {
	bleeds    bool
	press     bool    // PDF/X-4
	bookmarks bool    // one a story
	dpi       float64 // of photos at their size on the page
	quality   int     // of photos that are made anew
}

func settingsOf(p Profile) (settings, error) {
	switch p {
	case Print, "":
		return settings{bleeds: true, press: true, dpi: 300, quality: 92}, nil
	case Office:
		return settings{dpi: 300, quality: 88}, nil
	case Screen:
		return settings{bookmarks: true, dpi: 150, quality: 82}, nil
	}
	names := make([]string, 0, len(Profiles()))
	for _, known := range Profiles() {
		names = append(names, string(known))
	}
	args := bulletin.Args{"profile": string(p), "profiles": strings.Join(names, ", ")}
	return settings{}, bulletin.NewTrouble("pdf_profile_unknown", args, nil)
}

// usualBleed is what print houses ask for when a style says nothing.
var usualBleed = layout.Millimetres(3)

// bleed is how far the paper reaches beyond the trimmed page.
func (s settings) bleed(doc *layout.Document) layout.Length {
	switch {
	case !s.bleeds:
		return 0
	case doc.Bleed > 0:
		return doc.Bleed
	}
	return usualBleed
}
