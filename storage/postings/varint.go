package postings

// varint reads a number as SQLite writes them: seven bits a byte, the highest
// first, and eight of the ninth. n is how many bytes it takes, 0 where it is
// cut off.
func varint(b []byte) (value uint64, n int) {
	for n < len(b) {
		c := b[n]
		n++
		if n == 9 {
			return value<<8 | uint64(c), n
		}
		value = value<<7 | uint64(c&0x7f)
		if c < 0x80 {
			return value, n
		}
	}
	return 0, 0
}
