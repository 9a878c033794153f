package finish

import "bantin/export/pdf/object"

// outline makes the list of bookmarks that a reader shows beside the pages.
func (f *finisher) outline() object.Ref {
	root := object.NewDict("Type", object.Name("Outlines"))
	at := f.Add(root)
	var marks []object.Ref
	for _, mark := range f.book.Outline {
		if mark.Page < 0 || mark.Page >= len(f.pages) {
			continue
		}
		marks = append(marks, f.Add(object.NewDict("Title", text(mark.Title), "Parent", at, "Dest", place(f.pages[mark.Page], mark.Top))))
	}
	for i, mark := range marks {
		if i > 0 {
			f.Dict(mark).Set("Prev", marks[i-1])
		}
		if i+1 < len(marks) {
			f.Dict(mark).Set("Next", marks[i+1])
		}
	}
	if len(marks) > 0 {
		root.Set("First", marks[0])
		root.Set("Last", marks[len(marks)-1])
		root.Set("Count", number(len(marks)))
	}
	return at
}
