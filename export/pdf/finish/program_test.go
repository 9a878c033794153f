package finish

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"bantin/assets/fonts"
	"bantin/export/pdf/object"
)

// TestReducedFont keeps the tables that glyphs are drawn with, byte for byte
// but for one sum, and sums up as a font file must.
func TestReducedFont(t *testing.T) {
	for _, face := range fonts.Faces() {
		whole := face.Bytes()
		small, err := reduced(whole)
		if err != nil {
			t.Fatalf("%s: %v", face, err)
		}
		if len(small)%4 != 0 || sumOf(small) != wholeSum {
			t.Errorf("%s: %d bytes sum up to %08X", face, len(small), sumOf(small))
		}
		before := map[string][]byte{}
		for _, table := range mustTables(t, whole) {
			before[table.name] = table.data
		}
		var names []string
		for i, table := range mustTables(t, small) {
			names = append(names, table.name)
			if got, want := binary.BigEndian.Uint32(small[sfntHead+sfntRecord*i+4:]), sumOf(zeroed(table)); got != want {
				t.Errorf("%s: the sum of %q is %08X, not %08X", face, table.name, got, want)
			}
			if !bytes.Equal(zeroed(table), zeroed(tableNamed(table.name, before))) {
				t.Errorf("%s: %q has changed", face, table.name)
			}
		}
		if !slices.IsSorted(names) || !slices.Contains(names, "glyf") || slices.Contains(names, "name") {
			t.Errorf("%s has the tables %q", face, names)
		}
	}
}

func mustTables(t *testing.T, program []byte) []table {
	t.Helper()
	tables, err := tablesOf(program)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func tableNamed(name string, tables map[string][]byte) table { return table{name, tables[name]} }

// zeroed is a table's data without the one number that is made of all others.
func zeroed(t table) []byte {
	data := bytes.Clone(t.data)
	if t.name == "head" {
		clear(data[adjustment : adjustment+4])
	}
	return data
}

func TestBrokenFontsAreErrors(t *testing.T) {
	whole := fonts.SansRegular.Bytes()
	for _, n := range []int{0, 11, 12, 100, len(whole) / 2} {
		if _, err := reduced(whole[:n]); err == nil {
			t.Errorf("%d bytes were taken for a font", n)
		}
	}
}

func TestNicknamesLeaveTextAlone(t *testing.T) {
	long := "F0123456789abcdef0123456789abcdef01234567"
	names := nicknames{object.Name(long): "F1"}
	got := string(names.shorten([]byte("0 J\n0 j\n0.57 w\n/" + long + " 1 Tf (\x00/\x00F) Tj /" + long[:9] + " / 2 /")))
	if want := "/F1 1 Tf (\x00/\x00F) Tj /" + long[:9] + " / 2 /"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
