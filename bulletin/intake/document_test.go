package intake_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
)

// archive is a file of parts as word processors pack them.
func archive(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte("application/vnd.oasis.opendocument.text"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDocumentsOfOtherProgramsAreToldWhatToDoWith, whatever they are called.
func TestDocumentsOfOtherProgramsAreToldWhatToDoWith(t *testing.T) {
	old := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 500)...)
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"docx":                             {archive(t, "[Content_Types].xml", "word/document.xml"), "text_of_word"},
		"odt":                              {archive(t, "mimetype", "content.xml"), "text_of_word"},
		"doc":                              {append(old, "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"...), "text_of_word"},
		"rtf":                              {[]byte(`{\rtf1\ansi Ch\'e0o}`), "text_of_word"},
		"pdf":                              {[]byte("%PDF-1.7\nvăn bản"), "text_of_pdf"},
		"a spreadsheet":                    {archive(t, "[Content_Types].xml", "xl/workbook.xml"), "text_binary"},
		"a page, though it is called .doc": {[]byte("<html><body><h1>Tít</h1><p>Một đoạn.</p></body></html>"), ""},
	} {
		if _, err := intake.Read(c.raw); bulletin.TroubleKey(err) != c.want {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
