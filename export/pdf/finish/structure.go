package finish

import "bantin/export/pdf/object"

// structure makes the structure tree, and the tree by which a reader finds the
// element of a stretch of a page or of a link (ISO 32000-1, 14.7).
func (f *finisher) structure() object.Ref {
	root := object.NewDict("Type", object.Name("StructTreeRoot"))
	at := f.Add(root)
	t := structureTree{finisher: f, stretches: make([]object.Array, len(f.pages)), areas: make([]object.Object, len(f.links))}
	root.Set("K", t.element(f.book.Structure, at))
	root.Set("ParentTree", f.Add(object.NewDict("Nums", t.parents())))
	root.Set("ParentTreeNextKey", number(len(f.pages)+len(f.links)))
	for i, page := range f.pages {
		if len(t.stretches[i]) > 0 {
			f.Dict(page).Set("StructParents", number(i))
		}
		if f.Dict(page).Value("Annots") != nil {
			f.Dict(page).Set("Tabs", object.Name("S")) // the tab key follows the structure
		}
	}
	return at
}

type structureTree struct {
	*finisher
	stretches []object.Array  // by page, then by number: the element of each
	areas     []object.Object // by link: its element
}

func (t *structureTree) element(e *Element, parent object.Ref) object.Ref {
	d := object.NewDict("Type", object.Name("StructElem"), "S", object.Name(e.Kind), "P", parent)
	at := t.Add(d)
	if e.Alt != "" {
		d.Set("Alt", text(e.Alt))
	}
	home := t.homePage(e)
	if home >= 0 {
		d.Set("Pg", t.pages[home])
	}
	kids := object.Array{}
	for _, kid := range e.Kids {
		if o := t.kid(kid, at, home); o != nil {
			kids = append(kids, o)
		}
	}
	d.Set("K", kids)
	return at
}

// homePage is the page on which an element begins, -1 where it has no stretch
// of its own.
func (t *structureTree) homePage(e *Element) int {
	for _, kid := range e.Kids {
		if s, ok := kid.(Stretch); ok && s.Page >= 0 && s.Page < len(t.pages) {
			return s.Page
		}
	}
	return -1
}

func (t *structureTree) kid(kid Kid, at object.Ref, home int) object.Object {
	switch kid := kid.(type) {
	case *Element:
		return t.element(kid, at)
	case LinkArea:
		if int(kid) >= len(t.links) {
			return nil
		}
		t.Dict(t.links[kid]).Set("StructParent", number(len(t.pages)+int(kid)))
		t.areas[kid] = at
		return object.NewDict("Type", object.Name("OBJR"), "Obj", t.links[kid], "Pg", t.pages[t.book.Links[kid].Page])
	case Stretch:
		return t.stretch(kid, at, home)
	}
	return nil
}

func (t *structureTree) stretch(s Stretch, at object.Ref, home int) object.Object {
	if s.Page < 0 || s.Page >= len(t.pages) || s.Number < 0 {
		return nil
	}
	list := t.stretches[s.Page]
	for len(list) <= s.Number {
		list = append(list, object.Null{})
	}
	list[s.Number] = at
	t.stretches[s.Page] = list
	if s.Page == home {
		return number(s.Number)
	}
	return object.NewDict("Type", object.Name("MCR"), "Pg", t.pages[s.Page], "MCID", number(s.Number))
}

// parents lists, by their keys, the elements of each page's stretches and of
// each link.
func (t *structureTree) parents() object.Array {
	nums := object.Array{}
	for page, list := range t.stretches {
		if len(list) > 0 {
			nums = append(nums, number(page), list)
		}
	}
	for i, element := range t.areas {
		if element != nil {
			nums = append(nums, number(len(t.pages)+i), element)
		}
	}
	return nums
}
