package rules

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"

	"github.com/pelletier/go-toml/v2"
)

// Bounds of what a rule may say; beyond them it is a slip of the pen.
const (
	maxSideMM = 2000
	maxPages  = 10_000
	maxBytes  = 1 << 20
)

// Parse reads a rule set. Unknown names, missing parts, dates that are none
// and rules that cannot be met are the trouble rules_invalid, whose detail says
// what and where.
func Parse(name string, raw []byte) (Set, error) {
	set, err := parse(raw)
	if err != nil {
		return Set{}, bulletin.NewTrouble("rules_invalid",
			bulletin.Args{"name": name, "detail": err.Error()}, err)
	}
	set.Name = name
	return set, nil
}

func parse(raw []byte) (Set, error) {
	var set Set
	if len(raw) > maxBytes {
		return Set{}, fmt.Errorf("larger than 1 MB")
	}
	d := toml.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&set); err != nil {
		return Set{}, describe(err)
	}
	set.normalize()
	return set, set.validate()
}

// describe adds the place in the file, which the reader's errors keep apart.
func describe(err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		e := strict.Errors[0]
		row, _ := e.Position()
		return fmt.Errorf("line %d: unknown name %q", row, strings.Join(e.Key(), "."))
	}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		row, column := decode.Position()
		return fmt.Errorf("line %d, column %d: %w", row, column, err)
	}
	return err
}

func (s *Set) normalize() {
	for _, text := range []*string{&s.Law, &s.Clause, &s.ReplacedBy} {
		*text = strings.TrimSpace(viet.Normalize(*text))
	}
	for i := range s.Rules {
		r := &s.Rules[i]
		r.Clause = strings.TrimSpace(viet.Normalize(r.Clause))
		if r.Clause == "" {
			r.Clause = s.Clause
		}
		if r.Severity == "" {
			r.Severity = bulletin.Warning
		}
		for k := range r.Words {
			r.Words[k] = strings.TrimSpace(viet.Normalize(r.Words[k]))
		}
	}
}

// validate collects everything that is wrong with the set, in the order of the
// file.
func (s *Set) validate() error {
	var errs []error
	check := func(ok bool, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	check(s.Law != "", "law: say where the rules come from")
	check(s.Clause != "", "clause: say which article or clause it is")
	check(s.ReplacedOn.IsZero() || before(s.InForceFrom, s.ReplacedOn), "replaced_on must be after in_force_from")
	check((s.ReplacedBy == "") == s.ReplacedOn.IsZero(), "replaced_on and replaced_by go together")
	check(len(s.Rules) > 0, "no [[rule]]")
	for i := range s.Rules {
		s.Rules[i].validate(func(ok bool, format string, args ...any) {
			check(ok, "rule %d: "+format, append([]any{i + 1}, args...)...)
		})
	}
	return errors.Join(errs...)
}

func (r *Rule) validate(check func(ok bool, format string, args ...any)) {
	severities := []bulletin.Severity{bulletin.Hint, bulletin.Warning, bulletin.Error}
	check(slices.Contains(severities, r.Severity), "severity must be hint, warning or error")
	switch r.Kind {
	case MaxTrim:
		check(inside(r.WidthMM, maxSideMM) && inside(r.HeightMM, maxSideMM), "width_mm and height_mm must be 1 to %d", maxSideMM)
	case MaxPages:
		check(inside(r.Pages, maxPages), "pages must be 1 to %d", maxPages)
	case PageOne, LastPage:
		check(len(r.Items) > 0, "items: say what has to stand on the page")
		for i, item := range r.Items {
			check(slices.Contains(itemsOf[r.Kind], item), "items: %q is none for %s; these are %v", item, r.Kind, itemsOf[r.Kind])
			check(!slices.Contains(r.Items[:i], item), "items: %q stands twice", item)
		}
	case NoAdvertising:
		check(len(r.Words) > 0 && !slices.Contains(r.Words, ""), "words: say which words give an advertisement away")
	default:
		check(false, "kind %q is not known", r.Kind)
	}
}

func inside(n, most int) bool { return n >= 1 && n <= most }
