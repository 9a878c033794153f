package press

import (
	"context"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/export/preflight"
	"bantin/storage"
	"bantin/storage/picture"
)

// Preflight looks the job's pages over before they are printed, errors first.
// The findings are those that Export reports: a story that is not in the
// drafts file is one of them, and its place in the pages is left out.
func Preflight(ctx context.Context, f *storage.File, job Job) ([]bulletin.Finding, error) {
	m, err := load(ctx, f, job, &shelf{})
	if err != nil {
		return nil, err
	}
	doc, err := m.layOut(&layout.Memory{})
	if err != nil {
		return nil, err
	}
	return m.preflight(doc, job), nil
}

func (m *material) preflight(doc *layout.Document, job Job) []bulletin.Finding {
	scale := 0
	if sheets, err := pdf.Sheets(doc, pdf.Options{Profile: job.Profile, Paper: job.Paper, Booklet: job.Booklet}); err == nil {
		scale = sheets.Scale
	}
	headline := 0
	if m.issue == nil {
		headline = m.style.Headline.MaxLines
	}
	return preflight.Check(preflight.Input{
		Issue: m.issue, IssueConflict: m.issueConflict, IssueMerged: m.issueMerged, IssueOlder: m.issueOlder, Stories: m.stories, Document: doc,
		Purpose: purposes[job.Profile], Day: m.day, Rules: job.Rules, Kept: m.law.sets, Broken: m.law.broken, StandIn: m.stand,
		Printed: printed, Scale: scale, Photos: photoSizes(&m.style), HeadlineMost: headline,
	})
}

// photoSizes is what a style makes of the sizes that are wished for photos.
func photoSizes(s *styles.Style) preflight.PhotoSizes {
	column := layout.Length(s.ColumnWidth())
	return preflight.PhotoSizes{
		Column: column, Small: column * layout.Length(s.Photo.SmallPart) / 100, Gallery: max(2, s.PictureStory.Least),
	}
}

var purposes = map[pdf.Profile]preflight.Purpose{
	"": preflight.Print, pdf.Print: preflight.Print, pdf.Office: preflight.Office, pdf.Screen: preflight.Screen,
}

// printed is the size in which the drafts file keeps a photo for print.
func printed(original layout.PixelSize) layout.PixelSize {
	width, height := picture.PrintSize(original.Width, original.Height)
	return layout.PixelSize{Width: width, Height: height}
}
