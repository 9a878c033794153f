package torture_test

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A disk is what would be on a real one, if the power went off now, and what the
// system still holds back: writes to each file since it was last synced, and
// names since their folder was. Of the first any may be missing, in any order,
// and each may be torn at a sector; of the second the last ones may be missing.
type disk struct {
	folder string
	names  map[string]*inode // as programs see them
	safe   map[string]*inode // as they are on the disk
	moves  []move
}

// move is a change of names in some folders that is not synced yet.
type move struct {
	folders [2]string
	change  func(names map[string]*inode)
}

// inode is a file, whatever it is called.
type inode struct {
	safe    []byte
	pending []event
}

const sector = 512

// newDisk is a disk on which everything is safe.
func newDisk(folder string, files map[string][]byte) *disk {
	d := &disk{folder: folder, names: map[string]*inode{}, safe: map[string]*inode{}}
	for path, b := range files {
		d.names[path] = &inode{safe: bytes.Clone(b)}
		d.safe[path] = d.names[path]
	}
	return d
}

// filesBelow reads every file below a folder.
func filesBelow(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[path], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// move changes names, for programs at once.
func (d *disk) move(e event, change func(names map[string]*inode)) {
	change(d.names)
	d.moves = append(d.moves, move{[2]string{filepath.Dir(e.path), filepath.Dir(cmp.Or(e.to, e.path))}, change})
}

// syncFolder makes the changes of names in a folder safe.
func (d *disk) syncFolder(folder string) {
	d.moves = slices.DeleteFunc(d.moves, func(m move) bool {
		if !slices.Contains(m.folders[:], folder) {
			return false
		}
		m.change(d.safe)
		return true
	})
}

// do carries out an event. Pending writes carry their numbers, since a sync
// takes only those before it began.
func (d *disk) do(number int, e event) {
	file := d.names[e.path]
	switch e.call {
	case "create":
		if file == nil {
			fresh := &inode{}
			d.move(e, func(names map[string]*inode) { names[e.path] = fresh })
		}
	case "write", "append", "truncate":
		if file != nil {
			e.from = number
			if e.call == "append" {
				e.call, e.offset = "write", int64(len(file.now()))
			}
			file.pending = append(file.pending, e)
		}
	case "sync":
		if file != nil {
			file.sync(e.from)
		} else {
			d.syncFolder(e.path)
		}
	case "unlink":
		d.move(e, func(names map[string]*inode) { delete(names, e.path) })
	case "rename":
		d.move(e, func(names map[string]*inode) {
			if f := names[e.path]; f != nil {
				names[e.to] = f
				delete(names, e.path)
			}
		})
	case "link":
		d.move(e, func(names map[string]*inode) { names[e.to] = names[e.path] })
	}
}

func (f *inode) sync(before int) {
	var later []event
	for _, e := range f.pending {
		if e.from < before {
			f.safe = apply(f.safe, e)
		} else {
			later = append(later, e)
		}
	}
	f.pending = later
}

func (f *inode) now() []byte {
	b := bytes.Clone(f.safe)
	for _, e := range f.pending {
		b = apply(b, e)
	}
	return b
}

func apply(b []byte, e event) []byte {
	if e.call == "truncate" {
		if int(e.offset) <= len(b) {
			return b[:e.offset]
		}
		return append(b, make([]byte, int(e.offset)-len(b))...)
	}
	if missing := int(e.offset) + len(e.data) - len(b); missing > 0 {
		b = append(b, make([]byte, missing)...)
	}
	copy(b[e.offset:], e.data)
	return b
}

// crash is how a power cut treats what was held back.
type crash int

const (
	dropAll crash = iota
	keepAll
	dropSome  // any of the writes
	tearSome  // any of the sectors
	dropLater // all after a certain one
	reorder   // any of the writes, in any order
	crashes
)

// image is what a file holds after the crash.
func (f *inode) image(how crash, random *rand.Rand) []byte {
	b := bytes.Clone(f.safe)
	pending := f.pending
	switch how {
	case dropAll:
		return b
	case dropLater:
		pending = pending[:random.IntN(len(pending)+1)]
	case reorder:
		pending = append([]event(nil), pending...)
		random.Shuffle(len(pending), func(i, j int) { pending[i], pending[j] = pending[j], pending[i] })
	}
	for _, e := range pending {
		switch {
		case how == keepAll || how == dropLater:
			b = apply(b, e)
		case how == tearSome && e.call == "write":
			b = tear(b, e, random)
		case random.IntN(2) == 0:
			b = apply(b, e)
		}
	}
	return b
}

// tear writes some of the sectors of a write.
func tear(b []byte, e event, random *rand.Rand) []byte {
	for at := 0; at < len(e.data); {
		end := min(len(e.data), at+sector-int(e.offset+int64(at))%sector)
		if random.IntN(2) == 0 {
			b = apply(b, event{call: "write", offset: e.offset + int64(at), data: e.data[at:end]})
		}
		at = end
	}
	return b
}

// cut writes what is on the disk after a power cut into a folder. Names that
// were not synced last up to a certain one.
func (d *disk) cut(t *testing.T, to string, how crash, random *rand.Rand) {
	t.Helper()
	names := map[string]*inode{}
	for name, f := range d.safe {
		names[name] = f
	}
	lasting := random.IntN(len(d.moves) + 1)
	switch how {
	case dropAll:
		lasting = 0
	case keepAll:
		lasting = len(d.moves)
	}
	for _, m := range d.moves[:lasting] {
		m.change(names)
	}
	for name, f := range names {
		if f == nil {
			continue
		}
		path := filepath.Join(to, strings.TrimPrefix(name, d.folder))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.image(how, random), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
