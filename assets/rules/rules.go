// Package rules holds what laws and offices ask of a bulletin, as data: each
// rule set is one readable TOML file beside this one, with its source and the
// days on which it holds. export/preflight measures issues by them.
package rules

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
)

// Set is one rule set: a clause of a law, or an office's own rules.
type Set struct {
	Name        string        `toml:"-"` // its file without ".toml"
	Law         string        `toml:"law"`
	Clause      string        `toml:"clause"`
	InForceFrom bulletin.Date `toml:"in_force_from"` // zero: always has been
	ReplacedOn  bulletin.Date `toml:"replaced_on"`   // first day without force; zero: still holds
	ReplacedBy  string        `toml:"replaced_by"`
	Rules       []Rule        `toml:"rule"`
}

// Rule is one demand of a set.
type Rule struct {
	Kind     Kind              `toml:"kind"`
	Severity bulletin.Severity `toml:"severity"` // bulletin.Warning where the file names none
	Lasting  bool              `toml:"lasting"`  // is as severe on days on which the set does not hold
	Clause   string            `toml:"clause"`   // where it is not that of the set
	WidthMM  int               `toml:"width_mm"`
	HeightMM int               `toml:"height_mm"`
	Pages    int               `toml:"pages"`
	Items    []Item            `toml:"items"`
	Words    []string          `toml:"words"`
}

// Kind is what a rule speaks of.
type Kind string

// The kinds, with the fields that each needs.
const (
	MaxTrim       Kind = "max_trim"       // WidthMM, HeightMM
	MaxPages      Kind = "max_pages"      // Pages
	PageOne       Kind = "page_one"       // Items, in the upper half of page one
	LastPage      Kind = "last_page"      // Items, in the lower half of the last page
	NoAdvertising Kind = "no_advertising" // Words that give an advertisement away
)

// Item is something that has to stand on a page.
type Item string

// The items.
const (
	Words       Item = "words" // "BẢN TIN"
	Name        Item = "name"  // of the bulletin
	Body        Item = "body"  // that publishes it
	Date        Item = "date"
	Number      Item = "number"
	Licence     Item = "licence"
	LicenceDate Item = "licence_date"
	PrintedAt   Item = "printed_at"
	PrintRun    Item = "print_run"
	Frequency   Item = "frequency"
	Responsible Item = "responsible"
	Address     Item = "address"
)

// itemsOf lists the items that each kind of page may be asked for: the
// nameplate's, and the imprint's.
var itemsOf = map[Kind][]Item{
	PageOne:  {Words, Name, Body, Date, Number, Address},
	LastPage: {Licence, LicenceDate, PrintedAt, PrintRun, Frequency, Responsible, Address},
}

//go:embed *.toml
var files embed.FS

var shipped = func() []Set {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("list rule sets: %v", err)) // part of the program
	}
	sets := make([]Set, 0, len(entries))
	for _, e := range entries {
		raw, err := files.ReadFile(e.Name())
		if err != nil {
			panic(fmt.Sprintf("read rule set %s: %v", e.Name(), err))
		}
		set, err := Parse(strings.TrimSuffix(e.Name(), ".toml"), raw)
		if err != nil {
			panic(fmt.Sprintf("read rule set %s: %v", e.Name(), err))
		}
		sets = append(sets, set)
	}
	return sets
}()

// File gives the file of a shipped set, word for word, and false when there is
// none of that name.
func File(name string) (raw []byte, found bool) {
	raw, err := files.ReadFile(name + ".toml")
	return raw, err == nil
}

// Shipped gives the rule sets that come with the program, sorted by name. They
// must not be changed.
func Shipped() []Set { return shipped }

// HoldsOn reports whether the set is in force on a day.
func (s *Set) HoldsOn(day bulletin.Date) bool {
	return !s.ComesAfter(day) && (s.ReplacedOn.IsZero() || before(day, s.ReplacedOn))
}

// ComesAfter reports whether the set is not yet in force on a day.
func (s *Set) ComesAfter(day bulletin.Date) bool { return before(day, s.InForceFrom) }

// For chooses the set that an issue of a day is measured by: the first of sets
// that holds on that day; where none does, the one that was replaced last
// before it; where that is none either, the one that comes into force first.
// On a tie the earlier of sets wins. ok is false only when sets is empty.
//
// A day that is not known (the zero Date) gets the set that came last.
func For(day bulletin.Date, sets []Set) (chosen Set, ok bool) {
	if len(sets) == 0 {
		return Set{}, false
	}
	best := 0
	for i := range sets {
		if day.IsZero() && before(sets[best].InForceFrom, sets[i].InForceFrom) ||
			!day.IsZero() && nearer(day, &sets[i], &sets[best]) {
			best = i
		}
	}
	return sets[best], true
}

// LatestFirst sorts an office's own sets as For is to be asked: of two that hold
// on one day the one that came into force later goes first, as a later law goes
// before an earlier one. Sets of one day stay in their order.
func LatestFirst(sets []Set) []Set {
	sorted := slices.Clone(sets)
	slices.SortStableFunc(sorted, func(a, b Set) int {
		switch {
		case before(b.InForceFrom, a.InForceFrom):
			return -1
		case before(a.InForceFrom, b.InForceFrom):
			return 1
		}
		return 0
	})
	return sorted
}

// nearer reports whether a is a better choice for the day than b.
func nearer(day bulletin.Date, a, b *Set) bool {
	if a.HoldsOn(day) || b.HoldsOn(day) {
		return a.HoldsOn(day) && !b.HoldsOn(day)
	}
	aPast, bPast := !a.ComesAfter(day), !b.ComesAfter(day)
	switch {
	case aPast && bPast:
		return before(b.ReplacedOn, a.ReplacedOn)
	case aPast || bPast:
		return aPast
	}
	return before(a.InForceFrom, b.InForceFrom)
}

// before reports whether a is an earlier day than b; the zero Date is before
// every other one.
func before(a, b bulletin.Date) bool {
	if a.Year != b.Year {
		return a.Year < b.Year
	}
	if a.Month != b.Month {
		return a.Month < b.Month
	}
	return a.Day < b.Day
}
