package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The figures that Unicode has raised and lowered, and every font of ours.
var (
	raisedFigures  = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	loweredFigures = []rune("₀₁₂₃₄₅₆₇₈₉")
)

// shifted writes what stands above or below the line so that it reads as it was
// meant where all letters stand on one line: 10³ and m², H₂O, 30°C. What Unicode
// has no letters for keeps a sign before it, lest a figure become another one:
// 10^-3 and not 10-3. ok is false where an element is neither raised nor lowered.
func shifted(n *html.Node, styles map[string]string) (s string, ok bool) {
	figures, sign := raisedFigures, "^"
	align := styles["vertical-align"]
	switch {
	case n.DataAtom == atom.Sub || align == "sub":
		figures, sign = loweredFigures, "_"
	case n.DataAtom == atom.Sup || align == "super":
	default:
		return "", false
	}
	text := textOf(n)
	if strings.EqualFold(text, "o") && sign == "^" {
		return "°", true
	}
	var b strings.Builder
	for _, letter := range text {
		switch {
		case letter >= '0' && letter <= '9':
			b.WriteRune(figures[letter-'0'])
		case unicode.IsDigit(letter), strings.ContainsRune("+-−–,./", letter):
			return sign + text, true
		default:
			b.WriteRune(letter)
		}
	}
	return b.String(), true
}
