package windowtest

import (
	"encoding/binary"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// TestAWindowManagerThatIsGone: what it has left on the screen, the name of a
// window that is not there any more, does not keep the program from starting.
func TestAWindowManagerThatIsGone(t *testing.T) {
	s := newStage(t)
	x, err := xgb.NewConnDisplay(s.display)
	s.check(err)
	defer x.Close()
	name := "_NET_SUPPORTING_WM_CHECK"
	atom, err := xproto.InternAtom(x, false, uint16(len(name)), name).Reply()
	s.check(err)
	root := xproto.Setup(x).DefaultScreen(x).Root
	s.wait("the window manager", func() bool { // else it would put its own name there afterwards
		r, err := xproto.GetProperty(x, false, root, atom.Atom, xproto.AtomWindow, 0, 1).Reply()
		return err == nil && len(r.Value) > 0
	})
	gone := make([]byte, 4)
	binary.LittleEndian.PutUint32(gone, 0x3fffff)
	s.check(xproto.ChangePropertyChecked(x, xproto.PropModeReplace, root, atom.Atom, xproto.AtomWindow, 32, 1, gone).Check())
	s.start(s.drafts())
	s.close()
}
