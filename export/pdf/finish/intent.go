package finish

import (
	"sync"

	"bantin/assets/icc"
	"bantin/export/pdf/object"
)

// The profiles are packed once for all files.
var (
	coated39 = sync.OnceValue(func() []byte { return deflate(icc.Coated39) })
	sRGB     = sync.OnceValue(func() []byte { return deflate(icc.SRGB) })
)

// profile is a packed colour profile of so many components.
func profile(data []byte, components int) *object.Stream {
	dict := object.NewDict("N", number(components), "Filter", object.Name("FlateDecode"))
	return &object.Stream{Dict: dict, Data: data}
}

// outputIntent says for which press the colours are meant (ISO 15930-7, 6.2.3).
// The identifier is that of the characterisation in the ICC's registry.
func (f *finisher) outputIntent() *object.Dict {
	return object.NewDict(
		"Type", object.Name("OutputIntent"),
		"S", object.Name("GTS_PDFX"),
		"OutputConditionIdentifier", object.String("FOGRA39"),
		"OutputCondition", object.String("Offset printing on coated paper, ISO 12647-2:2004/Amd 1"),
		"RegistryName", object.String("http://www.color.org"),
		"Info", object.String(Condition+" (ISO 12647-2:2004)"),
		"DestOutputProfile", f.Add(profile(coated39(), 4)))
}
