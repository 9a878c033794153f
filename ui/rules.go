package ui

import (
	"context"
	"io"
	"strings"
	"time"

	"bantin/assets/rules"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
	"bantin/ui/files"
	"bantin/ui/setup"
)

// loadRules reads which rule sets issues are measured by.
func (w *window) loadRules() {
	file, say := w.file, w.say
	go func() {
		all, err := rulesOf(file, say)
		w.onFile(file, func() {
			if err == nil { // the shipped ones measure all the same
				w.rules = all
			}
		})
	}()
}

// rulesOf are the shipped rule sets and the office's own, as people read them.
func rulesOf(file *storage.File, say *translations.Catalogue) ([]setup.RuleSet, error) {
	all, err := press.RuleSets(context.Background(), file)
	if err != nil {
		return nil, err
	}
	measuring, _ := press.Measuring(bulletin.DateOf(time.Now()), all)
	out := make([]setup.RuleSet, len(all))
	for i, s := range all {
		out[i] = setup.RuleSet{Name: s.Name, Title: s.Law + ", " + s.Clause, Own: s.Own, About: aboutRules(s, s.Name == measuring, say)}
		if s.Broken != nil {
			out[i].Title, out[i].Problem = s.Name, say.Explain(s.Broken)
		}
	}
	return out, nil
}

// aboutRules says whose a rule set is, and when it holds.
func aboutRules(s press.RuleSet, measures bool, say *translations.Catalogue) string {
	var words []string
	outdated := !s.ReplacedOn.IsZero() && s.ReplacedOn.String() <= bulletin.DateOf(time.Now()).String()
	measures = measures && s.Broken == nil
	for _, more := range []struct {
		key string
		so  bool
	}{
		{"own", s.Own},
		{"shipped", !s.Own},
		{"from", !s.InForceFrom.IsZero()},
		{"until", !s.ReplacedOn.IsZero()},
		{"measures", measures && !outdated},
		{"measures_still", measures && outdated},
	} {
		if more.so {
			words = append(words, say.Say("desk.rules."+more.key, bulletin.Args{"from": s.InForceFrom, "until": s.ReplacedOn, "by": s.ReplacedBy}))
		}
	}
	return strings.Join(words, " · ")
}

// law is the rule sets, and what the office does with them.
func (w *window) law() setup.Law {
	return setup.Law{All: w.rules, Add: w.askRules, Save: w.saveRules, Remove: w.removeRules}
}

// askRules asks for the file of a rule set and keeps it as the office's own.
func (w *window) askRules(give setup.Changed) {
	file := w.file
	w.askFiles("rules", files.Question{Kinds: w.kinds("rules", []string{".toml"})}, func(paths []string) {
		if file == w.file {
			w.addRules(paths[0], give)
		}
	})
}

// addRules keeps the rule set in a file as the office's own.
func (w *window) addRules(path string, give setup.Changed) {
	name := nameKept(path, func(name string) bool { _, shipped := rules.File(name); return shipped })
	w.changeRules(func(ctx context.Context, file *storage.File) error {
		raw, err := reception.Read(path)
		if err == nil {
			_, err = press.AddRules(ctx, file, name, raw)
		}
		return err
	}, give)
}

// saveRules asks where a copy of a rule set shall go.
func (w *window) saveRules(name string, give func(said, problem string)) {
	file := w.file
	w.askNew("rules_out", name, "rules", ".toml", func(path string) {
		go func() {
			raw, err := press.RulesFile(context.Background(), file, name)
			if err == nil {
				err = atomicfile.Write(path, func(out io.Writer) error {
					_, err := out.Write(raw)
					return err
				})
			}
			w.onFile(file, func() {
				if err != nil {
					give("", w.say.Explain(err))
					return
				}
				give(w.say.Say("desk.rules.saved", bulletin.Args{"file": short(path)}), "")
			})
		}()
	})
}

// removeRules takes a rule set out of the drafts file, and gives how to put it
// back.
func (w *window) removeRules(set setup.RuleSet, give func(all []setup.RuleSet, undo func(setup.Changed), problem string)) {
	file := w.file
	kept := ""
	undo := func(back setup.Changed) {
		w.changeRules(func(ctx context.Context, to *storage.File) error {
			if to != file {
				return nil
			}
			return to.SetRules(ctx, storage.KeptRules{Name: set.Name, File: kept}) // as it was, even where it could not be used
		}, back)
	}
	w.changeRules(func(ctx context.Context, file *storage.File) error {
		raw, err := press.RulesFile(ctx, file, set.Name)
		if err == nil {
			kept = string(raw)
			return press.RemoveRules(ctx, file, set.Name)
		}
		if bulletin.TroubleKey(err) == "rules_damaged" { // nothing is left to put back
			undo = nil
			return press.RemoveRules(ctx, file, set.Name)
		}
		return err
	}, func(all []setup.RuleSet, problem string) {
		give(all, undo, problem)
		if problem != "" || undo == nil {
			return
		}
		w.notices.Say(w.say.Say("desk.rules.removed", bulletin.Args{"rules": set.Title}), w.say.Say("desk.undo_delete", nil), func() {
			undo(func(_ []setup.RuleSet, problem string) {
				if problem != "" {
					w.notices.Warn(problem, "", nil)
				}
			})
		})
	})
}

// changeRules changes the rule sets of the file, gives them as they are then,
// and looks the pages over anew.
func (w *window) changeRules(change func(context.Context, *storage.File) error, give setup.Changed) {
	file, say := w.file, w.say
	go func() {
		var all []setup.RuleSet
		err := change(context.Background(), file)
		if err == nil {
			all, err = rulesOf(file, say)
		}
		w.onFile(file, func() {
			if err != nil {
				give(nil, say.Explain(err))
				return
			}
			w.rules = all
			give(all, "")
			w.lookOver()
		})
	}()
}
