package illustration

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
)

// Names lists the pictures in alphabetical order.
func Names() []string {
	names := make([]string, 0, len(scenes))
	for name := range scenes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// scene is one picture of the package.
type scene struct {
	portrait bool
	paint    func(*canvas)
}

// Draw paints the named picture with a long side of so many pixels; the sides
// are as 3 to 2. A name that is none, and a side under 30 or over 6,000, are
// errors.
func Draw(name string, long int) (*image.RGBA, error) {
	s, ok := scenes[name]
	if !ok {
		return nil, fmt.Errorf("draw illustration: none is called %q", name)
	}
	if long < 30 || long > 6000 {
		return nil, fmt.Errorf("draw illustration %q: a long side of %d pixels is out of range", name, long)
	}
	width, height := long, long*2/3
	if s.portrait {
		width, height = height, width
	}
	c := newCanvas(width, height)
	s.paint(c)
	c.paper()
	return c.img, nil
}

// quality keeps the painted grain without making files of many megabytes.
const quality = 88

// JPEG is Draw, encoded.
func JPEG(name string, long int) ([]byte, error) {
	img, err := Draw(name, long)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("encode illustration %q: %w", name, err)
	}
	return b.Bytes(), nil
}
