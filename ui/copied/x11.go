//go:build !windows && !darwin

package copied

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// kinds are what can be taken, the best first.
var kinds = []string{"image/png", "image/jpeg", "image/webp"}

// hush has nothing said on stderr that is no trouble.
var hush = sync.OnceFunc(func() { xgb.Logger = log.New(io.Discard, "", 0) })

// html is the kind of what is copied of a web page.
const html = "text/html"

// files is the kind of a list of files, as file managers give it.
const files = "text/uri-list"

// read asks for the picture.
func read(ctx context.Context) (raw []byte, err error) {
	err = asking(ctx, func(r *reader, offers map[xproto.Atom]bool) error {
		for _, kind := range kinds {
			if offers[r.atoms[kind]] {
				raw, err = r.ask(r.atoms[kind])
				return err
			}
		}
		for atom := range offers {
			if strings.HasPrefix(r.nameOf(atom), "image/") {
				return errKind
			}
		}
		return nil
	})
	return raw, err
}

// readFiles asks for the files that were copied.
func readFiles(ctx context.Context) (paths []string, err error) {
	err = asking(ctx, func(r *reader, offers map[xproto.Atom]bool) error {
		if !offers[r.atoms[files]] {
			return nil
		}
		raw, err := r.ask(r.atoms[files])
		paths = fromURIList(raw)
		return err
	})
	return paths, err
}

// readHTML asks for what was copied of a web page.
func readHTML(ctx context.Context) (raw []byte, err error) {
	err = asking(ctx, func(r *reader, offers map[xproto.Atom]bool) error {
		if offers[r.atoms[html]] {
			raw, err = r.ask(r.atoms[html])
		}
		return err
	})
	return raw, err
}

// asking asks whoever has the clipboard, by the rules of the ICCCM, section 2.
// Under Wayland, XWayland passes the question on.
func asking(ctx context.Context, do func(r *reader, offers map[xproto.Atom]bool) error) error {
	if os.Getenv("DISPLAY") == "" {
		return nil
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	hush()
	x, err := xgb.NewConn()
	if err != nil {
		return fmt.Errorf("reach the screen: %w", err)
	}
	defer x.Close()
	r := reader{ctx: ctx, x: x, atoms: map[string]xproto.Atom{}, events: make(chan xgb.Event)}
	if err := r.open(); err != nil {
		return fmt.Errorf("ask for the clipboard: %w", err)
	}
	offers, err := r.offers()
	if err != nil {
		return err
	}
	return do(&r, offers)
}

// reader is a window, never shown, that others hand the clipboard to.
type reader struct {
	ctx    context.Context
	x      *xgb.Conn
	win    xproto.Window
	atoms  map[string]xproto.Atom
	events chan xgb.Event
}

// property is where the window takes what is handed to it.
const property = "BANTIN_COPIED"

func (r *reader) open() (err error) {
	for _, name := range append([]string{"CLIPBOARD", "TARGETS", "INCR", property, html, files}, kinds...) {
		a, err := xproto.InternAtom(r.x, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		r.atoms[name] = a.Atom
	}
	if r.win, err = xproto.NewWindowId(r.x); err != nil {
		return err
	}
	screen := xproto.Setup(r.x).DefaultScreen(r.x)
	err = xproto.CreateWindowChecked(r.x, 0, r.win, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	go func() {
		defer close(r.events)
		for {
			e, wrong := r.x.WaitForEvent()
			if e == nil && wrong == nil {
				return // hung up
			}
			select {
			case r.events <- e:
			case <-r.ctx.Done():
				return
			}
		}
	}()
	return err
}

// next waits for an event that is wanted.
func (r *reader) next(wanted func(xgb.Event) bool) (xgb.Event, error) {
	late := time.NewTimer(patience)
	defer late.Stop()
	for {
		select {
		case <-r.ctx.Done():
			return nil, r.ctx.Err()
		case <-late.C:
			return nil, errSilent
		case e, ok := <-r.events:
			if !ok {
				return nil, errSilent
			}
			if e != nil && wanted(e) {
				return e, nil
			}
		}
	}
}

// offers are the kinds in which the clipboard can be had; none where it is
// empty.
func (r *reader) offers() (map[xproto.Atom]bool, error) {
	raw, err := r.ask(r.atoms["TARGETS"])
	if err != nil {
		return nil, err
	}
	all := map[xproto.Atom]bool{}
	for ; len(raw) >= 4; raw = raw[4:] {
		all[xproto.Atom(binary.LittleEndian.Uint32(raw))] = true
	}
	return all, nil
}

func (r *reader) nameOf(a xproto.Atom) string {
	name, err := xproto.GetAtomName(r.x, a).Reply()
	if err != nil {
		return ""
	}
	return name.Name
}

// ask asks for the clipboard in a kind; nil where it cannot be had in that.
func (r *reader) ask(kind xproto.Atom) ([]byte, error) {
	xproto.ConvertSelection(r.x, r.win, r.atoms["CLIPBOARD"], kind, r.atoms[property], xproto.TimeCurrentTime)
	e, err := r.next(func(e xgb.Event) bool { n, ok := e.(xproto.SelectionNotifyEvent); return ok && n.Target == kind })
	if err != nil {
		return nil, err
	}
	if e.(xproto.SelectionNotifyEvent).Property == xproto.AtomNone {
		return nil, nil
	}
	raw, of, err := r.take()
	if err != nil || of != r.atoms["INCR"] {
		return raw, err
	}
	return r.parts()
}

// parts takes what is handed over piece by piece, up to an empty one.
func (r *reader) parts() (all []byte, err error) {
	given := func(e xgb.Event) bool {
		p, ok := e.(xproto.PropertyNotifyEvent)
		return ok && p.Atom == r.atoms[property] && p.State == xproto.PropertyNewValue
	}
	for {
		if _, err := r.next(given); err != nil {
			return nil, err
		}
		part, _, err := r.take()
		if err != nil || len(part) == 0 {
			return all, err
		}
		if all = append(all, part...); len(all) > Largest {
			return nil, errLarge
		}
	}
}

// take takes what was handed to the window, and its kind.
func (r *reader) take() (raw []byte, of xproto.Atom, err error) {
	const words = 1 << 16 // at a time, of four bytes each
	for {
		p, err := xproto.GetProperty(r.x, false, r.win, r.atoms[property], xproto.GetPropertyTypeAny, uint32(len(raw)/4), words).Reply()
		if err != nil {
			return nil, 0, fmt.Errorf("take the clipboard: %w", err)
		}
		raw, of = append(raw, p.Value...), p.Type
		if len(raw) > Largest {
			return nil, 0, errLarge
		}
		if p.BytesAfter == 0 {
			xproto.DeleteProperty(r.x, r.win, r.atoms[property])
			return raw, of, nil
		}
	}
}
