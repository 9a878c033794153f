// Package files asks for files and folders: through the system's own dialog
// where it can be had (the common dialog of Windows, the portal of Linux
// desktops), else through a panel of its own. Whoever asks sees no difference.
package files

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bantin/assets/translations"
	"bantin/ui/parts"
)

// What is asked for.
type What int

// The things that can be asked for.
const (
	One    What = iota // a file that there is
	Many               // files that there are
	New                // the name of a new file
	Folder             // a folder that there is
)

// Kind is a kind of files, by the endings of their names.
type Kind struct {
	Name    string   // for people
	Endings []string // such as ".jpg", in small letters
}

// fits reports whether a name is that of a file of this kind; a kind without
// endings is any.
func (k Kind) fits(name string) bool {
	return len(k.Endings) == 0 || slices.Contains(k.Endings, strings.ToLower(filepath.Ext(name)))
}

// Question is what is asked.
type Question struct {
	What   What
	Title  string
	Agree  string // the word that takes what was chosen
	Folder string // where it begins
	Name   string // proposed for a new file
	Kinds  []Kind // that can be shown, the first at the beginning; none are all files
	// Small, which may be nil, reads the picture in a file at a glance, to stand
	// beside its name: not larger than side × side pixels, nil where there is
	// none. It is called on a goroutine of its own. The system's dialog has its
	// own.
	Small func(ctx context.Context, path string, side int) image.Image
}

// named gives a new file's name the ending of its kind, once: who writes a name
// with its ending over the proposed one, of which only the stem is marked, has
// it twice.
func (q *Question) named(path string) string {
	if q.What != New || len(q.Kinds) == 0 || len(q.Kinds[0].Endings) == 0 {
		return path
	}
	kind := q.Kinds[0]
	for kind.fits(path) {
		stem := strings.TrimSuffix(path, filepath.Ext(path))
		if !kind.fits(stem) {
			return path
		}
		path = stem
	}
	return path + kind.Endings[0]
}

// agreed is named for what the system's dialog answers. A file that has the name
// with its ending is not what was agreed to replace there, so another name is
// taken.
func (q *Question) agreed(path string) string {
	out := q.named(path)
	if out == path {
		return out
	}
	ending := filepath.Ext(out)
	for n := 2; ; n++ {
		if _, err := os.Lstat(out); err != nil {
			return out
		}
		out = fmt.Sprintf("%s (%d)%s", path, n, ending)
	}
}

// Asker asks in front of a window.
type Asker struct {
	Say *translations.Catalogue
	Win fyne.Window
	// OnPanel, which may be nil, hears of the panel where one had to be shown.
	OnPanel func(*parts.Panel)
	// Plain leaves the system's dialog alone.
	Plain bool
}

// errNoSystem says that the system has no dialog of its own.
var errNoSystem = errors.New("no dialog of the system")

// newest counts the questions: only the newest is answered, so that a dialog
// that the system has lost keeps nobody from asking again.
var newest int

// Ask asks, and gives the answer on the goroutine of the window: full paths, or
// none where the person thought better of it. It does not wait. A new file may
// have the name of one that there is: nothing is emptied or touched here.
func (a *Asker) Ask(q Question, answer func(paths []string)) {
	newest++
	number := newest
	give := func(paths []string) {
		if number == newest {
			answer(paths)
		}
	}
	if a.Plain || !mayHaveSystem() {
		a.own(q, give)
		return
	}
	owner := ownerOf(a.Win)
	go func() {
		var paths []string
		err := errNoSystem
		if hasSystem() { // asks other programs, which may take their time
			paths, err = askSystem(owner, q)
		}
		parts.OnUI(func() {
			switch {
			case number != newest:
			case err != nil:
				a.own(q, give)
			default:
				for i := range paths {
					paths[i] = q.agreed(paths[i])
				}
				answer(paths)
			}
		})
	}()
}

func (a *Asker) own(q Question, give func([]string)) {
	p := newChooser(a.Say, q, give)
	if a.OnPanel != nil {
		a.OnPanel(p.panel)
	}
	p.show(a.Win)
}

// isFolder reports whether there is a folder of that path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
