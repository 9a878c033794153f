package field

import "bantin/ui/look"

// wide is how wide s is in a look.
func wide(s string, l Look) float32 { return look.Width(s, l.Size, l.Style) }

// Clamp breaks a text into at most n lines of a width; what does not fit is
// left out, with an ellipsis in its place.
func Clamp(s string, l Look, width float32, n int) []string {
	t := &text{width: width, look: l, measure: wide}
	t.set(s)
	var lines []string
	for _, p := range t.paras {
		for _, r := range p.rows {
			lines = append(lines, t.visible(r))
		}
	}
	if len(lines) <= n {
		return lines
	}
	lines = lines[:n]
	lines[n-1] = ellipsis(lines[n-1], l, width)
	return lines
}

func ellipsis(s string, l Look, width float32) string {
	runes := []rune(s)
	for len(runes) > 0 {
		if last := runes[len(runes)-1]; last != ' ' && last != ',' {
			if wide(string(runes)+"…", l) <= width {
				break
			}
		}
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}
