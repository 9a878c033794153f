package intake

import (
	"bytes"

	"bantin/bulletin"
)

// documentTrouble tells of a file that another program has written and that holds
// a text, but not as one: text_of_word for those of word processors, text_of_pdf.
// By their first bytes, whatever they are called; nil for all others.
func documentTrouble(raw []byte) error {
	switch {
	case isOfWord(raw):
		return bulletin.NewTrouble("text_of_word", nil, nil)
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		return bulletin.NewTrouble("text_of_pdf", nil, nil)
	}
	return nil
}

// isOfWord reports .docx and .odt, which are archives with a list of what is in
// them, .doc, whose parts are named in UTF-16, and .rtf.
func isOfWord(raw []byte) bool {
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return bytes.Contains(raw, []byte("word/document.xml")) || bytes.Contains(raw[:min(len(raw), 200)], []byte("mimetypeapplication/vnd.oasis.opendocument.text"))
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")):
		return bytes.Contains(raw, []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t"))
	}
	return bytes.HasPrefix(raw, []byte(`{\rtf`))
}
