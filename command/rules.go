package command

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bantin/bulletin"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
)

// shownRules is what rules --json says of a rule set.
type shownRules struct {
	Name       string        `json:"name"`
	Own        bool          `json:"own"`
	Law        string        `json:"law"`
	Clause     string        `json:"clause"`
	From       bulletin.Date `json:"from"`  // "" where it always has held
	Until      bulletin.Date `json:"until"` // first day on which it no longer holds; "" where it does
	ReplacedBy string        `json:"replaced_by,omitempty"`
	Holds      bool          `json:"holds"`    // today
	Measures   bool          `json:"measures"` // issues of today are measured by it
	Problem    string        `json:"problem,omitempty"`
}

// showRules says what there is to a rule set on a day, on which the one called
// measuring is gone by.
func (p *program) showRules(s press.RuleSet, day bulletin.Date, measuring string) shownRules {
	shown := shownRules{
		Name: s.Name, Own: s.Own, Law: s.Law, Clause: s.Clause, From: s.InForceFrom, Until: s.ReplacedOn, ReplacedBy: s.ReplacedBy,
		Holds: s.Broken == nil && s.HoldsOn(day), Measures: s.Broken == nil && s.Name == measuring,
	}
	if s.Broken != nil {
		shown.Problem = p.words.Explain(s.Broken)
	}
	return shown
}

func (p *program) rulesCommand() *cobra.Command {
	cmd := p.command("rules FILE", p.exactly(1), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			rows, err := p.ruleRows(cmd, f)
			if err != nil {
				return err
			}
			return p.answer(cmd, rows, func() { p.tellRules(rows) })
		})
	})
	cmd.AddCommand(p.rulesShow(), p.exportOwn("command.rules_export", "rules_export.done", press.RulesFile), p.rulesAdd(), p.removeOwn("command.rules_remove", "rules_remove.done", press.RemoveRules))
	return p.addJSONFlag(cmd)
}

func (p *program) ruleRows(cmd *cobra.Command, f *storage.File) ([]shownRules, error) {
	all, err := press.RuleSets(cmd.Context(), f)
	if err != nil {
		return nil, err
	}
	today := bulletin.DateOf(time.Now())
	measuring, _ := press.Measuring(today, all)
	rows := make([]shownRules, len(all))
	for i, s := range all {
		rows[i] = p.showRules(s, today, measuring)
	}
	return rows, nil
}

// rowNamed is what is said of a rule set: its name alone where somebody else has
// just taken it out.
func rowNamed(rows []shownRules, name string) shownRules {
	if at := slices.IndexFunc(rows, func(r shownRules) bool { return r.Name == name }); at >= 0 {
		return rows[at]
	}
	return shownRules{Name: name}
}

func (p *program) tellRules(rows []shownRules) {
	for _, r := range rows {
		if r.Problem != "" {
			fmt.Fprintln(p.out, r.Name)
			fmt.Fprintln(p.err, "• "+r.Problem)
			continue
		}
		about := []string{r.Law + ", " + r.Clause}
		for _, more := range []struct {
			key string
			so  bool
		}{{"own", r.Own}, {"from", !r.From.IsZero()}, {"until", !r.Until.IsZero()}, {"measures", r.Measures}} {
			if more.so {
				about = append(about, p.words.Say("command.rules."+more.key, bulletin.Args{"from": r.From, "until": r.Until, "by": r.ReplacedBy}))
			}
		}
		fmt.Fprintf(p.out, "%s\n  %s\n", r.Name, strings.Join(about, " · "))
	}
}

func (p *program) rulesShow() *cobra.Command {
	cmd := p.subcommand("command.rules_show", "show FILE NAME", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		return withReadOnly(cmd.Context(), args[0], func(f *storage.File) error {
			raw, err := press.RulesFile(cmd.Context(), f, args[1])
			if err != nil {
				return err
			}
			rows, err := p.ruleRows(cmd, f)
			if err != nil {
				return err
			}
			shown := struct {
				shownRules
				File string `json:"file"`
			}{rowNamed(rows, args[1]), string(raw)}
			return p.answer(cmd, shown, func() { p.tellWordForWord(string(raw)) })
		})
	})
	return p.addJSONFlag(cmd)
}

// tellWordForWord prints a file as it is, but for marks that would steer a
// terminal.
func (p *program) tellWordForWord(text string) {
	if plainText(text) == strings.ReplaceAll(text, "\r\n", "\n") {
		fmt.Fprint(p.data, text)
		return
	}
	fmt.Fprint(p.out, text)
}

func (p *program) rulesAdd() *cobra.Command {
	var name string
	cmd := p.subcommand("command.rules_add", "add FILE RULES.toml", p.exactly(2), func(cmd *cobra.Command, args []string) error {
		raw, err := reception.Read(args[1])
		if err != nil {
			return err
		}
		name := nameOr(name, args[1])
		return p.withFile(cmd.Context(), args[0], func(f *storage.File) error {
			if _, err := press.AddRules(cmd.Context(), f, name, raw); err != nil {
				return err
			}
			rows, err := p.ruleRows(cmd, f)
			if err != nil {
				return err
			}
			added := rowNamed(rows, name)
			return p.answer(cmd, added, func() {
				p.say("rules_add.done", bulletin.Args{"name": name})
				p.tellRules([]shownRules{added})
			})
		})
	})
	cmd.Flags().StringVar(&name, "name", "", p.words.Say("command.rules_add.flag.name", nil))
	return p.addJSONFlag(cmd)
}
