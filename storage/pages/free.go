package pages

import "encoding/binary"

// free lists the pages that no tree uses: what stands in them is old. It goes
// as far as the list of free pages is whole.
func (d *Database) free() map[int]bool {
	free := map[int]bool{}
	buffer := make([]byte, d.page)
	if d.read(1, buffer) != nil {
		return free
	}
	number := int(binary.BigEndian.Uint32(buffer[32:]))
	for number != 0 && !free[number] && d.read(number, buffer) == nil {
		free[number] = true
		next, count := int(binary.BigEndian.Uint32(buffer)), int(binary.BigEndian.Uint32(buffer[4:]))
		for i := range min(count, d.usable/4-2) {
			free[int(binary.BigEndian.Uint32(buffer[8+4*i:]))] = true
		}
		number = next
	}
	return free
}
