package finish

import (
	"encoding/binary"
	"fmt"
	"slices"

	"bantin/export/pdf/object"
)

// neededTables are those of a TrueType font that a reader of PDF looks at when
// it is told the glyphs by their numbers (ISO 32000-1, 9.9): outlines, widths,
// and what fits the outlines to a coarse grid. Names, letters to glyphs and
// the like are said by the file itself.
var neededTables = []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}

const (
	sfntHead   = 12 // bytes before the directory of tables
	sfntRecord = 16 // and of each table in it
	// wholeSum is what all of a font sums up to by its head's adjustment, and
	// adjustment where in the head that is (OpenType, 'head').
	wholeSum   = 0xB1B0AFBA
	adjustment = 8
)

// table is one of a font.
type table struct {
	name string
	data []byte
}

// reduced is a font file with the needed tables only.
func reduced(program []byte) ([]byte, error) {
	tables, err := tablesOf(program)
	if err != nil {
		return nil, err
	}
	tables = slices.DeleteFunc(tables, func(t table) bool { return !slices.Contains(neededTables, t.name) })
	at := sfntHead + sfntRecord*len(tables)
	out := make([]byte, sfntHead, len(program))
	copy(out, program)
	putSearch(out[4:], len(tables))
	head := 0
	for _, t := range tables {
		if t.name == "head" && len(t.data) >= adjustment+4 {
			head = at
			clear(t.data[adjustment : adjustment+4])
		}
		out = append(out, t.name...)
		out = binary.BigEndian.AppendUint32(out, sumOf(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += padded(len(t.data))
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, padded(len(t.data))-len(t.data))...)
	}
	if head > 0 {
		binary.BigEndian.PutUint32(out[head+adjustment:], wholeSum-sumOf(out))
	}
	return out, nil
}

// tablesOf lists a font's tables in the order of its directory, each with a
// copy of its data.
func tablesOf(program []byte) ([]table, error) {
	if len(program) < sfntHead {
		return nil, fmt.Errorf("a font of %d bytes is none", len(program))
	}
	count := int(binary.BigEndian.Uint16(program[4:]))
	if len(program) < sfntHead+sfntRecord*count {
		return nil, fmt.Errorf("a font ends within its directory")
	}
	tables := make([]table, count)
	for i := range tables {
		record := program[sfntHead+sfntRecord*i:]
		at, length := uint64(binary.BigEndian.Uint32(record[8:])), uint64(binary.BigEndian.Uint32(record[12:]))
		if at+length > uint64(len(program)) {
			return nil, fmt.Errorf("the table %q of a font ends behind it", record[:4])
		}
		tables[i] = table{string(record[:4]), slices.Clone(program[at : at+length])}
	}
	return tables, nil
}

// putSearch writes the number of tables and what follows from it.
func putSearch(head []byte, count int) {
	power := 0
	for 2<<power <= count {
		power++
	}
	binary.BigEndian.PutUint16(head, uint16(count))
	binary.BigEndian.PutUint16(head[2:], uint16(sfntRecord<<power))
	binary.BigEndian.PutUint16(head[4:], uint16(power))
	binary.BigEndian.PutUint16(head[6:], uint16(sfntRecord*count-sfntRecord<<power))
}

// sumOf adds up data in numbers of four bytes.
func sumOf(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}

// padded is a length brought up to a multiple of four.
func padded(n int) int { return (n + 3) &^ 3 }

// packProgram packs a font file, reduced to what is needed of it.
func packProgram(program *object.Stream) error {
	whole, err := unpack(program)
	if err != nil {
		return err
	}
	needed, err := reduced(whole)
	if err != nil {
		return err
	}
	program.Dict.Set("Length1", number(len(needed)))
	setPacked(program, needed)
	return nil
}

// packPlaces packs the table of glyphs by codes, two bytes each, up to the
// last of the codes that are painted with, which ascend.
func packPlaces(places *object.Stream, codes []rune) error {
	all, err := unpack(places)
	if err != nil {
		return err
	}
	if n := len(codes); n > 0 {
		all = all[:min(len(all), 2*(int(codes[n-1])+1))]
	}
	setPacked(places, all)
	return nil
}
