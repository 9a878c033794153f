package setup

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

var (
	languages = translations.Languages()
	shades    = []look.Shade{look.Light, look.Dark, look.System}
	scales    = []float64{0.9, 1, 1.15, 1.3, 1.5, 1.75, 2}
)

// herePage is what belongs to the person at this PC.
func (p *Panel) herePage() {
	d, f := p.Draft, p.form
	me := f.Line("office.me", d.Me)
	f.Under("setup.typing", parts.NewChoice(p.words("desk.typing.", Typings), max(0, slices.Index(Typings, d.Typing)),
		func(i int) { p.Draft.Typing = Typings[i] }).Object)
	language := parts.NewChoice([]string{"Tiếng Việt", "English"}, slices.Index(languages, d.Language),
		func(i int) { p.now("language", func(d *Draft) { d.Language = languages[i] }) })
	f.Under("setup.language", language.Object)
	shade := parts.NewChoice([]string{
		p.Say.Say("desk.menu.light", nil), p.Say.Say("desk.menu.dark", nil), p.Say.Say("desk.menu.system", nil),
	}, max(0, slices.Index(shades, d.Shade)), func(i int) { p.now("shade", func(d *Draft) { d.Shade = shades[i] }) })
	f.Under("setup.shade", shade.Object)
	scale := p.scaleChoice().Button
	f.Under("setup.scale", scale)
	p.atOnce = map[string]func() fyne.Focusable{
		"language": language.Focusable, "shade": shade.Focusable, "scale": func() fyne.Focusable { return scale },
	}
	backups := parts.NewChoice([]string{p.Say.Say("desk.setup.backups_on", nil), p.Say.Say("desk.setup.backups_off", nil)},
		map[bool]int{true: 0, false: 1}[d.Backups], func(i int) { p.Draft.Backups = i == 0 })
	f.Under("setup.backups", container.NewVBox(backups.Object,
		parts.Paragraph(p.Say.Say("desk.setup.backup_place", bulletin.Args{"folder": p.BackupPlace}), 290*look.Scale(), look.Quiet)))
	p.read = func(d *Draft) error {
		d.Me = me.Text()
		return nil
	}
}

func (p *Panel) words(prefix string, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = p.Say.Say(prefix+n, nil)
	}
	return out
}

func (p *Panel) scaleChoice() *parts.Pick {
	at, names := 1, []string{}
	for i, s := range scales {
		names = append(names, p.Say.Say("desk.setup.percent", bulletin.Args{"n": int(s*100 + 0.5)}))
		if s <= p.Draft.Scale+0.01 {
			at = i
		}
	}
	return parts.NewPick(names, at, func(i int) { p.now("scale", func(d *Draft) { d.Scale = scales[i] }) })
}

// now takes over the page as it stands, changes what is called name in the draft, and
// applies it at once.
func (p *Panel) now(name string, change func(*Draft)) {
	if p.take() != nil {
		return
	}
	p.Draft.Changed = name
	change(&p.Draft)
	p.over = true
	p.Now(p.Draft)
}
