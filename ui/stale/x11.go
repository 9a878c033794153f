//go:build !windows && !darwin

package stale

import (
	"encoding/binary"
	"io"
	"log"
	"os"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

const (
	// patience is how long a window manager may take that is just coming.
	patience = time.Second
	glance   = 50 * time.Millisecond
)

var hush = sync.OnceFunc(func() { xgb.Logger = log.New(io.Discard, "", 0) })

// Clear is called before the first window is made. It waits a moment for a
// window manager that is just coming, and takes away what one has left that is
// gone. Where there is nothing of the kind, it returns at once.
func Clear() {
	if os.Getenv("DISPLAY") == "" {
		return
	}
	hush()
	x, err := xgb.NewConn()
	if err != nil {
		return // whoever makes the window says why
	}
	defer x.Close()
	name := "_NET_SUPPORTING_WM_CHECK"
	atom, err := xproto.InternAtom(x, true, uint16(len(name)), name).Reply()
	if err != nil || atom.Atom == xproto.AtomNone {
		return
	}
	root := xproto.Setup(x).DefaultScreen(x).Root
	for end := time.Now().Add(patience); ; time.Sleep(glance) {
		named, ok := window(x, root, atom.Atom)
		if !ok {
			return // no window manager, or none that tells
		}
		if _, there := window(x, named, atom.Atom); there {
			return
		}
		if time.Now().After(end) {
			break
		}
	}
	_ = xproto.DeletePropertyChecked(x, root, atom.Atom).Check() // where it cannot be, nothing is worse than before
}

// window is the window that a property of another one names.
func window(x *xgb.Conn, of xproto.Window, property xproto.Atom) (xproto.Window, bool) {
	r, err := xproto.GetProperty(x, false, of, property, xproto.AtomWindow, 0, 1).Reply()
	if err != nil || r.Format != 32 || len(r.Value) < 4 {
		return 0, false
	}
	return xproto.Window(binary.LittleEndian.Uint32(r.Value)), true
}
