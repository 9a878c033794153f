// Package tomlfile says where in a TOML file of the office's own a mistake stands
// and what kind it is of, for the house styles and the rule sets.
package tomlfile

import (
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// LineOf is the line of a file, counted from 1, on which a key is given:
// the key's own, else that of the part that it belongs to, else the first.
func LineOf(raw []byte, where string) int {
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
	lines := map[string]int{}
	eachKey(raw, func(name string, line int, _ *unstable.Node) {
		if _, known := lines[name]; !known {
			lines[name] = line
		}
	})
	return lines
}

// keyOf is the first key that has a value, and its line.
func keyOf(raw []byte, value string) (key string, line int) {
	line = 1
	eachKey(raw, func(name string, at int, e *unstable.Node) {
		if key == "" && e.Kind == unstable.KeyValue && string(e.Value().Data) == value {
			key, line = name, at
		}
	})
	return key, line
}

// eachKey visits the keys of a file.
func eachKey(raw []byte, visit func(name string, line int, e *unstable.Node)) {
	times := map[string]int{}
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
		visit(name, line, e)
	}
}
