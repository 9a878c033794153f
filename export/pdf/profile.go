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
	Print  Profile = "print"  // the print house: PDF/X-4, four inks, bleed, photos at 300 dpi
	Office Profile = "office" // the office printer: on its paper, no bleed, photos at 300 dpi
	Screen Profile = "screen" // mail and web: no bleed, photos at 150 dpi, bookmarks, links, tags
)

// Profiles lists every profile.
func Profiles() []Profile { return []Profile{Print, Office, Screen} }

// settings are what a profile means.
type settings struct {
	press  bool    // PDF/X-4 in four inks, with bleed; the others are sRGB and grey
	paper  bool    // stands on an office printer's paper
	guided bool    // for reading on a screen: bookmarks, links, tags
	dpi    float64 // of photos at their size on the page
	// surplus is how many times the pixels across that are wanted a photo may
	// have and still be taken over as it is.
	surplus float64
	// surplusOfHalf is the same for a photo in half its size, whose bytes are few.
	surplusOfHalf float64
	// quality is that of photos that are made anew.
	quality int
}

func settingsOf(p Profile) (settings, error) {
	switch p {
	case Print, "":
		return settings{press: true, dpi: 300, surplus: 1.6, surplusOfHalf: 3, quality: 92}, nil
	case Office:
		return settings{paper: true, dpi: 300, surplus: 1.6, surplusOfHalf: 3, quality: 88}, nil
	case Screen:
		return settings{guided: true, dpi: 150, surplus: 1.05, surplusOfHalf: 1.05, quality: 82}, nil
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
	case !s.press:
		return 0
	case doc.Bleed > 0:
		return doc.Bleed
	}
	return usualBleed
}
