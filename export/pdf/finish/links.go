package finish

import (
	"fmt"

	"bantin/export/pdf/object"
)

// addLinks puts the areas to click on onto their pages.
func (f *finisher) addLinks(*object.Dict) error {
	areas := make([]object.Array, len(f.pages))
	for i, link := range f.book.Links {
		if link.Page < 0 || link.Page >= len(f.pages) || link.To < 0 || link.To >= len(f.pages) {
			return fmt.Errorf("link %d leads from page %d to %d of %d", i+1, link.Page+1, link.To+1, len(f.pages))
		}
		area := object.NewDict("Type", object.Name("Annot"), "Subtype", object.Name("Link"),
			"Rect", link.Area.array(), "P", f.pages[link.Page],
			"F", number(4), // shown in print too, which it must be to be shown at all times
			"Border", object.Array{number(0), number(0), number(0)},
			"Dest", place(f.pages[link.To], link.Top))
		if link.Says != "" {
			area.Set("Contents", text(link.Says))
		}
		ref := f.Add(area)
		f.links = append(f.links, ref)
		areas[link.Page] = append(areas[link.Page], ref)
	}
	for i, page := range f.pages {
		if len(areas[i]) > 0 {
			f.Dict(page).Set("Annots", areas[i])
		}
	}
	return nil
}

// place is a destination: a page, scrolled down to a height, at the size in
// which it is being looked at.
func place(page object.Ref, top int64) object.Array {
	return object.Array{page, object.Name("XYZ"), object.Null{}, points(top), object.Null{}}
}
