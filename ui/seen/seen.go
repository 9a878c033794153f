// Package seen is a hook for tests, which cannot read the screen: it tells what
// words and pictures the window shows now, and where, so that a test may wait
// for a sentence and put the mouse on it as a person would.
package seen

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Thing is something on the window. Its place is in pixels from the top left
// corner of the window.
type Thing struct {
	Kind       string // "text", "picture" or "widget"
	Text       string // the words; of a widget its type
	X, Y, W, H int
	Layer      int  // 0 is the window, 1 the first panel over it, and so on
	Focused    bool // has the keyboard
}

// Serve answers everyone who connects to a Unix socket with what the window
// shows, as lines of JSON, and hangs up. do runs something on the goroutine of
// the window. stop ends it.
func Serve(socket string, win fyne.Window, do func(func())) (stop func(), err error) {
	l, err := net.Listen("unix", socket)
	if err != nil {
		return nil, fmt.Errorf("tell what the window shows: %w", err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			do(func() {
				things := Look(win.Canvas())
				go answer(c, things)
			})
		}
	}()
	return func() { l.Close() }, nil
}

func answer(c io.WriteCloser, things []Thing) {
	defer c.Close()
	to := json.NewEncoder(c)
	for _, t := range things {
		if to.Encode(t) != nil {
			return
		}
	}
}

// Look gives what a canvas shows, in the order in which it is painted. Fyne
// keeps that tree to itself; its canvases have a method that walks it.
func Look(c fyne.Canvas) []Thing {
	walk := reflect.ValueOf(c).MethodByName("WalkTrees")
	if !walk.IsValid() || walk.Type().NumIn() != 2 {
		return nil
	}
	var out []Thing
	layer := 0
	overlays := c.Overlays().List()
	visit := reflect.MakeFunc(walk.Type().In(0), func(in []reflect.Value) []reflect.Value {
		o, ok := in[0].MethodByName("Obj").Call(nil)[0].Interface().(fyne.CanvasObject)
		at, placed := in[1].Interface().(fyne.Position)
		if !ok || !placed {
			return nil
		}
		for i, overlay := range overlays {
			if o == overlay {
				layer = i + 1
			}
		}
		if t, ok := about(o); ok {
			scale := c.Scale()
			px := func(v float32) int { return int(v*scale + 0.5) }
			t.X, t.Y, t.W, t.H = px(at.X), px(at.Y), px(o.Size().Width), px(o.Size().Height)
			t.Layer = layer
			f, can := o.(fyne.Focusable)
			t.Focused = can && f == c.Focused()
			out = append(out, t)
		}
		return nil
	})
	walk.Call([]reflect.Value{visit, reflect.Zero(walk.Type().In(1))})
	return out
}

// about is what can be said of an object alone; ok is false for those that show
// nothing by themselves.
func about(o fyne.CanvasObject) (t Thing, ok bool) {
	switch o := o.(type) {
	case *canvas.Text:
		return Thing{Kind: "text", Text: o.Text}, o.Text != ""
	case *canvas.Image, *canvas.Raster:
		return Thing{Kind: "picture"}, true
	case fyne.Widget:
		return Thing{Kind: "widget", Text: fmt.Sprintf("%T", o)}, true
	}
	return Thing{}, false
}
