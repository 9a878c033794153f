// Package pdf writes finished pages as a PDF file that a print house accepts
// as it is. It is the only place that knows gofpdf.
//
// The work has three steps. The pages are painted through gofpdf, with tiny
// stand-ins for the photos (paint.go); package photo brings the photos to
// size, a few at a time (develop.go); package finish puts them in and makes
// of gofpdf's file what a print house asks for, while it is written out.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"time"

	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// Options are what one export wants. The zero Options write for the print
// house.
type Options struct {
	Profile Profile
	// Paper is what the office printer is loaded with; other profiles do not
	// ask.
	Paper impose.Paper
	// Booklet puts two pages on each side of sheets that are folded. Only the
	// office profile has it.
	Booklet bool
	// Creep is the thickness of the booklet's paper; see impose.Booklet.
	Creep layout.Length
	// Pages are the numbers of those that are wanted, from 1, in the order in
	// which they are wanted; nil is all. Numbers that no page has are passed
	// over.
	Pages []int
	// Marks puts crop and register marks and a line about the page around it.
	// Only the print profile has them.
	Marks bool
	// Printed gives the size of a photo for print by that of its original; nil:
	// that of its original.
	Printed func(layout.PixelSize) layout.PixelSize
	// Halves gives a photo for print in half its size both ways, nil without an
	// error where there is none; a nil Halves has none at all. It is called as
	// photos is.
	Halves layout.PhotoSource
	// Progress, where it is set, is called after each page and each photo;
	// total counts both. Calls come one at a time.
	Progress func(done, total int)
}

// Write writes doc as a PDF file to w. The same doc, photos and options give
// the same bytes. photos is called from one goroutine at a time, and never
// after Write returned.
//
// It stops with ctx's error between pages and photos. Its troubles are
// pdf_profile_unknown, pdf_no_pages, pdf_booklet_office, pdf_marks_print and
// pdf_photo_unusable (args: photo, page).
func Write(ctx context.Context, w io.Writer, doc *layout.Document, photos layout.PhotoSource, o Options) (err error) {
	defer func() {
		// gofpdf panics on text that it cannot set. What we know of is kept
		// away from it; the rest must not take the desk down.
		if cause := recover(); cause != nil {
			err = fmt.Errorf("write PDF: %v", cause)
		}
	}()
	s, err := settingsOf(o.Profile)
	if err != nil {
		return err
	}
	doc, numbers := chosen(doc, o.Pages)
	if err := check(doc); err != nil {
		return err
	}
	p, err := newPainter(doc, s, o)
	if err != nil {
		return err
	}
	p.folios = numbers
	photosWanted, err := p.plan()
	if err != nil {
		return err
	}
	steps := newSteps(len(doc.Pages)+photosWanted, o.Progress)
	if err := p.paint(ctx, steps); err != nil {
		return err
	}
	var painted bytes.Buffer
	if err := p.out.Output(&painted); err != nil {
		return fmt.Errorf("paint pages: %w", err)
	}
	room := newDarkroom(ctx, photos, o.Halves, p.wants)
	defer room.close()
	book := p.book(dateOf(doc.Date))
	book.Pictures = room.pictures(steps)
	if err := finish.Write(w, painted.Bytes(), book); err != nil {
		return fmt.Errorf("finish PDF: %w", err)
	}
	return nil
}

// check refuses what no PDF can hold.
func check(doc *layout.Document) error {
	if len(doc.Pages) == 0 {
		return bulletin.NewTrouble("pdf_no_pages", nil, nil)
	}
	const most = 14_400 * layout.Point // ISO 32000-1, annex C
	if t := doc.Trim; t.Width <= 0 || t.Height <= 0 || t.Width > most || t.Height > most || doc.Bleed < 0 || doc.Bleed > most {
		return fmt.Errorf("write PDF: a page of %v × %v mm cannot be", t.Width.InMillimetres(), t.Height.InMillimetres())
	}
	return nil
}

func dateOf(d bulletin.Date) time.Time {
	if d.IsZero() {
		d = bulletin.Date{Year: 2000, Month: time.January, Day: 1}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// steps counts what is done.
type steps struct {
	done, total int
	tell        func(done, total int)
}

func newSteps(total int, tell func(done, total int)) *steps {
	return &steps{total: total, tell: tell}
}

func (s *steps) next() {
	s.done++
	if s.tell != nil {
		s.tell(s.done, s.total)
	}
}
