package pdf_test

import (
	"regexp"
	"strings"
	"testing"

	"bantin/export/pdf"
)

// notInX4 are the words of a file which PDF/X-4 (ISO 15930-7, section 6) has
// no place for, each with what it would be.
var notInX4 = map[string]string{
	`/Encrypt\b`:            "a locked file",
	`/AA\b`:                 "actions that start by themselves",
	`/OpenAction\b`:         "an action on opening",
	`/JavaScript\b`:         "a program in the file",
	`/AcroForm\b`:           "a form to fill in",
	`/Annots\b`:             "links or notes on the page",
	`/OPI\b`:                "a picture that stands for another",
	`/Subtype /PS\b`:        "a program for the printer",
	`/Alternates\b`:         "several pictures for one place",
	`/Ref <<`:               "a page of another file",
	`/TR2?\b`:               "a transfer curve",
	`/HTO?P?\b`:             "a screen of its own",
	`/LZWDecode\b`:          "a filter that it forbids",
	`/ArtBox\b`:             "a second box for the cut page",
	`/DefaultRGB\b`:         "a colour meant for screens",
	`/(DeviceRGB|CalRGB)\b`: "a colour meant for screens",
	`/CIDFontType0\b`:       "an outline that was not embedded as TrueType",
}

// TestNothingThatPDFX4Forbids looks through every object of print files, with
// marks and without. No checker of PDF/X that may be had freely exists for
// the systems that the tests run on, so its clauses are asked one by one.
func TestNothingThatPDFX4Forbids(t *testing.T) {
	for _, marks := range []bool{false, true} {
		doc, photos := magazine(t)
		path, _ := writeWith(t, doc, photos, pdf.Options{Profile: pdf.Print, Marks: marks})
		objects := withoutStreams(opened(t, path))
		for pattern, what := range notInX4 {
			if found := regexp.MustCompile(pattern).FindString(objects); found != "" {
				t.Errorf("marks %v: %s is %s", marks, found, what)
			}
		}
		descriptors := strings.Count(objects, "/Type /FontDescriptor")
		if programs := strings.Count(objects, "/FontFile2 "); descriptors == 0 || programs != descriptors {
			t.Errorf("marks %v: %d of %d fonts are embedded", marks, programs, descriptors)
		}
		pages := strings.Count(objects, "/Type /Page\n")
		if trims := strings.Count(objects, "/TrimBox"); pages == 0 || trims != pages {
			t.Errorf("marks %v: %d of %d pages have a box for the cut page", marks, trims, pages)
		}
		intents := strings.Count(objects, "/S /GTS_PDFX")
		if profiles := strings.Count(objects, "/DestOutputProfile "); intents != 1 || profiles != 1 {
			t.Errorf("marks %v: %d output intents with %d profiles", marks, intents, profiles)
		}
	}
}

// withoutStreams is the text of a file that qpdf spelled out, without what is
// in its streams: dictionaries, arrays and names alone.
func withoutStreams(spelled string) string {
	return regexp.MustCompile(`(?s)\nstream\n.*?\nendstream`).ReplaceAllString(spelled, "")
}
