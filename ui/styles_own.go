package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/press"
	"bantin/ui/field"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// askOwnStyles shows the office's own house styles, to be called otherwise or
// taken out of the drafts file, and takes in more.
func (w *window) askOwnStyles() {
	if !w.canAdd() {
		return
	}
	box := container.New(layout.NewCustomPaddedVBoxLayout(6))
	lines := map[string]*field.Field{}
	titles := map[string]string{}
	p := &parts.Panel{
		Title: w.say.Say("desk.style.own", nil), Lead: w.say.Say("desk.style.own_lead", nil), Width: 480, Body: box,
		Agree: w.say.Say("desk.office.keep", nil),
	}
	add := newQuiet(w.say.Say("desk.style.add", nil), nil, func() { p.Hide(); w.askStyle(w.ownStyleCame) })
	add.Ink, add.Bold = theme.ColorNamePrimary, true
	p.Aside = []fyne.CanvasObject{container.NewCenter(add)}
	if !slices.ContainsFunc(w.styles, func(s setup.Style) bool { return s.Own }) {
		p.Lead, p.Agree, p.Shut = w.say.Say("desk.style.own_none", nil), "", w.say.Say("desk.shut", nil)
	}
	for _, s := range w.styles {
		if !s.Own {
			continue
		}
		in := parts.NewField(w.say, 14)
		in.Single = true
		in.SetText(s.Called)
		in.OnEnter, in.OnEscape = p.Submit, p.Hide
		lines[s.Name], titles[s.Name] = in, s.Called
		out := newQuiet(w.say.Say("desk.style.remove", nil), nil, func() {
			if user := w.styleUser(s.Name); user != "" {
				p.Complain(w.say.Say("desk.style.used", bulletin.Args{"style": s.Called, "user": user}))
				return
			}
			p.Hide()
			w.removeStyle(s)
		})
		box.Add(container.NewBorder(nil, nil, nil, container.NewCenter(out), container.NewVBox(in, rule())))
		if p.First == nil {
			p.First = in
		}
	}
	p.OnAgree = func() error {
		w.retitleStyles(lines, titles)
		return nil
	}
	w.showPanel(p)
}

// ownStyleCame shows the own styles with one that was added: on the make-up table
// it is the issue's at once.
func (w *window) ownStyleCame(all []setup.Style, name, problem string) {
	switch {
	case problem != "" || w.making != "":
		w.styleCame(all, name, problem)
	case !w.busy():
		w.askOwnStyles()
	}
}

// styleUser is what uses a house style: an issue, the office's settings, or
// another style that is based on it; "" where nothing does.
func (w *window) styleUser(name string) string {
	if w.office.Style == name {
		return w.say.Say("desk.style.office", nil)
	}
	for _, s := range w.issues {
		if s.Issue.Style == name {
			return w.issueName(s.Issue)
		}
	}
	for _, s := range w.styles {
		if s.Own && s.Base == name {
			return w.say.Say("desk.style.based", bulletin.Args{"style": s.Called})
		}
	}
	return ""
}

// retitleStyles calls those styles otherwise whose lines say something else
// than their titles.
func (w *window) retitleStyles(lines map[string]*field.Field, titles map[string]string) {
	file, renamed := w.file, map[string]string{}
	for name, in := range lines {
		if title := strings.TrimSpace(in.Text()); title != "" && title != titles[name] {
			renamed[name] = title
		}
	}
	if len(renamed) == 0 {
		return
	}
	w.changeStyles(func(ctx context.Context) error {
		for name, title := range renamed {
			if err := press.RetitleStyle(ctx, file, name, title); err != nil {
				return err
			}
		}
		return nil
	}, func() {})
}

// removeStyle takes a style out of the drafts file, and offers to put it back.
func (w *window) removeStyle(s setup.Style) {
	file := w.file
	var raw []byte
	w.changeStyles(func(ctx context.Context) (err error) {
		if raw, err = press.StyleFile(ctx, file, s.Name); err != nil {
			return err
		}
		return press.RemoveStyle(ctx, file, s.Name)
	}, func() {
		w.notices.Say(w.say.Say("desk.style.removed", bulletin.Args{"style": s.Called}), w.say.Say("desk.undo_delete", nil), func() {
			w.changeStyles(func(ctx context.Context) error {
				_, err := press.AddStyle(ctx, file, s.Name, raw)
				return err
			}, func() {})
		})
	})
}

// changeStyles changes the house styles of the file and shows them as they are
// then.
func (w *window) changeStyles(change func(context.Context) error, then func()) {
	file := w.file
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) error { return change(ctx) }, func(err error) {
		if file != w.file {
			return
		}
		if err != nil {
			w.complain(err)
		} else {
			then()
		}
		w.loadStyles()
		w.askPreview(true)
	})
}
