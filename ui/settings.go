package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bantin/assets/translations"
	"bantin/internal/person"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/typing"
)

// settings is what the desk remembers from one start to the next, beside the
// drafts: it belongs to the person at this PC, not to the file.
type settings struct{ p memory }

// memory is where it is kept: habits.Habits.
type memory interface {
	String(name string) string
	StringWithFallback(name, usual string) string
	SetString(name, s string)
	Float(name string) float64
	FloatWithFallback(name string, usual float64) float64
	SetFloat(name string, v float64)
	Int(name string) int
	SetInt(name string, v int)
	Bool(name string) bool
	BoolWithFallback(name string, usual bool) bool
	SetBool(name string, v bool)
	StringList(name string) []string
	SetStringList(name string, list []string)
	Flush() error
}

const (
	keyLanguage     = "language"
	keyShade        = "shade"
	keyScale        = "text_size"
	keyAuthor       = "author"
	keyRecent       = "recent_files"
	keyWorked       = "worked_files" // what was written in here
	keyPlace        = "place "       // and what such a file calls itself: where it was last
	keyLastFile     = "last_file"
	keyWidth        = "window_width"
	keyPixels       = "window_pixels" // of a unit of these
	keyHeight       = "window_height"
	keyListWidth    = "list_width"
	keyPreviewWidth = "preview_width"
	keyStoriesWidth = "stories_width"
	keyTableWidth   = "table_width"
	keyPreviewShut  = "preview_shut"
	keyFolder       = "folder"
	keyOffice       = "office" // as the first start was told
	keyTyping       = "typing"
	keyNoBackups    = "no_backups"
	keyToneStyle    = "new_tone_style"
	keyGuard        = "input_guard"
	keyFacing       = "facing_pages"
	keyThumbnails   = "thumbnails"
	keyNewsroom     = "newsroom " // and the path of a drafts file
	keyUnread       = "unread "   // and the path of a drafts file
	keyLeftOff      = "left off " // and the path of a drafts file
	keyLeftTable    = "table "    // and the path of a drafts file: the issue on the make-up table
	keyOpen         = "open on "  // and the screen
)

// language is the chosen one; before one was chosen, that of the environment.
func (s settings) language() translations.Language {
	if l := s.p.String(keyLanguage); l != "" {
		return translations.Parse(l)
	}
	return translations.Preferred()
}

// shade is the chosen one, light before anything was chosen.
func (s settings) shade() look.Shade {
	return look.Shade(s.p.StringWithFallback(keyShade, string(look.Light)))
}

func (s settings) theme() look.Theme {
	return look.Theme{
		Shade: s.shade(),
		Scale: float32(s.p.FloatWithFallback(keyScale, 1)),
		// Asked only where it matters: it takes a moment.
		Silent: s.shade() == look.System && look.Silent(),
	}
}

// typing is how the person types.
func (s settings) typing() typing.Manner {
	usual := typing.Usual()
	return typing.Manner{
		Method:   typing.Method(s.p.String(keyTyping)),
		NewStyle: s.p.Bool(keyToneStyle),
		Guard:    s.p.BoolWithFallback(keyGuard, usual.Guard),
	}
}

// author is the name that saves carry, and that a new article is signed with: the
// one that the person gave, or a full name that the system knows; "" for none. A
// login name tells a colleague nothing.
func (s settings) author() string {
	if name := strings.TrimSpace(s.p.String(keyAuthor)); name != "" {
		return name
	}
	return person.FullName()
}

// backsUp reports whether backups are made by themselves.
func (s settings) backsUp() bool { return !s.p.Bool(keyNoBackups) }

func (s settings) recent() []string { return s.p.StringList(keyRecent) }

func (s settings) opened(path string) {
	s.p.SetStringList(keyRecent, desk.Remember(s.recent(), path, desk.RecentKept))
	s.p.SetString(keyLastFile, path)
}

// worked are the drafts files that were written in here, however long ago.
func (s settings) worked() []string { return s.p.StringList(keyWorked) }

// wroteIn remembers that a drafts file was written in here.
func (s settings) wroteIn(path string) {
	if worked := s.worked(); !slices.Contains(worked, path) {
		s.p.SetStringList(keyWorked, desk.Remember(worked, path, desk.WorkedKept))
	}
}

// knows reports whether a drafts file is one that is worked in here, and none
// that somebody handed over.
func (s settings) knows(path string) bool {
	return slices.Contains(s.recent(), path) || slices.Contains(s.worked(), path)
}

// placeOf is where a file was that was written in here, by what it calls itself;
// "" for any other.
func (s settings) placeOf(identity string) string {
	if identity == "" {
		return ""
	}
	return s.p.String(keyPlace + identity)
}

func (s settings) keepPlace(identity, path string) {
	if identity != "" && s.p.String(keyPlace+identity) != path {
		s.p.SetString(keyPlace+identity, path)
	}
}

// moved takes along what is remembered of a file by its path.
func (s settings) moved(from, to string) {
	for _, key := range []string{keyNewsroom, keyUnread, keyLeftOff, keyLeftTable} {
		if kept := s.p.String(key + from); kept != "" && s.p.String(key+to) == "" {
			s.p.SetString(key+to, kept)
		}
	}
	s.forget(from)
	s.wroteIn(to)
}

func (s settings) forget(path string) {
	s.p.SetStringList(keyRecent, desk.Forget(s.recent(), path))
}

// unread is what was kept of a drafts file's unread articles.
func (s settings) unread(path string) string { return s.p.String(keyUnread + path) }

// newsroom is the shared folder of a drafts file, "" for none.
func (s settings) newsroom(path string) string { return s.p.String(keyNewsroom + path) }

// keepNewsroom keeps it; whatever it was before, or rested.
func (s settings) keepNewsroom(path, folder string) {
	s.p.SetString(keyNewsroom+path, folder)
	s.p.SetString(keyApart+path, "")
}

func (s settings) keepUnread(path, note string) { s.p.SetString(keyUnread+path, note) }

// windowSize is how large the window was when it was closed, in units of so many
// pixels; 0 for as many as then.
func (s settings) windowSize(pixels float32) fyne.Size {
	size := fyne.NewSize(
		float32(s.p.FloatWithFallback(keyWidth, 1360)),
		float32(s.p.FloatWithFallback(keyHeight, 740)))
	if then := float32(s.p.Float(keyPixels)); then > 0 && pixels > 0 {
		size.Width, size.Height = size.Width*then/pixels, size.Height*then/pixels
	}
	return size
}

// keepWindowSize remembers how large the window is, in units of so many pixels.
func (s settings) keepWindowSize(size fyne.Size, pixels float32) {
	s.p.SetFloat(keyWidth, float64(size.Width))
	s.p.SetFloat(keyHeight, float64(size.Height))
	s.p.SetFloat(keyPixels, float64(pixels))
}
