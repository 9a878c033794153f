package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font/sfnt"

	"bantin/assets/fonts"
)

// face is a typeface in one document.
type face struct {
	name    fonts.Face
	family  string // its name in gofpdf, which lowers the letters
	program *sfnt.Font
	buffer  sfnt.Buffer
	glyphs  map[rune]glyph // by what layout asked for
	used    map[rune]bool  // what is set in its place
}

// glyph is what is painted for a rune.
type glyph struct {
	code  rune // also its number in the file
	width int  // thousandths of an em, as the file says
}

// fallbacks stand for a rune that the face lacks: better a mark than a hole
// that nobody sees, better a hole than a panic.
var fallbacks = []rune{'\uFFFD', ' '}

// setFace makes a face the current one of the page and of gofpdf.
func (p *painter) setFace(name fonts.Face) error {
	if p.face != nil && p.face.name == name {
		return nil
	}
	f, ok := p.faces[name]
	if !ok {
		var err error
		if f, err = newFace(p.out, name); err != nil {
			return err
		}
		p.faces[name] = f
	}
	p.flush()
	// Set at 1 pt, because gofpdf rounds sizes; the text matrix has the size.
	p.out.SetFont(f.family, "", 1)
	p.face = f
	return p.out.Error()
}

func newFace(out *gofpdf.Fpdf, name fonts.Face) (*face, error) {
	if !slices.Contains(fonts.Faces(), name) {
		return nil, fmt.Errorf("the face %q is not one of ours", name)
	}
	program, err := parsed(name)
	if err != nil {
		return nil, fmt.Errorf("read face %s: %w", name, err)
	}
	f := &face{
		name: name, family: strings.ToLower(string(name)), program: program,
		glyphs: map[rune]glyph{}, used: map[rune]bool{},
	}
	// gofpdf writes into the bytes of a font; Bytes gives a copy each time.
	out.AddUTF8FontFromBytes(f.family, "", name.Bytes())
	return f, out.Error()
}

// programs are the faces as read for their coverage, once for all documents.
var programs sync.Map // fonts.Face to func() (*sfnt.Font, error)

func parsed(name fonts.Face) (*sfnt.Font, error) {
	read := sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(name.Bytes()) })
	once, _ := programs.LoadOrStore(name, read)
	return once.(func() (*sfnt.Font, error))()
}

// glyph gives what to paint for r. The face must be gofpdf's current one.
func (f *face) glyph(out *gofpdf.Fpdf, r rune) glyph {
	if g, ok := f.glyphs[r]; ok {
		return g
	}
	code := f.settable(r)
	g := glyph{code, out.GetStringSymbolWidth(string(code))}
	f.glyphs[r] = g
	f.used[code] = true
	return g
}

func (f *face) settable(r rune) rune {
	if f.has(r) {
		return r
	}
	for _, instead := range fallbacks {
		if f.has(instead) {
			return instead
		}
	}
	return ' '
}

// has reports whether the face has a glyph for r and gofpdf can set it: it
// knows the Basic Multilingual Plane only and panics beyond it.
func (f *face) has(r rune) bool {
	const lastOfPlane = 0xFFFD // the two after it are no characters
	if r < ' ' || r > lastOfPlane {
		return false
	}
	index, err := f.program.GlyphIndex(&f.buffer, r)
	return err == nil && index != 0
}

func (f *face) hasRunes() bool { return len(f.used) > 0 }

// runes lists what was painted, ascending.
func (f *face) runes() []rune { return slices.Sorted(maps.Keys(f.used)) }

// register tells gofpdf which glyphs to embed. It notes them only when it
// sets text itself, so a template that nobody uses sets them once.
func (f *face) register(out *gofpdf.Fpdf) {
	out.CreateTemplate(func(t *gofpdf.Tpl) {
		t.SetFont(f.family, "", 1)
		t.Text(0, 0, string(f.runes()))
	})
}
