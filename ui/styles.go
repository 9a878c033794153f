package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"bantin/assets/styles"
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
	"bantin/ui/files"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// loadStyles reads which house styles can be chosen.
func (w *window) loadStyles() {
	file, say := w.file, w.say
	go func() {
		all, err := stylesOf(file, say)
		w.onFile(file, func() {
			if err == nil { // the usual style is always there
				w.styles = all
				w.showMakeup()
			}
		})
	}()
}

// stylesOf are the shipped house styles and the office's own, as people call
// them.
func stylesOf(file *storage.File, say *translations.Catalogue) ([]setup.Style, error) {
	all, err := press.Styles(context.Background(), file)
	if err != nil {
		return nil, err
	}
	var out []setup.Style
	for _, s := range all {
		style := setup.Style{Name: s.Name, Title: s.Title, Own: s.Own, Base: s.BasedOn, Lists: s.Contents.Place == styles.ContentsInFront}
		if key := "style." + s.Name; !s.Own && say.Has(key) {
			style.Title = say.Say(key, nil)
		} else if style.Title == "" {
			style.Title = s.Name
		}
		style.Called = style.Title
		if s.Broken != nil {
			style.Problem = say.Explain(s.Broken)
			style.Title = say.Say("desk.style.broken", bulletin.Args{"style": style.Title})
		}
		out = append(out, style)
	}
	return out, nil
}

// shelf is the house styles to choose from.
func (w *window) shelf() setup.Shelf {
	s := setup.Shelf{All: w.styles}
	if w.file != nil && !w.file.ReadOnly() {
		s.Ask = w.askStyle
	}
	return s
}

// askStyle asks for the file of a house style and keeps it as the office's own.
func (w *window) askStyle(give func(all []setup.Style, name, problem string)) {
	file := w.file
	w.askFiles("style", files.Question{Kinds: w.kinds("style", []string{".toml"})}, func(paths []string) {
		if file == w.file {
			w.addStyle(paths[0], give)
		}
	})
}

// addStyle keeps the house style in a file as the office's own.
func (w *window) addStyle(path string, give func(all []setup.Style, name, problem string)) {
	file, say, name := w.file, w.say, styleName(path)
	go func() {
		var all []setup.Style
		raw, err := reception.Read(path)
		if err == nil {
			_, err = press.AddStyle(context.Background(), file, name, raw)
		}
		if err == nil {
			all, err = stylesOf(file, say)
		}
		w.onFile(file, func() {
			if err != nil {
				give(nil, "", say.Explain(err))
				return
			}
			w.styles = all
			give(all, name, "")
		})
	}()
}

// styleName is what a style is kept as: the name of its file in letters that
// every command line takes, and never that of a style that is shipped.
func styleName(path string) string {
	return nameKept(path, func(name string) bool { _, shipped := styles.File(name); return shipped })
}

// nameKept is the name that a file of the office's own is kept by.
func nameKept(path string, isShipped func(name string) bool) string {
	base := filepath.Base(path)
	words := strings.FieldsFunc(viet.Fold(strings.TrimSuffix(base, filepath.Ext(base))), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	const longest = 30
	name := strings.Join(words, "-")
	name = strings.Trim(name[:min(len(name), longest)], "-")
	if name == "" || isShipped(name) {
		name = strings.Trim("own-"+name, "-")
	}
	return name
}

// chooseStyle offers the house styles for the issue on the make-up table.
func (w *window) chooseStyle(at fyne.Position) {
	i := w.issueIndex(w.making)
	if i < 0 {
		return
	}
	now, shelf := w.issues[i].Issue.Style, w.shelf()
	menu := fyne.NewMenu("")
	offer := func(name, title string) {
		item := fyne.NewMenuItem(title, func() { w.restyle(name) })
		item.Checked = name == now
		menu.Items = append(menu.Items, item)
	}
	offer("", w.say.Say("desk.setup.usual_style", nil))
	for _, s := range shelf.All {
		offer(s.Name, s.Title)
	}
	if shelf.Ask != nil {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(w.say.Say("desk.style.add", nil), func() { w.askStyle(w.styleCame) }),
			fyne.NewMenuItem(w.say.Say("desk.menu.own_styles", nil), w.askOwnStyles))
	}
	parts.ShowMenu(menu, w.win.Canvas(), at)
}

// styleCame puts a style that was added on the issue that is made up.
func (w *window) styleCame(_ []setup.Style, name, problem string) {
	if problem != "" {
		w.notices.Warn(problem, "", nil)
		return
	}
	w.restyle(name)
}

// restyle sets the issue on the make-up table in another house style. One that
// cannot be used is explained instead.
func (w *window) restyle(name string) {
	shelf := w.shelf()
	if at := shelf.At(name); at >= 0 && shelf.All[at].Problem != "" {
		w.notices.Warn(shelf.All[at].Problem, "", nil)
		return
	}
	w.changeIssue(w.making, func(s *bulletin.Issue) { s.Style = name }, nil)
}

// listsStories reports whether an issue in a house style lists its main stories
// on page one, unless that is switched off.
func (w *window) listsStories(style string) bool {
	if style == "" {
		style = styles.DefaultIssue
	}
	at := w.shelf().At(style)
	return at >= 0 && w.shelf().All[at].Lists
}

// styleTitle is what a house style is called on screen.
func (w *window) styleTitle(name string) string {
	switch at := w.shelf().At(name); {
	case name == "":
		return w.say.Say("desk.setup.usual_style", nil)
	case at >= 0:
		return w.shelf().All[at].Title
	}
	return name
}
