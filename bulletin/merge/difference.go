package merge

import (
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin"
)

// Change is one thing that differs between two versions.
type Change struct {
	// Field names it as Conflict.Field does: "headline", "body",
	// "photos/p1/caption", "slots/ID/page"; "photos" and "slots" for another
	// order.
	Field string     `json:"field"`
	Kind  ChangeKind `json:"kind"`
	// Block is the place in the newer body, for what was taken out that in the
	// older one; -1 where that does not apply.
	Block  int    `json:"block"`
	Before string `json:"before"` // with emphasis as in the article
	After  string `json:"after"`
	// Pieces are both texts word by word, in reading order.
	Pieces []Piece `json:"pieces"`
	// Both: by Joined, of a place that the version it is told beside had changed, too.
	Both bool `json:"both,omitempty"`
}

// ChangeKind is what became of something.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
	Moved   ChangeKind = "moved" // unchanged, in another place
)

// Piece is a stretch of words that only the older text has (Removed), only the
// newer one (Added), or both ("").
type Piece struct {
	Kind ChangeKind `json:"kind"`
	Text string     `json:"text"`
}

// Difference tells what changed from one version of an article or issue to
// another, in the order of the fields, the body by paragraph and word. A nil
// document, or that of a deletion, is one without any text; one that is no JSON
// of its kind is an error.
func Difference(kind bulletin.SubjectKind, older, newer []byte) ([]Change, error) {
	a, err := readVersion(kind, older)
	if err != nil {
		return nil, err
	}
	b, err := readVersion(kind, newer)
	if err != nil {
		return nil, err
	}
	var c comparison
	c.documents("", a, b)
	return c.changes, nil
}

func readVersion(kind bulletin.SubjectKind, raw []byte) (document, error) {
	if len(raw) == 0 || string(raw) == "null" {
		var err error
		if raw, err = emptyDocument(kind); err != nil {
			return nil, err
		}
	}
	return read(raw)
}

// comparison gathers changes.
type comparison struct {
	changes []Change
	// byPlace: a paragraph that stands where another one stood has become of it,
	// however unlike the two are, as merging has it.
	byPlace bool
}

// namedLists are the lists whose elements have names, and what names them.
var namedLists = map[string]func(document) string{
	"photos": photoID, "slots": func(d document) string { return d.text("article") }, "holes": holeName,
}

func (c *comparison) documents(path string, a, b document) {
	for _, name := range memberNames(a, b) {
		before, after := a.get(name), b.get(name)
		if before == after {
			continue
		}
		switch id := namedLists[name]; {
		case name == "body" && path == "":
			c.bodies(blocksOf(a), blocksOf(b))
		case id != nil && path == "":
			of := func(d document) []entry { return entries(d.list(name), id) }
			c.lists(name, of(a), of(b))
		case strings.HasPrefix(before, "{") && strings.HasPrefix(after, "{"):
			c.documents(path+name+"/", a.child(name), b.child(name))
		case strings.HasPrefix(before+after, "[\"") || before == "[]" || after == "[]":
			c.texts(path+name, -1, strings.Join(textsOf(before), "\n"), strings.Join(textsOf(after), "\n"))
		default:
			c.texts(path+name, -1, readable(before), readable(after))
		}
	}
}

func memberNames(a, b document) []string {
	var names []string
	for _, m := range slices.Concat(b, a) {
		if !slices.Contains(names, m.name) {
			names = append(names, m.name)
		}
	}
	return names
}

func textsOf(raw string) []string {
	var all []string
	for _, value := range elements(raw) {
		all = append(all, readable(value))
	}
	return all
}

// texts notes a change between two texts.
func (c *comparison) texts(field string, block int, before, after string) {
	kind := Changed
	switch {
	case before == "":
		kind = Added
	case after == "":
		kind = Removed
	}
	c.changes = append(c.changes, Change{Field: field, Kind: kind, Block: block, Before: before, After: after, Pieces: Words(before, after)})
}

func (c *comparison) bodies(a, b []block) {
	match := align(a, b, c.byPlace)
	became := slices.Repeat([]int{-1}, len(b))
	for i, k := range match {
		if k >= 0 {
			became[k] = i
		}
	}
	moved := movedBlocks(a, b, match, became)
	at := 0 // what was taken out is told where it stood
	for k := range b {
		i := became[k]
		if i >= 0 {
			at = c.removedBlocks(a, match, moved, at, i) + 1
		}
		switch {
		case i < 0 && moved.to[k]:
			text := b[k].text()
			c.changes = append(c.changes, Change{Field: "body", Kind: Moved, Block: k, Before: text, After: text, Pieces: Words(text, text)})
		case i < 0:
			c.texts("body", k, "", b[k].text())
		case a[i].text() != b[k].text():
			c.texts("body", k, a[i].text(), b[k].text())
		case a[i].key() != b[k].key():
			c.texts("body/kind", k, a[i].doc.text("kind"), b[k].doc.text("kind"))
		}
	}
	c.removedBlocks(a, match, moved, at, len(a))
}

// removedBlocks tells which blocks from one place to another were taken out,
// and gives the place where it stopped.
func (c *comparison) removedBlocks(a []block, match []int, moved moves, from, to int) int {
	for i := from; i < to; i++ {
		if match[i] < 0 && !moved.from[i] {
			c.texts("body", i, a[i].text(), "")
		}
	}
	return to
}

// moves are blocks that stand unchanged in another place.
type moves struct{ from, to map[int]bool }

func movedBlocks(a, b []block, match, became []int) moves {
	m := moves{map[int]bool{}, map[int]bool{}}
	places := map[string][]int{}
	for k := range b {
		if became[k] < 0 {
			places[b[k].key()] = append(places[b[k].key()], k)
		}
	}
	for i := range a {
		if free := places[a[i].key()]; match[i] < 0 && len(free) > 0 {
			m.from[i], m.to[free[0]] = true, true
			places[a[i].key()] = free[1:]
		}
	}
	return m
}

func (c *comparison) lists(field string, a, b []entry) {
	older, newer := byName(a), byName(b)
	for _, e := range b {
		path := field + "/" + e.name
		if before := older[e.name]; before == nil {
			c.texts(path, -1, "", describeEntry(e.doc))
		} else if before.raw() != e.doc.raw() {
			c.documents(path+"/", before, e.doc)
		}
	}
	for _, e := range a {
		if newer[e.name] == nil {
			c.texts(field+"/"+e.name, -1, describeEntry(e.doc), "")
		}
	}
	stay := func(list []entry, other map[string]document) (names []string) {
		for _, e := range list {
			if other[e.name] != nil {
				names = append(names, e.name)
			}
		}
		return names
	}
	if before, after := stay(a, newer), stay(b, older); !slices.Equal(before, after) {
		x, y := strings.Join(before, ", "), strings.Join(after, ", ")
		c.changes = append(c.changes, Change{Field: field, Kind: Moved, Block: -1, Before: x, After: y, Pieces: Words(x, y)})
	}
}

func describeEntry(d document) string {
	for _, text := range []string{strings.TrimSpace(d.text("caption") + " " + d.text("credit")), d.text("article"), d.text("id")} {
		if text != "" {
			return text
		}
	}
	return d.raw()
}

// maxPieces bounds comparing by words; longer texts differ as a whole.
const maxPieces = 20_000

// Words compares two texts word by word. Emphasis is left out, unless it is
// all that differs.
func Words(before, after string) []Piece {
	if x, y := bulletin.Plain(before), bulletin.Plain(after); x != y {
		before, after = x, y
	}
	a, b := pieces(before), pieces(after)
	if len(a)+len(b) > maxPieces {
		a, b = []string{before}, []string{after}
	}
	var r reading
	next := 0 // of b
	for i, k := range commonSubsequence(a, b) {
		if k < 0 {
			r.change(a[i], "")
			continue
		}
		for ; next < k; next++ {
			r.change("", b[next])
		}
		r.stay(a[i])
		next = k + 1
	}
	for ; next < len(b); next++ {
		r.change("", b[next])
	}
	r.flush()
	return r.out
}

// reading puts pieces together as people read them: where one stretch of words
// has taken the place of another, the blanks between the words belong to both,
// instead of standing between crumbs.
type reading struct {
	out        []Piece
	went, came string
	blank      string // after a replacement; what follows tells whether it belongs to it
}

func (r *reading) change(went, came string) {
	if r.blank != "" {
		r.went, r.came, r.blank = r.went+r.blank, r.came+r.blank, ""
	}
	r.went, r.came = r.went+went, r.came+came
}

func (r *reading) stay(text string) {
	if r.blank == "" && r.went != "" && r.came != "" && strings.TrimSpace(text) == "" {
		r.blank = text
		return
	}
	r.flush()
	r.put("", text)
}

func (r *reading) flush() {
	r.put(Removed, r.went)
	r.put(Added, r.came)
	r.put("", r.blank)
	r.went, r.came, r.blank = "", "", ""
}

func (r *reading) put(kind ChangeKind, text string) {
	switch n := len(r.out); {
	case text == "":
	case n > 0 && r.out[n-1].Kind == kind:
		r.out[n-1].Text += text
	default:
		r.out = append(r.out, Piece{kind, text})
	}
}

// pieces takes a text apart: words, each stretch of spaces, each sign but those
// within a number, which is one word.
func pieces(text string) []string {
	var all []string
	start, last := 0, 0
	for at, r := range text {
		class := classOf(r)
		if class == sign && isWithinNumber(text, at) {
			class = letter
		}
		if at > start && (class != last || class == sign) {
			all = append(all, text[start:at])
			start = at
		}
		last = class
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}

// isWithinNumber reports a sign as in "1.000,5"; of a date the day alone may differ.
func isWithinNumber(text string, at int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return strings.IndexByte(".,", text[at]) >= 0 && digit(at-1) && digit(at+1)
}

const (
	letter = iota + 1
	space
	sign
)

func classOf(r rune) int {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return letter
	case unicode.IsSpace(r):
		return space
	}
	return sign
}
