package styles

import (
	"fmt"
	"strconv"
	"strings"

	"bantin/assets/tomlfile"
)

// Length is a distance in thousandths of a DTP point, as export/layout counts
// them. In a style file it is a text with its unit: "210mm", "9.6pt", "-3mm".
type Length int64

// UnmarshalText reads "210mm" or "9.6pt" exactly, without floating point; at
// most three decimals.
func (l *Length) UnmarshalText(b []byte) error {
	s := string(b)
	if n, ok := strings.CutSuffix(s, "pt"); ok {
		thousandths, err := thousandths(n)
		*l = Length(thousandths)
		return wrapUnit(s, err)
	}
	if n, ok := strings.CutSuffix(s, "mm"); ok {
		um, err := thousandths(n)
		*l = Length(divRound(um*72_000, 25_400))
		return wrapUnit(s, err)
	}
	return &tomlfile.Refused{Value: s, Why: "needs a unit, mm or pt"}
}

// UnmarshalText reads "25pt/30pt".
func (s *Step) UnmarshalText(b []byte) error {
	size, leading, ok := strings.Cut(string(b), "/")
	if !ok {
		return &tomlfile.Refused{Value: string(b), Why: "needs a leading, as in 25pt/30pt"}
	}
	if err := s.Size.UnmarshalText([]byte(size)); err != nil {
		return err
	}
	return s.Leading.UnmarshalText([]byte(leading))
}

func wrapUnit(s string, err error) error {
	if err != nil {
		return &tomlfile.Refused{Value: s, Why: err.Error()}
	}
	return nil
}

// thousandths reads a decimal number as a whole number of thousandths.
func thousandths(s string) (int64, error) {
	whole, fraction, _ := strings.Cut(s, ".")
	if strings.Trim(whole, "-") == "" {
		return 0, fmt.Errorf("not a number")
	}
	if len(fraction) > 3 {
		return 0, fmt.Errorf("more than three decimals")
	}
	n, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", 3-len(fraction)), 10, 32)
	if err != nil {
		return 0, fmt.Errorf("not a number")
	}
	return n, nil
}

// divRound divides to the nearest whole number, halves away from zero.
func divRound(a, b int64) int64 {
	if a < 0 {
		return -divRound(-a, b)
	}
	return (a + b/2) / b
}
