package command_test

import (
	"bytes"
	"compress/zlib"
	"testing"
)

// pngBomb is a PNG whose few kilobytes really unpack to width × height pixels,
// all black.
func pngBomb(t *testing.T, width, height uint32) string {
	t.Helper()
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]byte, 1+3*width) // filter type and RGB
	for range height {
		if _, err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return pngSignature + pngHeader(width, height) + pngChunk("IDAT", packed.Bytes()) + pngChunk("IEND", nil)
}
