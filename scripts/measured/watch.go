package main

import (
	"fmt"
	"io"
	"log"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// frame is the screen at a moment, coarsely.
type frame struct {
	at     time.Time
	pixels []uint32
}

const (
	everyFrame = 20 * time.Millisecond
	everyPixel = 4 // of a row, and every row of so many
	// asGood is the share of pixels that must be as they are in the end: a
	// caret blinks.
	asGood = 0.99
)

// watch looks at the left part of the screen, so many pixels wide, for a while
// and prints when it first looked as it does in the end, in milliseconds since
// 1970.
func watch(width int, during time.Duration) error {
	xgb.Logger = log.New(io.Discard, "", 0) // that a screen asks for no key is no trouble
	x, err := xgb.NewConn()
	if err != nil {
		return err
	}
	defer x.Close()
	screen := xproto.Setup(x).DefaultScreen(x)
	width = min(width, int(screen.WidthInPixels))
	var frames []frame
	for end := time.Now().Add(during); time.Now().Before(end); time.Sleep(everyFrame) {
		f, err := look(x, screen, width)
		if err != nil {
			return err
		}
		frames = append(frames, f)
	}
	last := frames[len(frames)-1]
	for _, f := range frames {
		if likeness(f, last) >= asGood {
			fmt.Println(f.at.UnixMilli())
			return nil
		}
	}
	return nil
}

func look(x *xgb.Conn, screen *xproto.ScreenInfo, width int) (frame, error) {
	got, err := xproto.GetImage(x, xproto.ImageFormatZPixmap, xproto.Drawable(screen.Root), 0, 0,
		uint16(width), screen.HeightInPixels, 0xFFFFFFFF).Reply()
	if err != nil {
		return frame{}, err
	}
	f := frame{at: time.Now()}
	const bytes = 4
	for y := 0; y < int(screen.HeightInPixels); y += everyPixel {
		for at := y * width * bytes; at < (y+1)*width*bytes; at += everyPixel * bytes {
			p := got.Data[at : at+3]
			f.pixels = append(f.pixels, uint32(p[0])|uint32(p[1])<<8|uint32(p[2])<<16)
		}
	}
	return f, nil
}

func likeness(a, b frame) float64 {
	same := 0
	for i, p := range a.pixels {
		if p == b.pixels[i] {
			same++
		}
	}
	return float64(same) / float64(len(a.pixels))
}
