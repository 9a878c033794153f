package setup

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// RuleSet is a set of rules that issues are measured by.
type RuleSet struct {
	Name    string
	Title   string // the law and its clause; the name of one that cannot be used
	About   string // whose it is, and when it holds
	Problem string // why it cannot be used, as a sentence; "" for one that can
	Own     bool   // the office's own
}

// Law is the rule sets of the drafts file, and how the office changes them. What
// cannot be done is given as a sentence.
type Law struct {
	All []RuleSet
	// Add asks for the file of a rule set and keeps it.
	Add func(give Changed)
	// Save asks where a copy of a rule set shall go, and writes it there.
	Save func(name string, give func(said, problem string))
	// Remove takes a rule set out of the drafts file, and gives how to take it
	// back.
	Remove func(set RuleSet, give func(all []RuleSet, undo func(Changed), problem string))
}

// Changed is given the rule sets as they are now.
type Changed = func(all []RuleSet, problem string)

// done is what was done last while the panel is open, and how to take it back,
// nil where it cannot be.
type done struct {
	said string
	undo func(Changed)
}

// rulesPage is the rule sets, each with what can be done with it.
func (p *Panel) rulesPage() fyne.CanvasObject {
	p.read = func(*Draft) error { return nil }
	width := parts.PanelRoom(p.win, panelWidth) - (pagesWidth+60)*look.Scale()
	box := container.New(layout.NewCustomPaddedVBoxLayout(12*look.Scale()), parts.Paragraph(p.Say.Say("desk.rules.lead", nil), width, look.Quiet))
	for _, set := range p.Law.All {
		box.Add(p.ruleSet(set, width))
	}
	if p.done.said != "" {
		told := container.New(layout.NewCustomPaddedVBoxLayout(2), parts.Small(p.done.said, width, theme.ColorNameForeground))
		if p.done.undo != nil {
			told.Add(container.NewHBox(p.link("desk.undo_delete", func() { p.done.undo(p.rulesChanged) })))
		}
		box.Add(told)
	}
	box.Add(container.NewHBox(p.link("desk.rules.add", func() { p.Law.Add(p.rulesChanged) })))
	return box
}

func (p *Panel) ruleSet(set RuleSet, width float32) fyne.CanvasObject {
	title := parts.NewProse(parts.Run{Text: set.Title, Style: look.SansBold, Ink: theme.ColorNameForeground})
	title.Resize(fyne.NewSize(width, 1)) // breaks, so that its height is known
	box := container.New(layout.NewCustomPaddedVBoxLayout(2), title, parts.Small(set.About, width, look.Quiet))
	if set.Problem != "" {
		box.Add(parts.Small(set.Problem, width, theme.ColorNameError))
	}
	does := container.NewHBox(p.link("desk.rules.save", func() {
		p.Law.Save(set.Name, func(said, problem string) {
			if problem == "" {
				p.done = done{said: said}
			}
			p.rulesWere(p.Law.All, problem)
		})
	}))
	if set.Own {
		does.Add(parts.Space(8*look.Scale(), 1))
		does.Add(p.link("desk.style.remove", func() {
			p.Law.Remove(set, func(all []RuleSet, undo func(Changed), problem string) {
				if problem == "" {
					p.done = done{p.Say.Say("desk.rules.removed", bulletin.Args{"rules": set.Title}), undo}
				}
				p.rulesWere(all, problem)
			})
		}))
	}
	box.Add(does)
	return box
}

// rulesChanged shows the rule sets after one was added or came back.
func (p *Panel) rulesChanged(all []RuleSet, problem string) {
	if problem == "" {
		p.done = done{}
	}
	p.rulesWere(all, problem)
}

// rulesWere shows the rule sets as they are now, or says what went wrong.
func (p *Panel) rulesWere(all []RuleSet, problem string) {
	if p.panel.Complain(problem); problem != "" {
		return
	}
	if p.Law.All = all; p.Draft.Page == Rules {
		p.turn()
	}
}

func (p *Panel) link(key string, do func()) *parts.Quiet {
	b := parts.NewQuiet(p.Say.Say(key, nil), nil, do)
	b.TextSize, b.Ink, b.Flush, b.Left = 12, theme.ColorNamePrimary, true, true
	return b
}
