//go:build ruleguard

// Package gorules holds the checks of our own that golangci-lint runs through
// gocritic's ruleguard. It is read by the linter and never compiled.
package gorules

import "github.com/quasilyte/go-ruleguard/dsl"

// mapOrder keeps Go's random order of maps away from pages: where pages and
// files are made, a map is walked by its sorted keys,
// slices.Sorted(maps.Keys(m)).
func mapOrder(m dsl.Matcher) {
	m.Match(
		`for $_ := range $m { $*_ }`,
		`for $_, $_ := range $m { $*_ }`,
		`for $_, $_ = range $m { $*_ }`,
		`for range $m { $*_ }`,
	).
		Where(m["m"].Type.Underlying().Is(`map[$k]$v`) &&
			m.File().PkgPath.Matches(`^bantin/export/`) &&
			!m.File().Name.Matches(`_test\.go$`)).
		Report(`pages must come out the same on every run: walk slices.Sorted(maps.Keys($m))`)
}
