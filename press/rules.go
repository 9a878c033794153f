package press

import (
	"context"
	"slices"
	"strings"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/storage"
)

// RuleSet is a rule set that issues of a drafts file may be measured by.
type RuleSet struct {
	rules.Set
	File []byte // as it was written
	Own  bool   // the office's own, kept in the drafts file
	// Broken is what keeps a set of the office's own from being used, or nil: one
	// that was written for another version of the program, or that is damaged.
	Broken error
}

// RuleSets lists the shipped rule sets and then the office's own, each by name;
// one that cannot be used stands there with what is wrong with it. Errors are
// those of the drafts file.
func RuleSets(ctx context.Context, f *storage.File) ([]RuleSet, error) {
	kept, err := f.Rules(ctx)
	if err != nil {
		return nil, err
	}
	var all []RuleSet
	for _, s := range rules.Shipped() {
		raw, _ := rules.File(s.Name)
		all = append(all, RuleSet{Set: s, File: raw})
	}
	for _, k := range kept {
		s := RuleSet{Set: rules.Set{Name: k.Name}, File: []byte(k.File), Own: true}
		if set, err := parseKept(k); err != nil {
			s.Broken = err
		} else {
			s.Set = set
		}
		all = append(all, s)
	}
	return all, nil
}

func parseKept(k storage.KeptRules) (rules.Set, error) {
	if k.Damaged {
		return rules.Set{}, bulletin.NewTrouble("rules_damaged", bulletin.Args{"name": k.Name}, nil)
	}
	return rules.Parse(k.Name, []byte(k.File))
}

// Measuring names the set by which an issue of a day is measured; false where
// there is none.
func Measuring(day bulletin.Date, all []RuleSet) (name string, ok bool) {
	own, shipped := []rules.Set{}, []rules.Set{}
	for _, s := range all {
		switch {
		case s.Broken != nil:
		case s.Own:
			own = append(own, s.Set)
		default:
			shipped = append(shipped, s.Set)
		}
	}
	set, ok := rules.For(day, append(rules.LatestFirst(own), shipped...))
	return set.Name, ok
}

// RulesFile gives the file of a rule set, word for word. Troubles:
// rules_unknown, rules_damaged.
func RulesFile(ctx context.Context, f *storage.File, name string) ([]byte, error) {
	all, err := RuleSets(ctx, f)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(s RuleSet) bool { return s.Name == name })
	switch {
	case at < 0:
		return nil, unknownRules(name, all)
	case bulletin.TroubleKey(all[at].Broken) == "rules_damaged":
		return nil, all[at].Broken
	}
	return all[at].File, nil
}

// AddRules keeps a rule set of the office's own, in the place of one of that
// name, after it was held to everything that the shipped ones are held to.
// Troubles: rules_name, rules_shipped, and those of rules.Parse.
func AddRules(ctx context.Context, f *storage.File, name string, raw []byte) (rules.Set, error) {
	if !ownName.MatchString(name) {
		return rules.Set{}, bulletin.NewTrouble("rules_name", bulletin.Args{"name": name}, nil)
	}
	if _, shipped := rules.File(name); shipped {
		return rules.Set{}, bulletin.NewTrouble("rules_shipped", bulletin.Args{"name": name}, nil)
	}
	set, err := rules.Parse(name, raw)
	if err != nil {
		return rules.Set{}, err
	}
	return set, f.SetRules(ctx, storage.KeptRules{Name: name, File: string(raw)})
}

// RemoveRules takes a rule set of the office's own out of the drafts file.
// Troubles: rules_shipped, rules_unknown.
func RemoveRules(ctx context.Context, f *storage.File, name string) error {
	if _, shipped := rules.File(name); shipped {
		return bulletin.NewTrouble("rules_shipped", bulletin.Args{"name": name}, nil)
	}
	all, err := RuleSets(ctx, f)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(s RuleSet) bool { return s.Name == name }) {
		return unknownRules(name, all)
	}
	return f.RemoveRules(ctx, name)
}

func unknownRules(name string, all []RuleSet) error {
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.Name
	}
	return bulletin.NewTrouble("rules_unknown", bulletin.Args{"name": name, "names": strings.Join(names, ", ")}, nil)
}

// officeLaw is what the office keeps of rules: the sets that can be used, and
// the names of those that cannot.
type officeLaw struct {
	sets   []rules.Set
	broken []string
}

func lawIn(ctx context.Context, f *storage.File) (law officeLaw, err error) {
	kept, err := f.Rules(ctx)
	for _, k := range kept {
		if set, err := parseKept(k); err != nil {
			law.broken = append(law.broken, k.Name)
		} else {
			law.sets = append(law.sets, set)
		}
	}
	law.sets = rules.LatestFirst(law.sets)
	return law, err
}
