package press

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/export/preflight"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// Progress is told how much of a long work is done. It may be called from any
// goroutine, one call at a time.
type Progress func(done, total int)

// Report is what an export did. Its JSON is part of the command line.
type Report struct {
	Pages    int                `json:"pages"`             // that were laid out
	Printed  []int              `json:"printed,omitempty"` // the numbers of those that were wanted, where not all were
	Sheets   *Sheets            `json:"sheets,omitempty"`  // of the office profile
	TrimMM   [2]float64         `json:"trim_mm"`           // width, height
	Profile  pdf.Profile        `json:"profile"`
	PDFBytes int64              `json:"pdf_bytes"`
	Overset  int                `json:"overset"` // lines that found no room
	LayoutMs float64            `json:"layout_ms"`
	PaintMs  float64            `json:"paint_ms"`
	Refused  bool               `json:"refused,omitempty"`  // errors were found and Job.RefuseErrors set: nothing was written
	Out      string             `json:"out,omitempty"`      // the PDF
	Pictures []string           `json:"pictures,omitempty"` // the pages as PNG
	Removed  []string           `json:"removed,omitempty"`  // pictures of pages that were there once, of an earlier export
	Strange  []string           `json:"strange,omitempty"`  // files named like pictures of such pages that are no export's as it was, and stay
	Spacing  layout.Spacing     `json:"spacing"`            // of justified lines
	Stories  []StoryMakeup      `json:"stories"`            // in the order of their appearance
	Makeup   Makeup             `json:"makeup"`             // how the pages look, and why
	Findings []bulletin.Finding `json:"findings"`           // of preflight on the pages that were wanted, errors first
}

// Export writes the job's pages as a PDF to out: beside it, synced, renamed,
// so that a failed export leaves an older file as it was. Stories that are not
// in the drafts file, or were deleted, are left out and reported.
func Export(ctx context.Context, f *storage.File, job Job, out string, progress Progress) (Report, error) {
	doc, report, err := new(Composer).laidOut(ctx, f, job)
	if err != nil {
		return report, err
	}
	options := pdf.Options{
		Profile: report.Profile, Paper: job.Paper, Booklet: job.Booklet, Creep: job.Creep, Marks: job.Marks,
		Pages: report.Printed, Printed: printed, Halves: halfPhotos(ctx, f), Progress: progress,
	}
	if err := report.tellSheets(doc, options); err != nil {
		return report, err
	}
	if report.Refused = job.refuses(report); report.Refused {
		return report, nil
	}
	start := time.Now()
	err = atomicfile.Write(out, func(w io.Writer) error {
		return pdf.Write(ctx, w, doc, Photos(ctx, f), options)
	})
	if err != nil {
		return report, err
	}
	report.PaintMs = milliseconds(time.Since(start))
	report.Out = out
	info, err := os.Stat(out)
	if err != nil {
		return report, fmt.Errorf("look at exported file: %w", err)
	}
	report.PDFBytes = info.Size()
	return report, nil
}

// Sheets is the paper that pages stand on.
type Sheets struct {
	Count   int        `json:"count"`
	PaperMM [2]float64 `json:"paper_mm"` // width, height
	Percent float64    `json:"percent"`  // size of the pages on it
	Duplex  bool       `json:"duplex"`   // two pages on each side, to be turned about the short edge
}

// tellSheets says what the office printer has to be loaded with.
func (r *Report) tellSheets(doc *layout.Document, o pdf.Options) error {
	sheets, err := pdf.Sheets(doc, o)
	if err != nil || r.Profile != pdf.Office {
		return err
	}
	told := Sheets{
		Count: len(sheets.Sides), Duplex: sheets.Duplex,
		PaperMM: [2]float64{hundredths(sheets.Paper.Width), hundredths(sheets.Paper.Height)},
		Percent: float64(sheets.Scale) * 100 / impose.Full,
	}
	if sheets.Duplex {
		told.Count /= 2
	}
	r.Sheets = &told
	return nil
}

// concerning are the findings of some pages, and those of none.
func concerning(findings []bulletin.Finding, pages []int) []bulletin.Finding {
	if pages == nil {
		return findings
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f bulletin.Finding) bool {
		many := f.Args["places"] != nil // told once, of the worst page
		return !many && f.Where.Page > 0 && !slices.Contains(pages, f.Where.Page)
	})
}

// LookOver tells of a job what Export would before it writes anything: whether it
// would refuse to, and why.
func (c *Composer) LookOver(ctx context.Context, f *storage.File, job Job) (Report, error) {
	_, report, err := c.laidOut(ctx, f, job)
	report.Refused = err == nil && job.refuses(report)
	return report, err
}

// refuses reports whether no PDF is to be written of what was found.
func (job *Job) refuses(report Report) bool {
	return job.RefuseErrors && report.Profile == pdf.Print && preflight.Errors(report.Findings) > 0
}

// laidOut lays the job out, looks it over and starts its report.
func (c *Composer) laidOut(ctx context.Context, f *storage.File, job Job) (*layout.Document, Report, error) {
	report := Report{Profile: job.Profile}
	if report.Profile == "" {
		report.Profile = pdf.Print
	}
	start := time.Now()
	m, err := load(ctx, f, job, &c.shelf)
	if err == nil && job.RefuseErrors {
		err = m.refuseDeleted()
	}
	if err != nil {
		return nil, report, err
	}
	doc, err := m.layOut(&c.known)
	if err != nil {
		return nil, report, err
	}
	report.LayoutMs = milliseconds(time.Since(start))
	report.Pages = len(doc.Pages)
	if report.Printed, err = job.Pages.numbers(len(doc.Pages)); err != nil {
		return nil, report, err
	}
	report.TrimMM = [2]float64{hundredths(doc.Trim.Width), hundredths(doc.Trim.Height)}
	report.Spacing = doc.Spacing()
	report.Makeup, report.Stories = makeupOf(doc)
	report.Findings = concerning(m.preflight(doc, job), report.Printed)
	for _, story := range doc.Stories {
		report.Overset += story.Overset
	}
	return doc, report, nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// hundredths is a length in millimetres, to a hundredth.
func hundredths(l layout.Length) float64 { return math.Round(l.InMillimetres()*100) / 100 }
