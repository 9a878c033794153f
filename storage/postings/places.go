package postings

// Places goes through where a key stands in the row: the column, and how many
// words stand before it there.
func (x *Index) Places(each func(column, place int)) {
	rest := x.current.places
	column, place := 0, 0
	for len(rest) > 0 {
		n, size := varint(rest)
		if size == 0 || n == 0 || n > 1<<31 {
			x.err = x.current.damaged("a wrong place")
			return
		}
		rest = rest[size:]
		if n == 1 { // a column follows
			next, size := varint(rest)
			if size == 0 || next > 1<<16 {
				x.err = x.current.damaged("a wrong column")
				return
			}
			rest, column, place = rest[size:], int(next), 0
			continue
		}
		place += int(n) - 2
		each(column, place)
	}
}
