package press_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/press"
)

func TestPagesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]press.Pages{
		"": nil, "  ": nil,
		"3":         {{First: 3, Last: 3}},
		"2-5,8":     {{First: 2, Last: 5}, {First: 8, Last: 8}},
		" 2 – 5 ,8": {{First: 2, Last: 5}, {First: 8, Last: 8}},
		"3-":        {{First: 3}},
		"-4":        {{First: 1, Last: 4}},
	} {
		got, err := press.ParsePages(text)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"-", "a", "1,,2", "5-2", "0", "1-2-3", "-0", "1,", "999999999999"} {
		if got, err := press.ParsePages(text); bulletin.TroubleKey(err) != "pages_unreadable" {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestPagesNeverPanic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("0129-–, a"))).Draw(t, "text")
		pages, err := press.ParsePages(text)
		for _, span := range pages {
			if err == nil && (span.First < 1 || span.Last != 0 && span.Last < span.First) {
				t.Fatalf("%q gives %v", text, pages)
			}
		}
	})
}

// TestOnlyTheWantedPages are written, as PDF and as pictures, and only what is
// wrong on them keeps them from the print house.
func TestOnlyTheWantedPages(t *testing.T) {
	f, issue := filled(t)
	dir := t.TempDir()
	job := press.Job{Issue: issue, Pages: press.Pages{{First: 2, Last: 3}}, Profile: pdf.Screen}
	report, err := press.Export(t.Context(), f, job, filepath.Join(dir, "a.pdf"), nil)
	if err != nil || !slices.Equal(report.Printed, []int{2, 3}) {
		t.Fatalf("printed %v, %v", report.Printed, err)
	}
	for _, finding := range report.Findings {
		if page := finding.Where.Page; page != 0 && page != 2 && page != 3 {
			t.Errorf("told of page %d: %s", page, finding.Rule)
		}
	}
	painted, err := press.ExportPictures(t.Context(), f, job, dir, 30, nil)
	if err != nil || len(painted.Pictures) != 2 || filepath.Base(painted.Pictures[0]) != "trang-02.png" {
		t.Errorf("pictures %v, %v", painted.Pictures, err)
	}
	job.Pages = press.Pages{{First: 900}}
	if _, err := press.Export(t.Context(), f, job, filepath.Join(dir, "b.pdf"), nil); bulletin.TroubleKey(err) != "pages_absent" {
		t.Errorf("page 900: %v", err)
	}
	job.Pages = press.Pages{{First: 2, Last: 2}, {First: 900, Last: 900}}
	if _, err := press.Export(t.Context(), f, job, filepath.Join(dir, "b.pdf"), nil); bulletin.TroubleKey(err) != "page_absent" {
		t.Errorf("pages 2 and 900: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "b.pdf")); err == nil {
		t.Error("a file of no pages was written")
	}
}

func TestReportSaysWhatPaperIsNeeded(t *testing.T) {
	f, issue := filled(t)
	job := press.Job{Issue: issue, Style: "a4-bulletin", Profile: pdf.Office, Booklet: true, Paper: "a4"}
	report, err := press.Export(t.Context(), f, job, filepath.Join(t.TempDir(), "a.pdf"), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := press.Sheets{Count: (report.Pages + 3) / 4, PaperMM: [2]float64{297, 210}, Percent: report.Sheets.Percent, Duplex: true}
	if *report.Sheets != want || report.Sheets.Percent < 70 || report.Sheets.Percent > 72 {
		t.Errorf("sheets %+v, want %+v", *report.Sheets, want)
	}
}

// pictured reports a page with a photo of an article.
func pictured(p layout.Page, id bulletin.ID) bool {
	return slices.ContainsFunc(p.Items, func(item layout.Item) bool {
		picture, ok := item.(layout.Picture)
		return ok && picture.Source.Article == id
	})
}

// TestTheSmallSampleHasItsBriefsTogether: no page of it is in pieces, and few
// stories go on overleaf.
func TestTheSmallSampleHasItsBriefsTogether(t *testing.T) {
	f, issue := filled(t)
	doc, err := press.Layout(t.Context(), f, press.Job{Issue: issue, Style: "a5-bulletin"})
	if err != nil {
		t.Fatal(err)
	}
	boxes, jumps := 0, 0
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			if s, ok := item.(layout.Text); ok && s.Source.Part == layout.PartSection && letters(s) == "TIN VẮN" {
				boxes++
			}
		}
	}
	for _, s := range doc.Stories {
		jumps += len(s.Continued)
	}
	if boxes != 1 || jumps > 11 || len(doc.Pages) > 24 {
		t.Errorf("%d boxes of briefs, %d jumps in %d pages", boxes, jumps, len(doc.Pages))
	}
}

func letters(s layout.Text) string {
	var all []rune
	for _, g := range s.Glyphs {
		all = append(all, g.Rune)
	}
	return strings.TrimSpace(string(all))
}

// TestTheSampleFillsItsSheetsInEveryStyle: in every style the sample comes to a
// multiple of four pages, page one has the photo of its leading story, the
// contents stand in front, and the last page holds more than the imprint.
func TestTheSampleFillsItsSheetsInEveryStyle(t *testing.T) {
	f, issue := filled(t)
	for _, name := range styles.Names() {
		doc, err := press.Layout(t.Context(), f, press.Job{Issue: issue, Style: name})
		if err != nil {
			t.Fatal(err)
		}
		if len(doc.Pages)%4 != 0 {
			t.Errorf("%s: %d pages", name, len(doc.Pages))
		}
		found, err := press.Preflight(t.Context(), f, press.Job{Issue: issue, Style: name})
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range found {
			switch finding.Rule {
			case "pages_asked", "pages_loose", "last_page_bare", "blank_page", "wish_page":
				t.Errorf("%s: %s on page %d", name, finding.Rule, finding.Where.Page)
			}
		}
		contents, briefs := 0, 0
		if !pictured(doc.Pages[0], doc.Stories[0].Article) {
			t.Errorf("%s: the leading story has no photo on page one", name)
		}
		front := doc.Pages[0].Items
		if name == "a5-bulletin" {
			front = doc.Pages[1].Items // its page one is for the leading story and its photo
		}
		for _, item := range front {
			if text, ok := item.(layout.Text); ok && text.Source.Part == layout.PartContents {
				contents++
			}
		}
		for _, s := range doc.Stories {
			if s.FirstPage == 1 {
				briefs++
			}
		}
		if wall := name == "a3-wall"; wall != (contents == 0) {
			t.Errorf("%s: %d lines of contents", name, contents)
		}
		if one := name == "a5-bulletin"; one != (briefs < 3) {
			t.Errorf("%s: %d stories on page one", name, briefs)
		}
	}
}
