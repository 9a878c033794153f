package press

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"time"

	"bantin/export/layout"
	"bantin/export/raster"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// pictureName is the name of the picture of a page.
const pictureName = "trang-%02d.png"

// ExportPictures paints the job's pages, by the painter of the preview, as
// DIR/trang-01.png and so on. Pictures are for looking, so errors never keep
// them from being made.
func ExportPictures(ctx context.Context, f *storage.File, job Job, dir string, dpi float64, progress Progress) (Report, error) {
	doc, report, err := new(Composer).laidOut(ctx, f, job)
	if err != nil {
		return report, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return report, atomicfile.Explain(dir, err)
	}
	start := time.Now()
	photos := PhotosFor(ctx, f, dpi)
	wanted := report.Printed
	if wanted == nil {
		wanted = allPages(doc)
	}
	for i, number := range wanted {
		if err := ctx.Err(); err != nil {
			return report, err
		}
		path := filepath.Join(dir, fmt.Sprintf(pictureName, number))
		if err := writePicture(path, doc, number-1, dpi, photos); err != nil {
			return report, err
		}
		report.Pictures = append(report.Pictures, path)
		if progress != nil {
			progress(i+1, len(wanted))
		}
	}
	if report.Printed == nil {
		report.Removed, report.Strange = clearPictures(dir, len(doc.Pages))
	}
	report.PaintMs = milliseconds(time.Since(start))
	return report, nil
}

func allPages(doc *layout.Document) []int {
	numbers := make([]int, len(doc.Pages))
	for i := range numbers {
		numbers[i] = i + 1
	}
	return numbers
}

func writePicture(path string, doc *layout.Document, page int, dpi float64, photos layout.PhotoSource) error {
	picture, err := raster.Page(doc, page, dpi, photos)
	if err != nil {
		return fmt.Errorf("paint page %d: %w", page+1, err)
	}
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, picture); err != nil {
		return fmt.Errorf("encode page %d: %w", page+1, err)
	}
	return atomicfile.Write(path, func(w io.Writer) error {
		_, err := w.Write(marked(encoded.Bytes()))
		return err
	})
}
