package reception

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"slices"
	"time"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"bantin/bulletin"
)

// The bounds of a drawing.
const (
	drawnSide     = 2400 // pixels of its longer side: 20 cm at 300 dpi
	mostDrawing   = 4 << 20
	drawingWaits  = time.Minute // for one that is drawn without end; an old PC that is busy may need long for a whole one
	leastOfDrawn  = 8           // pixels of its shorter side
	mostDrawnDeep = 64          // elements in one another
)

// beyond are the elements of SVG that oksvg leaves out or, in the case of use,
// follows without end: a logo without its letters is not the logo.
var beyond = []string{
	"use", "text", "image", "mask", "filter", "pattern", "clipPath", "foreignObject", "symbol",
}

// drawn is the picture (PNG) that a drawing (SVG) gives.
func drawn(ctx context.Context, path string, raw []byte) ([]byte, error) {
	broken := func(err error) error {
		return bulletin.NewTrouble("logo_drawing_broken", bulletin.Args{"file": path}, err)
	}
	if len(raw) > mostDrawing {
		return nil, broken(fmt.Errorf("%d bytes", len(raw)))
	}
	element, err := strangeElement(raw)
	if err != nil {
		return nil, broken(err)
	}
	if element != "" {
		return nil, bulletin.NewTrouble("logo_drawing_beyond", bulletin.Args{"file": path, "element": element}, nil)
	}
	type result struct {
		raw []byte
		err error
	}
	done := make(chan result, 1)
	go func() {
		out, err := paint(raw)
		done <- result{out, err}
	}()
	ctx, stop := context.WithTimeout(ctx, drawingWaits)
	defer stop()
	select {
	case r := <-done:
		if r.err != nil {
			return nil, broken(r.err)
		}
		return r.raw, nil
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.Canceled) {
			return nil, ctx.Err()
		}
		return nil, broken(ctx.Err())
	}
}

// strangeElement names the first part of a drawing that would not be drawn as
// it is meant, "" for none.
func strangeElement(raw []byte) (string, error) {
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // names are ASCII in all
	depth := 0
	for {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return "", nil
		case err != nil:
			return "", fmt.Errorf("read the drawing: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > mostDrawnDeep {
				return "", errors.New("nested too deep")
			}
			if slices.Contains(beyond, t.Name.Local) {
				return t.Name.Local, nil
			}
			for _, a := range t.Attr {
				if a.Name.Local == "stroke-dasharray" && a.Value != "none" {
					return a.Name.Local, nil
				}
			}
		case xml.EndElement:
			depth--
		}
	}
}

// paint draws a drawing. oksvg falls over some broken ones.
func paint(raw []byte) (out []byte, err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			err = fmt.Errorf("draw: %v", trouble)
		}
	}()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read the drawing: %w", err)
	}
	w, h := icon.ViewBox.W, icon.ViewBox.H
	scale := drawnSide / max(w, h)
	width, height := int(w*scale+0.5), int(h*scale+0.5)
	if w <= 0 || h <= 0 || len(icon.SVGPaths) == 0 || width < leastOfDrawn || height < leastOfDrawn || max(width, height) > drawnSide {
		return nil, fmt.Errorf("nothing to draw in %g × %g", w, h)
	}
	icon.SetTarget(0, 0, float64(width), float64(height))
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	icon.Draw(rasterx.NewDasher(width, height, rasterx.NewScannerGV(width, height, picture, picture.Bounds())), 1)
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return file.Bytes(), nil
}
