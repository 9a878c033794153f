package windowtest

import (
	"encoding/binary"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// neighbour is another program on the same screen: it offers what was copied in
// it, as a browser does, and files can be dragged out of its window, as out of
// a file manager's. It follows the freedesktop XDND protocol, version 5.
type neighbour struct {
	t    *testing.T
	x    *xgb.Conn
	win  xproto.Window
	root xproto.Window

	shared sync.Mutex // of the two below: the test's, and that of whoever answers
	atoms  map[string]xproto.Atom
	offer  map[xproto.Atom]map[string]string // selection → type → bytes
	rest   string                            // of what is being handed over in parts

	dragging bool
	target   xproto.Window // what the files are over
	waiting  bool          // for its answer
	accepts  bool
	missed   *xproto.MotionNotifyEvent // while it was waiting
	released bool
	dropped  chan struct{} // closed when the target has taken the files
}

// Where the neighbour's window is on the screen: over the corner at the bottom.
const neighbourX, neighbourY, neighbourSide = 1320, 730, 30

func newNeighbour(t *testing.T, display string) *neighbour {
	t.Helper()
	x, err := xgb.NewConnDisplay(display)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(x.Close)
	screen := xproto.Setup(x).DefaultScreen(x)
	n := &neighbour{
		t: t, x: x, root: screen.Root, atoms: map[string]xproto.Atom{},
		offer: map[xproto.Atom]map[string]string{}, dropped: make(chan struct{}),
	}
	for _, name := range []string{
		"CLIPBOARD", "TARGETS", "INCR", "XdndAware", "XdndSelection", "XdndEnter", "XdndPosition",
		"XdndStatus", "XdndDrop", "XdndFinished", "XdndActionCopy",
	} {
		n.atom(name)
	}
	if n.win, err = xproto.NewWindowId(x); err != nil {
		t.Fatal(err)
	}
	err = xproto.CreateWindowChecked(x, screen.RootDepth, n.win, n.root, neighbourX, neighbourY, neighbourSide, neighbourSide, 0,
		xproto.WindowClassInputOutput, screen.RootVisual, xproto.CwBackPixel|xproto.CwOverrideRedirect|xproto.CwEventMask,
		[]uint32{0x3366AA, 1, xproto.EventMaskButtonPress | xproto.EventMaskButtonRelease | xproto.EventMaskPointerMotion}).Check()
	if err != nil {
		t.Fatal(err)
	}
	go n.live()
	return n
}

func (n *neighbour) atom(name string) xproto.Atom {
	n.shared.Lock()
	defer n.shared.Unlock()
	a, known := n.atoms[name]
	if !known {
		r, err := xproto.InternAtom(n.x, false, uint16(len(name)), name).Reply()
		if err != nil {
			n.t.Error(err)
			return xproto.AtomNone
		}
		a = r.Atom
		n.atoms[name] = a
	}
	return a
}

// copies offers texts, by their types, on the clipboard. When it is done, the
// screen knows whose that is: a key that is pressed next comes by another way, and
// would be there before.
func (n *neighbour) copies(texts map[string]string) {
	n.t.Helper()
	n.offers("CLIPBOARD", texts)
	if err := xproto.SetSelectionOwnerChecked(n.x, n.win, n.atom("CLIPBOARD"), xproto.TimeCurrentTime).Check(); err != nil {
		n.t.Fatal(err)
	}
}

// offers keeps texts, by their types, for whoever asks for a selection.
func (n *neighbour) offers(selection string, texts map[string]string) {
	at := n.atom(selection)
	for name := range texts {
		n.atom(name)
	}
	n.shared.Lock()
	defer n.shared.Unlock()
	n.offer[at] = texts
}

// holds puts files into the window of the neighbour, to be dragged out of it.
func (n *neighbour) holds(uris []string) {
	n.offers("XdndSelection", map[string]string{"text/uri-list": strings.Join(uris, "\r\n") + "\r\n"})
	if err := xproto.MapWindowChecked(n.x, n.win).Check(); err != nil {
		n.t.Fatal(err)
	}
}

// hands waits until the files were taken where they were let go.
func (n *neighbour) hands() {
	n.t.Helper()
	select {
	case <-n.dropped:
		xproto.UnmapWindow(n.x, n.win)
	case <-time.After(patience):
		n.t.Fatal("the files that were dropped were not taken")
	}
}

func (n *neighbour) live() {
	for {
		e, err := n.x.WaitForEvent()
		if e == nil && err == nil {
			return // hung up
		}
		switch e := e.(type) {
		case xproto.SelectionRequestEvent:
			n.answer(e)
		case xproto.PropertyNotifyEvent:
			n.handOver(e)
		case xproto.ButtonPressEvent:
			n.dragging = true
			xproto.SetSelectionOwner(n.x, n.win, n.atom("XdndSelection"), e.Time)
		case xproto.MotionNotifyEvent:
			n.carry(e)
		case xproto.ButtonReleaseEvent:
			n.dragging, n.released = false, true
			n.letGo(e.Time)
		case xproto.ClientMessageEvent:
			n.told(e)
		}
	}
}

// answer gives what is asked for on the clipboard or in a drag.
func (n *neighbour) answer(e xproto.SelectionRequestEvent) {
	done := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target}
	n.shared.Lock()
	texts := n.offer[e.Selection]
	n.shared.Unlock()
	if e.Target == n.atom("TARGETS") {
		var types []byte
		for name := range texts {
			types = binary.LittleEndian.AppendUint32(types, uint32(n.atom(name)))
		}
		xproto.ChangeProperty(n.x, xproto.PropModeReplace, e.Requestor, e.Property, xproto.AtomAtom, 32, uint32(len(texts)), types)
		done.Property = e.Property
	}
	for name, text := range texts {
		if n.atom(name) == e.Target && len(text) > part {
			n.rest = text
			xproto.ChangeWindowAttributes(n.x, e.Requestor, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
			size := binary.LittleEndian.AppendUint32(nil, uint32(len(text)))
			xproto.ChangeProperty(n.x, xproto.PropModeReplace, e.Requestor, e.Property, n.atom("INCR"), 32, 1, size)
			done.Property = e.Property
		} else if n.atom(name) == e.Target {
			xproto.ChangeProperty(n.x, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, uint32(len(text)), []byte(text))
			done.Property = e.Property
		}
	}
	xproto.SendEvent(n.x, false, e.Requestor, 0, string(done.Bytes()))
}

// part is how much is handed over at once.
const part = 100_000

// handOver gives the next part, when the one before has been taken; the last one
// is empty.
func (n *neighbour) handOver(e xproto.PropertyNotifyEvent) {
	if e.State != xproto.PropertyDelete {
		return
	}
	now := n.rest[:min(part, len(n.rest))]
	n.rest = n.rest[len(now):]
	xproto.ChangeProperty(n.x, xproto.PropModeReplace, e.Window, e.Atom, xproto.AtomString, 8, uint32(len(now)), []byte(now))
}

// carry tells what is under the mouse that files are over it.
func (n *neighbour) carry(e xproto.MotionNotifyEvent) {
	if !n.dragging {
		return
	}
	if n.waiting {
		n.missed = &e
		return
	}
	under := n.under()
	if under != n.target {
		n.target, n.accepts = under, false
		if under != 0 {
			n.send("XdndEnter", 5<<24, uint32(n.atoms["text/uri-list"]), 0, 0)
		}
	}
	if n.target != 0 {
		n.waiting = true
		n.send("XdndPosition", 0, uint32(e.RootX)<<16|uint32(e.RootY), uint32(e.Time), uint32(n.atom("XdndActionCopy")))
	}
}

// letGo drops the files, once the target has answered.
func (n *neighbour) letGo(at xproto.Timestamp) {
	if n.released && !n.waiting && n.accepts {
		n.released = false
		n.send("XdndDrop", 0, uint32(at), 0, 0)
	}
}

func (n *neighbour) told(e xproto.ClientMessageEvent) {
	switch e.Type {
	case n.atom("XdndStatus"):
		n.waiting, n.accepts = false, e.Data.Data32[1]&1 != 0
		if m := n.missed; m != nil {
			n.missed = nil
			n.dragging = n.dragging || n.released
			n.carry(*m)
		}
		n.letGo(xproto.TimeCurrentTime)
	case n.atom("XdndFinished"):
		close(n.dropped)
		n.dropped = make(chan struct{})
	}
}

func (n *neighbour) send(name string, data ...uint32) {
	e := xproto.ClientMessageEvent{
		Format: 32, Window: n.target, Type: n.atom(name),
		Data: xproto.ClientMessageDataUnionData32New(append([]uint32{uint32(n.win)}, data...)),
	}
	xproto.SendEvent(n.x, false, n.target, 0, string(e.Bytes()))
}

// under is the window under the mouse that takes files, 0 where none does.
func (n *neighbour) under() xproto.Window {
	for at := n.root; at != 0; {
		if n.takesFiles(at) {
			return at
		}
		p, err := xproto.QueryPointer(n.x, at).Reply()
		if err != nil || p.Child == n.win {
			return 0
		}
		at = p.Child
	}
	return 0
}

func (n *neighbour) takesFiles(w xproto.Window) bool {
	r, err := xproto.GetProperty(n.x, false, w, n.atom("XdndAware"), xproto.GetPropertyTypeAny, 0, 1).Reply()
	return err == nil && r.Format != 0
}

// placeOfDesk is where the window of the desk is on the screen: the one that
// takes files.
func (n *neighbour) placeOfDesk() (x, y int, ok bool) {
	for _, w := range n.below(n.root) {
		if n.takesFiles(w) {
			r, err := xproto.TranslateCoordinates(n.x, w, n.root, 0, 0).Reply()
			if err != nil {
				return 0, 0, false
			}
			return int(r.DstX), int(r.DstY), true
		}
	}
	return 0, 0, false
}

// below are all windows within one.
func (n *neighbour) below(w xproto.Window) (all []xproto.Window) {
	r, err := xproto.QueryTree(n.x, w).Reply()
	if err != nil {
		return nil // it has gone meanwhile
	}
	for _, child := range r.Children {
		all = append(append(all, child), n.below(child)...)
	}
	return all
}
