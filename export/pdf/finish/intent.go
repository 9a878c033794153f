package finish

import (
	"bantin/assets/icc"
	"bantin/export/pdf/object"
)

// outputIntent says for which press the colours are meant (ISO 15930-7, 6.2.3).
// The identifier is that of the characterisation in the ICC's registry.
func (f *finisher) outputIntent() *object.Dict {
	return object.NewDict(
		"Type", object.Name("OutputIntent"),
		"S", object.Name("GTS_PDFX"),
		"OutputConditionIdentifier", object.String("FOGRA39"),
		"OutputCondition", object.String("Offset printing on coated paper, ISO 12647-2:2004/Amd 1"),
		"RegistryName", object.String("http://www.color.org"),
		"Info", object.String("Coated FOGRA39 (ISO 12647-2:2004)"),
		"DestOutputProfile", f.Add(profile(icc.Coated39, 4)))
}
