package parts

import "bantin/ui/look"

const (
	twoLead = 1.45 // of a text size, from one line to the next
	twoPad  = 14   // above and below the two, together
)

// TwoLineHeight is how high a row of two lines is, the lower one in small letters.
func TwoLineHeight() float32 { return 2*look.Text(13)*twoLead + twoPad }

// TwoLines are where the two begin, so that they stand in the middle of the row.
func TwoLines() (upper, lower float32) {
	lead := look.Text(13) * twoLead
	upper = (TwoLineHeight() - lead - look.Height(look.Text(12), look.Sans)) / 2
	return upper, upper + lead
}
