package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
)

// IssueMark is two pages, one behind the other.
var IssueMark = drawn("issue", theme.ColorNamePlaceHolder,
	`<path fill-rule="evenodd" d="M2 1.5 H10.5 V3 H3.5 V12 H2 Z M5 4.5 H14 V15 H5 Z M6.4 5.9 V13.6 H12.6 V5.9 Z M7.6 7.4 H11.4 V8.5 H7.6 Z M7.6 9.8 H11.4 V10.9 H7.6 Z" fill="#000"/>`)

// FilterMark is three lines that grow shorter.
var FilterMark = drawn("filter", theme.ColorNamePlaceHolder,
	`<path d="M1.5 3.5 H14.5 V5 H1.5 Z M4 7.25 H12 V8.75 H4 Z M6.25 11 H9.75 V12.5 H6.25 Z" fill="#000"/>`)

// FacingMark is two pages side by side.
var FacingMark = drawn("facing", theme.ColorNamePlaceHolder,
	`<path fill-rule="evenodd" d="M1 2.5 H15 V13.5 H1 Z M2.4 3.9 V12.1 H7.3 V3.9 Z M8.7 3.9 V12.1 H13.6 V3.9 Z" fill="#000"/>`)

// ThumbnailsMark is a large page with small ones below it.
var ThumbnailsMark = drawn("thumbnails", theme.ColorNamePlaceHolder,
	`<path fill-rule="evenodd" d="M4.5 1 H11.5 V9.5 H4.5 Z M5.9 2.4 V8.1 H10.1 V2.4 Z M1 11 H4.6 V15 H1 Z M6.2 11 H9.8 V15 H6.2 Z M11.4 11 H15 V15 H11.4 Z" fill="#000"/>`)

// NailMark is a drawing pin.
var NailMark = drawn("nail", theme.ColorNamePrimary,
	`<path d="M5 1 H11 V2.5 H10.2 V6.6 L12.5 9 V10.4 H8.75 V15 H7.25 V10.4 H3.5 V9 L5.8 6.6 V2.5 H5 Z" fill="#000"/>`)

// DeletedMark is a basket.
var DeletedMark = drawn("deleted", theme.ColorNamePlaceHolder,
	`<path fill-rule="evenodd" d="M6 1.5 H10 V3 H13.5 V4.5 H2.5 V3 H6 Z M3.5 5.5 H12.5 L11.8 14.5 H4.2 Z M5.1 7 L5.6 13 H10.4 L10.9 7 Z" fill="#000"/>`)

// VersionsMark is one path that parts into two.
var VersionsMark = drawn("versions", theme.ColorNameWarning,
	`<path d="M7.1 15 V10 L2.6 5.5 V8 H1 V2.6 H6.4 V4.2 H3.9 L8 8.3 L12.1 4.2 H9.6 V2.6 H15 V8 H13.4 V5.5 L8.9 10 V15 Z" fill="#000"/>`)

// StatusMark is a small round mark that fills as an article comes nearer to
// print: an empty ring while it is written, a full disc with a tick when it
// has been published.
func StatusMark(s bulletin.Status) fyne.Resource {
	if r, ok := statusMarks[s]; ok {
		return r
	}
	return statusMarks[bulletin.Draft]
}

var statusMarks = map[bulletin.Status]fyne.Resource{
	bulletin.Draft:     mark("draft", theme.ColorNamePlaceHolder, ``),
	bulletin.Submitted: mark("submitted", theme.ColorNameWarning, `<path d="M8 8 V2.5 A5.5 5.5 0 0 1 8 13.5 Z" fill="#000"/>`),
	bulletin.Edited:    mark("edited", theme.ColorNamePrimary, `<path d="M8 8 V2.5 A5.5 5.5 0 1 1 2.5 8 Z" fill="#000"/>`),
	bulletin.Approved:  mark("approved", theme.ColorNamePrimary, `<circle cx="8" cy="8" r="5.5" fill="#000"/>`),
	bulletin.Published: mark("published", theme.ColorNamePlaceHolder, `<circle cx="8" cy="8" r="5.5" fill="#000"/>`),
}

func mark(name string, ink fyne.ThemeColorName, inside string) fyne.Resource {
	return drawn(name, ink, `<path fill-rule="evenodd" d="M8 1.8 A6.2 6.2 0 1 1 8 14.2 A6.2 6.2 0 1 1 8 1.8 Z M8 3.2 A4.8 4.8 0 1 0 8 12.8 A4.8 4.8 0 1 0 8 3.2 Z" fill="#000"/>`+inside)
}

// drawn is a mark of 16 × 16 units, in an ink of the theme.
func drawn(name string, ink fyne.ThemeColorName, shapes string) *theme.ThemedResource {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">` + shapes + `</svg>`
	return theme.NewColoredResource(fyne.NewStaticResource("mark-"+name+".svg", []byte(svg)), ink)
}

// SeverityInk is the colour of a finding of that severity.
func SeverityInk(s bulletin.Severity) fyne.ThemeColorName {
	switch s {
	case bulletin.Error:
		return theme.ColorNameError
	case bulletin.Warning:
		return theme.ColorNameWarning
	}
	return Quiet
}
