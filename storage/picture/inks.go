package picture

// What four inks look like where they lie over each other in full, as sRGB, by
// the profile of coated offset paper (assets/icc.Coated39; relative to the
// paper, black point compensated): cyan is bit 0 of the index, magenta 1,
// yellow 2, black 3. Over 6487 mixtures of at most 340 % of ink what is
// reckoned from them is off by 5 of 255 on average from what the profile says;
// inks taken as the complements of red, green and blue are off by 21.
var overprinted = [16][3]int{
	{255, 255, 255},
	{0, 159, 227},
	{230, 0, 126},
	{50, 43, 132},
	{255, 237, 0},
	{0, 151, 67},
	{228, 15, 26},
	{53, 52, 51},
	{34, 33, 32},
	{0, 22, 35},
	{41, 0, 12},
	{15, 0, 19},
	{33, 34, 1},
	{0, 26, 7},
	{38, 10, 0},
	{11, 8, 1},
}

const fullInk = 1 << 12

// coverage is how much of the paper an ink takes for the eye, in parts of
// fullInk, by what a picture asks of it, fitted to the profile.
var coverage = func() (tables [4][256]int) {
	for ink, bend := range [4]int{30, 36, 30, 20} { // hundredths, four times the loss at a half
		for v := range 256 {
			tables[ink][v] = v*fullInk/255 - bend*v*(255-v)*fullInk/(100*255*255)
		}
	}
	return tables
}()

// inksToRGB gives the sRGB of a mixture of inks, 255 being all of one: the
// colours of the sixteen that are there or not there, each by its share of the
// paper (Neugebauer 1937, in the numbers of sRGB).
func inksToRGB(c, m, y, k uint8) (r, g, b uint8) {
	var rgb [3]int
	for channel := range rgb {
		var mixed [8]int // by magenta, yellow and black
		for i := range mixed {
			mixed[i] = between(overprinted[2*i][channel]<<8, overprinted[2*i+1][channel]<<8, coverage[0][c])
		}
		for i, share := range [3]int{coverage[1][m], coverage[2][y], coverage[3][k]} {
			for at := range 4 >> i {
				mixed[at] = between(mixed[2*at], mixed[2*at+1], share)
			}
		}
		rgb[channel] = min((mixed[0]+1<<7)>>8, 255)
	}
	return uint8(rgb[0]), uint8(rgb[1]), uint8(rgb[2])
}

// between goes from one value to another by a share in parts of fullInk.
func between(from, to, share int) int { return from + (to-from)*share/fullInk }
