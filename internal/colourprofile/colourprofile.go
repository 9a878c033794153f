// Package colourprofile reads ICC profiles of any kind and says what colours
// look like by them. Profiles come in with foreign photos, so nothing that they
// say of their own size is believed before it is looked at.
package colourprofile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/kovidgoyal/imaging/prism/meta/icc"
)

// Look is what the colours of a profile look like. It may be used by one
// goroutine at a time.
type Look struct {
	Channels int // of a colour: 1 grey, 3 RGB, 4 inks
	pipeline *icc.Pipeline
}

// Read reads a profile of grey, RGB or four inks. Colours are brought to sRGB
// relative to white or paper, black point compensated where the profile's tables
// allow it. It fails for what is no profile, broken, or of another kind.
func Read(profile []byte) (look *Look, err error) {
	defer failing(&err)
	if err := sound(profile); err != nil {
		return nil, err
	}
	read, err := icc.NewProfileReader(bytes.NewReader(profile)).ReadProfile()
	if err != nil {
		return nil, fmt.Errorf("read colour profile: %w", err)
	}
	channels := map[icc.ColorSpace]int{icc.ColorSpaceGray: 1, icc.ColorSpaceRGB: 3, icc.ColorSpaceCMYK: 4}[read.Header.DataColorSpace]
	if channels == 0 {
		return nil, fmt.Errorf("colour profile of %s", read.Header.DataColorSpace)
	}
	pipeline, err := read.CreateTransformerToSRGB(icc.RelativeColorimetricRenderingIntent, true, channels, true, false, true)
	if err != nil {
		return nil, fmt.Errorf("use colour profile: %w", err)
	}
	look = &Look{channels, pipeline}
	if _, err := look.Grid(2); err != nil { // what its tables lack shows when they are used
		return nil, err
	}
	return look, nil
}

// RGB is the sRGB, each of 0 to 1, of a colour whose first Channels parts count,
// each of 0 to 1; full ink is 1.
func (l *Look) RGB(colour [4]float64) [3]float64 {
	var rgb [4]float64
	l.pipeline.TransformGeneral(rgb[:], colour[:])
	return [3]float64(rgb[:3])
}

// The parts of a profile (ICC.1:2022, 7.2 and 7.3): a head, the count of tags, and
// for each its name, place and size.
const (
	headBytes = 128
	tagBytes  = 12
	mostTags  = 256
)

// sound looks at what a profile says of its parts, as they are read into memory
// that is as large as that.
func sound(profile []byte) error {
	if len(profile) < headBytes+4 {
		return errors.New("colour profile is cut short")
	}
	count := int(binary.BigEndian.Uint32(profile[headBytes:]))
	table := profile[headBytes+4:]
	if count > mostTags || count*tagBytes > len(table) {
		return fmt.Errorf("colour profile says that it has %d parts", count)
	}
	for i := range count {
		at, size := int(binary.BigEndian.Uint32(table[i*tagBytes+4:])), int(binary.BigEndian.Uint32(table[i*tagBytes+8:]))
		if at < headBytes+4+count*tagBytes || at+size > len(profile) {
			return fmt.Errorf("part %d of colour profile lies outside of it", i)
		}
	}
	return nil
}

// failing makes an error of the panic that a broken table can lead to.
func failing(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("use colour profile: %v", r)
	}
}
