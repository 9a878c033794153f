package pdf_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"bantin/export/pdf"
)

var withoutConfigFolder = sync.OnceFunc(api.DisableConfigDir)

// strictly has pdfcpu compare every object of a file with the standard, as
// "pdfcpu validate -m strict" does.
func strictly(t testing.TB, path string) {
	t.Helper()
	withoutConfigFolder()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	if err := api.ValidateFile(path, conf); err != nil {
		t.Errorf("pdfcpu: %v", err)
	}
}

// TestStrictValidation is that of every way of writing a file.
func TestStrictValidation(t *testing.T) {
	for name, o := range everyWay() {
		t.Run(name, func(t *testing.T) {
			doc, photos := magazine(t)
			path, _ := writeWith(t, doc, photos, o)
			strictly(t, path)
			if said := tool(t, "qpdf", "--check", path); strings.Contains(said, "WARNING") {
				t.Error(said)
			}
		})
	}
}

// everyWay is each profile, and each of what can be asked of one besides.
func everyWay() map[string]pdf.Options {
	return map[string]pdf.Options{
		"print": {Profile: pdf.Print}, "print with marks": {Profile: pdf.Print, Marks: true},
		"office": {Profile: pdf.Office}, "office on A3": {Profile: pdf.Office, Paper: "a3"},
		"booklet": {Profile: pdf.Office, Booklet: true}, "booklet on A4": {Profile: pdf.Office, Booklet: true, Paper: "a4"},
		"screen": {Profile: pdf.Screen}, "second page": {Profile: pdf.Screen, Pages: []int{2}},
	}
}
