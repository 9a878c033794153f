package finish

import (
	"fmt"
	"strconv"

	"bantin/export/pdf/object"
)

// finishPages gives every page its boxes.
func (f *finisher) finishPages(tree *object.Dict) error {
	kids, _ := tree.Value("Kids").(object.Array)
	for i, kid := range kids {
		ref, isRef := kid.(object.Ref)
		page := f.Dict(kid)
		if !isRef || page == nil {
			return fmt.Errorf("page %d of the painted file is missing", i+1)
		}
		f.pages = append(f.pages, ref)
		f.setBoxes(page)
	}
	tree.Delete("MediaBox") // every page has its own
	return nil
}

// finishContents packs what is painted on every page.
func (f *finisher) finishContents(*object.Dict) error {
	for i, page := range f.pages {
		content := f.Stream(f.Dict(page).Value("Contents"))
		if content == nil {
			return fmt.Errorf("page %d of the painted file has no content", i+1)
		}
		data, err := unpack(content)
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		setPacked(content, f.names.shorten(data))
	}
	return nil
}

// setBoxes puts the boxes in one order, to the thousandth of a point, and
// takes out the transparency group, which would be RGB.
func (f *finisher) setBoxes(page *object.Dict) {
	page.Delete("Group", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox")
	page.Set("MediaBox", f.book.Media.array())
	page.Set("BleedBox", f.book.Bleed.array())
	page.Set("TrimBox", f.book.Trim.array())
}

func (b Box) array() object.Array {
	return object.Array{points(b.Left), points(b.Bottom), points(b.Right), points(b.Top)}
}

// points writes thousandths of a point as points.
func points(thousandths int64) object.Number {
	return object.Number(strconv.FormatFloat(float64(thousandths)/1000, 'f', -1, 64))
}

func number(n int) object.Number { return object.Number(strconv.Itoa(n)) }
