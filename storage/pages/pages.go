// Package pages reads the rows of an SQLite database from its pages, without
// SQLite, without its schema and without its trees: every row that stands whole
// in a page is found, wherever it is and whatever else is damaged. It follows
// "Database File Format", https://www.sqlite.org/fileformat2.html.
//
// Nothing that it gives can be trusted: a row may be an old one in a page that
// is free, or may have been damaged. Who uses it must know by a hash.
package pages

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Database is an open database file, possibly damaged.
type Database struct {
	from   io.ReaderAt
	size   int64
	page   int // bytes in a page
	usable int // of them, without those reserved at the end
	// budget is how many bytes may still be read through overflow pages. Rows of
	// a sound file share none; those of a hostile one would never end.
	budget int64
}

// Open looks which size of page fits the file best. Its header is not believed
// where it does not fit. size is that of the file in bytes.
func Open(from io.ReaderAt, size int64) *Database {
	best, most := &Database{from: from, size: size, page: usualPage, usable: usualPage}, -1
	for _, candidate := range candidates(from) {
		d := &Database{from: from, size: size, page: candidate[0], usable: candidate[0] - candidate[1]}
		if n := d.plausible(); n > most {
			best, most = d, n
		}
	}
	return best
}

const usualPage = 4096

// candidates are pairs of page size and reserved bytes: what the header says
// first, then the usual, then everything else.
func candidates(from io.ReaderAt) (all [][2]int) {
	var header [100]byte
	if _, err := from.ReadAt(header[:], 0); err == nil {
		size := int(binary.BigEndian.Uint16(header[16:18]))
		if size == 1 {
			size = 65536
		}
		if size >= 512 && size&(size-1) == 0 {
			all = append(all, [2]int{size, 0})
			if reserved := int(header[20]); size-reserved >= 480 {
				all = append(all, [2]int{size, reserved})
			}
		}
	}
	all = append(all, [2]int{usualPage, 0})
	for size := 512; size <= 65536; size *= 2 {
		all = append(all, [2]int{size, 0})
	}
	return all
}

// Pages is how many pages the file has, a torn last one included.
func (d *Database) Pages() int { return int((d.size + int64(d.page) - 1) / int64(d.page)) }

// sampled is how many bytes are looked at to tell the page size.
const sampled = 8 << 20

// plausible counts the rows in pages in which everything fits.
func (d *Database) plausible() (n int) {
	buffer := make([]byte, d.page)
	for number := 1; number <= min(d.Pages(), sampled/d.page); number++ {
		if d.read(number, buffer) == nil {
			n += d.soundRows(number, buffer)
		}
	}
	return n
}

// soundRows is the number of rows of a page, 0 if it is not one of a tree or
// something in it is not as it must be.
func (d *Database) soundRows(number int, data []byte) int {
	p, ok := d.parse(number, data)
	if !ok {
		return 0
	}
	at := 0
	if number == 1 {
		at = 100
	}
	content := int(binary.BigEndian.Uint16(data[at+5:]))
	if content == 0 {
		content = 65536
	}
	if len(p.cells) != int(binary.BigEndian.Uint16(data[at+3:])) {
		return 0
	}
	for _, cell := range p.cells {
		if _, ok := d.row(p, cell); !ok || cell < content {
			return 0
		}
	}
	return len(p.cells)
}

// read fills buffer with a page, with zeros after the end of the file.
func (d *Database) read(number int, buffer []byte) error {
	at := int64(number-1) * int64(d.page)
	if number < 1 || at >= d.size {
		return fmt.Errorf("there is no page %d", number)
	}
	n, err := d.from.ReadAt(buffer, at)
	if err != nil && err != io.EOF {
		return fmt.Errorf("read page %d: %w", number, err)
	}
	clear(buffer[n:])
	return nil
}

// Kinds of pages that hold rows.
const (
	indexInterior = 2
	indexLeaf     = 10
	tableLeaf     = 13
)

// page is a page of a tree that holds rows.
type page struct {
	number int
	kind   byte
	data   []byte
	cells  []int // where they begin
}

// parse reads the header of a page. Cells that lie outside the page are left
// out.
func (d *Database) parse(number int, data []byte) (p page, ok bool) {
	p = page{number: number, data: data}
	at := 0
	if number == 1 {
		at = 100
	}
	p.kind = data[at]
	header := 8
	switch p.kind {
	case tableLeaf, indexLeaf:
	case indexInterior:
		header = 12
	default:
		return p, false
	}
	count := int(binary.BigEndian.Uint16(data[at+3:]))
	first := at + header
	if first+2*count > d.usable {
		return p, false
	}
	for i := range count {
		cell := int(binary.BigEndian.Uint16(data[first+2*i:]))
		if cell >= first+2*count && cell < d.usable-3 {
			p.cells = append(p.cells, cell)
		}
	}
	return p, true
}

// Rows gives every row of every page to visit, in the order of the pages, free
// ones included. A page that cannot be read is passed over. progress, which may
// be nil, hears now and then how many pages of how many are done. It ends with
// visit's first error, or ctx's.
func (d *Database) Rows(ctx context.Context, progress func(done, total int), visit func(Row) error) error {
	total := d.Pages()
	buffer := make([]byte, d.page)
	d.budget = 16*d.size + 1<<20
	free := d.free()
	for number := 1; number <= total; number++ {
		if number%256 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if progress != nil {
				progress(number, total)
			}
		}
		if d.read(number, buffer) != nil {
			continue
		}
		p, ok := d.parse(number, buffer)
		if !ok {
			continue
		}
		for _, cell := range p.cells {
			if row, ok := d.row(p, cell); ok {
				row.IsFree = free[number]
				if err := visit(row); err != nil {
					return err
				}
			}
		}
	}
	return ctx.Err()
}

// row reads the cell of a page at a place, as far as it lies in the page.
func (d *Database) row(p page, at int) (Row, bool) {
	r := Row{database: d, Page: p.number, IsIndex: p.kind != tableLeaf}
	if p.kind == indexInterior {
		at += 4 // the page to the left
	}
	size, n := varint(p.data[at:d.usable])
	if n == 0 || size > uint64(d.size) {
		return r, false
	}
	at += n
	if p.kind == tableLeaf {
		var number uint64
		if number, n = varint(p.data[at:d.usable]); n == 0 {
			return r, false
		}
		r.Number = int64(number)
		at += n
	}
	local := d.local(int(size), r.IsIndex)
	end := at + local
	if int(size) > local {
		end += 4
	}
	if end > d.usable {
		return r, false
	}
	r.size, r.here = int(size), p.data[at:at+local]
	if r.size > local {
		r.overflow = int(binary.BigEndian.Uint32(p.data[at+local:]))
	}
	return r, r.readHeader()
}

// local is how much of a payload stands in the page itself.
func (d *Database) local(size int, index bool) int {
	most := d.usable - 35
	least := (d.usable-12)*32/255 - 23
	if index {
		most = (d.usable-12)*64/255 - 23
	}
	if size <= most {
		return size
	}
	if k := least + (size-least)%(d.usable-4); k <= most {
		return k
	}
	return least
}

// chain follows the overflow pages of a payload and appends what they hold
// until it has size bytes.
func (d *Database) chain(payload []byte, number, size int) (whole []byte, numbers []int, err error) {
	if d.budget -= int64(size); d.budget < 0 {
		return nil, nil, errors.New("the rows of this file share their pages")
	}
	payload = slices.Grow(payload, size-len(payload))
	buffer := make([]byte, d.page)
	for len(payload) < size {
		if err := d.read(number, buffer); err != nil {
			return nil, numbers, err
		}
		numbers = append(numbers, number)
		rest := min(size-len(payload), d.usable-4)
		payload = append(payload, buffer[4:4+rest]...)
		number = int(binary.BigEndian.Uint32(buffer))
	}
	return payload, numbers, nil
}

// varint reads SQLite's integers of one to nine bytes; n is 0 where there is
// none.
func varint(b []byte) (v uint64, n int) {
	for n < 8 && n < len(b) {
		v = v<<7 | uint64(b[n]&0x7f)
		n++
		if b[n-1] < 0x80 {
			return v, n
		}
	}
	if n < 8 || n >= len(b) {
		return 0, 0
	}
	return v<<8 | uint64(b[n]), n + 1
}
