package finish

import (
	"fmt"
	"strconv"

	"bantin/export/pdf/object"
)

// finishResources finishes the fonts and pictures in the one dictionary that
// gofpdf shares between all pages.
func (f *finisher) finishResources(*object.Dict) error {
	if len(f.pages) == 0 {
		return fmt.Errorf("the painted file has no page")
	}
	resources := f.Dict(f.Dict(f.pages[0]).Value("Resources"))
	if resources == nil {
		return fmt.Errorf("the painted file has no resources")
	}
	resources.Delete("ProcSet") // of no use since PDF 1.4
	if fonts := f.Dict(resources.Value("Font")); fonts != nil {
		for _, key := range fonts.Keys() {
			if err := f.finishFont(f.Dict(fonts.Value(key))); err != nil {
				return fmt.Errorf("finish font: %w", err)
			}
		}
	}
	pictures, err := f.finishPictures(f.Dict(resources.Value("XObject")))
	if err != nil {
		return fmt.Errorf("finish pictures: %w", err)
	}
	resources.Set("XObject", pictures)
	return nil
}

// finishPictures puts the photos in the place of their stand-ins, in the
// order in which they come on the pages: a stand-in is as many pixels wide as
// its place in that order.
func (f *finisher) finishPictures(standIns *object.Dict) (*object.Dict, error) {
	ordered := &object.Dict{}
	if len(f.book.Pictures) == 0 {
		return ordered, nil
	}
	if standIns == nil {
		return nil, fmt.Errorf("the painted file has no stand-ins")
	}
	names := make([]object.Name, len(f.book.Pictures))
	for _, name := range standIns.Keys() {
		n, err := placeOf(f.Dict(standIns.Value(name)))
		if err != nil || n > len(names) {
			return nil, fmt.Errorf("picture %s of the painted file is no stand-in", name)
		}
		names[n-1] = name
	}
	space := object.Array{object.Name("ICCBased"), f.Add(profile(sRGB(), 3))}
	for i, name := range names {
		ref, ok := standIns.Value(name).(object.Ref)
		if !ok {
			return nil, fmt.Errorf("stand-in %d is missing", i+1)
		}
		f.Objects[ref] = picture(f.book.Pictures[i], space)
		ordered.Set(name, ref)
	}
	return ordered, nil
}

func placeOf(standIn *object.Dict) (int, error) {
	if standIn == nil {
		return 0, fmt.Errorf("no picture")
	}
	width, _ := standIn.Value("Width").(object.Number)
	n, err := strconv.Atoi(string(width))
	if err == nil && n < 1 {
		err = fmt.Errorf("no place")
	}
	return n, err
}

// picture is an image that is fetched when it is written.
func picture(fetch Picture, space object.Object) *object.Stream {
	return &object.Stream{Dict: object.NewDict(), Fill: func(s *object.Stream) error {
		image, err := fetch()
		if err != nil {
			return err
		}
		if image.Gray {
			space = object.Name("DeviceGray")
		}
		s.Data = image.Data
		s.Dict = object.NewDict(
			"Type", object.Name("XObject"), "Subtype", object.Name("Image"),
			"Width", number(image.Width), "Height", number(image.Height),
			"ColorSpace", space, "BitsPerComponent", number(8),
			"Filter", object.Name("DCTDecode"))
		return nil
	}}
}
