package styles

import (
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// lineOf is the line of a style file, counted from 1, on which a key is given:
// the key's own, else that of the part that it belongs to, else the first.
func lineOf(raw []byte, where string) int {
	lines := linesOf(raw)
	for {
		if line, ok := lines[where]; ok {
			return line
		}
		cut := strings.LastIndexByte(where, '.')
		if cut < 0 {
			return 1
		}
		where = where[:cut]
	}
}

// linesOf gives the lines of all keys, those of repeated parts as "fit[2].body".
func linesOf(raw []byte) map[string]int {
	lines, times := map[string]int{}, map[string]int{}
	var p unstable.Parser
	p.Reset(raw)
	part := ""
	for p.NextExpression() {
		e := p.Expression()
		var path []string
		line := 1
		for keys := e.Key(); keys.Next(); {
			n := keys.Node()
			path = append(path, string(n.Data))
			line = p.Shape(n.Raw).Start.Line
		}
		name := strings.Join(path, ".")
		switch e.Kind {
		case unstable.Table:
			part = name
		case unstable.ArrayTable:
			times[name]++
			part = fmt.Sprintf("%s[%d]", name, times[name])
			name = part
		default:
			name = strings.TrimPrefix(part+"."+name, ".")
		}
		if _, known := lines[name]; !known {
			lines[name] = line
		}
	}
	return lines
}
