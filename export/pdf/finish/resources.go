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
		resources.Set("Font", f.names.give(fonts, "F"))
	}
	pictures, err := f.finishPictures(f.Dict(resources.Value("XObject")))
	if err != nil {
		return fmt.Errorf("finish pictures: %w", err)
	}
	resources.Set("XObject", f.names.give(pictures, "I"))
	f.addStates(resources)
	f.addColours(resources)
	return nil
}

// addStates adds the two ways of laying ink over ink. OPM 1 lets an ink of
// which nothing is asked leave its ground alone (ISO 32000-1, 8.6.7).
func (f *finisher) addStates(resources *object.Dict) {
	if !f.book.Press {
		return
	}
	state := func(on bool, mode int) object.Ref {
		return f.Add(object.NewDict("Type", object.Name("ExtGState"),
			"OP", object.Boolean(on), "op", object.Boolean(on), "OPM", number(mode)))
	}
	states := &object.Dict{}
	states.Set(Overprint, state(true, 1))
	states.Set(KnockOut, state(false, 0))
	resources.Set("ExtGState", states)
}

// addColours adds the colour spaces that are painted with.
func (f *finisher) addColours(resources *object.Dict) {
	spaces := &object.Dict{}
	if f.book.Registration {
		all := object.NewDict("FunctionType", number(2), "Domain", object.Array{number(0), number(1)}, "N", number(1),
			"C0", object.Array{number(0), number(0), number(0), number(0)},
			"C1", object.Array{number(1), number(1), number(1), number(1)})
		spaces.Set(Registration, object.Array{object.Name("Separation"), object.Name("All"), object.Name("DeviceCMYK"), f.Add(all)})
	}
	if f.book.Colours {
		spaces.Set(ScreenColour, f.screenColour())
	}
	if len(spaces.Keys()) > 0 {
		resources.Set("ColorSpace", spaces)
	}
}

// screenColour is the colour space of photos and of colours for screens.
func (f *finisher) screenColour() object.Array {
	if f.rgb == 0 {
		f.rgb = f.Add(profile(sRGB(), 3))
	}
	return object.Array{object.Name("ICCBased"), f.rgb}
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
	space := f.screenColour()
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
