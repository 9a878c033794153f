package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/sample"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/files"
)

const fileEnding = ".bantin"

func fileName(path string) string { return strings.TrimSuffix(filepath.Base(path), fileEnding) }

// openFile opens a drafts file in the place of the present one.
func (w *window) openFile(path string) {
	w.begin(path, "desk.opening", func(ctx context.Context, _ func(done, total int)) (*storage.File, error) {
		return openAny(ctx, path)
	})
}

// openAny opens a file for writing, or for reading where it cannot be written.
func openAny(ctx context.Context, path string) (*storage.File, error) {
	f, err := storage.Open(ctx, path)
	if key := bulletin.TroubleKey(err); key == "file_read_only" || key == "folder_read_only" {
		return storage.OpenReadOnly(ctx, path)
	}
	return f, err
}

// opening opens or makes a drafts file.
type opening func(ctx context.Context, progress func(done, total int)) (*storage.File, error)

// begin opens a file in the background and goes to work on it. Its panel is in
// front until that is done: what was written goes with the file that is left.
// Stopped, the desk stays where it was.
func (w *window) begin(path, title string, open opening) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if !w.flush() {
		return
	}
	var f *storage.File
	var office bulletin.Office
	var back broughtBack
	place := w.spares
	w.work(title, func(ctx context.Context, progress func(done, total int)) (err error) {
		if f, err = open(ctx, progress); err != nil {
			return err
		}
		if office, err = f.Office(ctx); err != nil {
			f.Close()
			return err
		}
		back = bringBack(ctx, f, place)
		return nil
	}, func(err error) {
		if err != nil {
			w.afterOpening = nil
			w.endAhead(nil)
		}
		switch {
		case stopped(err):
			if w.file == nil {
				w.rebuild() // nothing is behind the panel yet
			}
			w.tell(w.say.Say("trouble.cancelled", nil))
		case err != nil:
			w.settings.forget(path)
			w.cannotOpen(path, err)
		case !w.flush(): // what was typed meanwhile
			f.Close()
		default:
			w.back = back
			w.workOn(f, office, path)
		}
	})
}

// cannotOpen says, once, why a file cannot be opened and what can be done.
func (w *window) cannotOpen(path string, err error) {
	if w.file == nil {
		w.show(w.startScreen()) // without the file among the recent ones
		w.standAtStart()
	}
	if !w.offerSalvage(path, err) {
		w.complain(err)
	}
}

// workOn makes f the file of the desk.
func (w *window) workOn(f *storage.File, office bulletin.Office, path string) {
	w.leaveFile()
	w.sheet, w.notices, w.steps = nil, nil, issueSteps{}
	w.file, w.office = f, office
	w.settings.opened(path)
	w.noteOpen(path)
	w.noteIdentity(f)
	w.listing = &desk.Listing{Unread: desk.ReadUnread(w.settings.unread(path), w.settings.author)}
	w.keeper = w.newKeeper(f)
	w.searcher = desk.NewSearcher(f, func(a desk.Answer) { w.onFile(f, func() { w.found(a) }) })
	w.previews = desk.NewPreviewer(desk.PagePhotos(f),
		func(v desk.View) { w.onFile(f, func() { w.viewed(v) }) })
	w.previews.OnThumbnail = func(t desk.Thumbnail) { w.onFile(f, func() { w.preview.Thumbnail(t) }) }
	w.writing, w.begun, w.issues, w.unlisted = writing{}, false, nil, 0
	w.deletion, w.goneIssues, w.taken = deletion{}, nil, chosenOf{}
	w.issuesRead, w.ofIssues = false, nil
	w.rebuild()
	w.resume()
	w.tellCrash()
	w.warnOfPlace(path)
	w.warnOfRenewed(f)
	w.noteWriter()
	w.askName()
	w.joinNewsroom()
	w.watchFile()
	w.backUpByItself(backUpFirst)
	w.loadIssues()
	w.loadStyles()
	w.loadRules()
	if then := w.afterOpening; then != nil {
		w.afterOpening = nil
		then()
	}
}

// noteIdentity learns what a file calls itself, by which it is known again where
// it was moved.
func (w *window) noteIdentity(f *storage.File) {
	w.identity = ""
	go func() {
		identity, err := f.Identity(context.Background())
		w.onFile(f, func() {
			if err == nil {
				w.identity = identity
				w.keeper.SpareIn(desk.SparesIn(w.spares, identity))
				if slices.Contains(w.settings.worked(), f.Path()) {
					w.settings.keepPlace(identity, f.Path())
				}
			}
		})
	}()
}

// wroteIn remembers that the file was written in here.
func (w *window) wroteIn() {
	w.settings.wroteIn(w.file.Path())
	w.settings.keepPlace(w.identity, w.file.Path())
}

// noteWriter notes in the file who works in it, for commands that sign what
// they do. It is a courtesy and may fail.
func (w *window) noteWriter() {
	if name, file := w.settings.author(), w.file; name != "" && !file.ReadOnly() {
		go func() { _ = file.SetWriter(context.Background(), name) }()
	}
}

// warnOfRenewed says that lists and search index had to be made anew: the disk
// may be failing. Of a large file this is known when it was checked.
func (w *window) warnOfRenewed(f *storage.File) {
	go func() {
		if f.Sound(context.Background()) != nil {
			return
		}
		if f.Renewed() {
			w.onFile(f, func() {
				w.notices.Keep(w.say.Say("command.file_renewed", bulletin.Args{"file": filepath.Base(f.Path())}))
			})
		}
		if left, err := f.Unlisted(context.Background()); err == nil && len(left) > 0 {
			w.onFile(f, func() { w.warnOfUnlisted(left) })
		}
	}()
}

// warnOfUnlisted says what the lists cannot have because it is damaged.
func (w *window) warnOfUnlisted(left []storage.Damage) {
	if len(left) == 0 || len(left) == w.unlisted {
		return
	}
	w.unlisted = len(left)
	sentence := w.say.Say("desk.unlisted", bulletin.Args{"n": len(left)})
	if len(left) == 1 {
		sentence = w.say.Damage(left[0].Kind, left[0].Args)
	}
	if ids := restorable(left); len(ids) > 0 && !w.file.ReadOnly() {
		w.notices.Stay(ofDamage, sentence, w.say.Say("desk.restore_whole", nil), func() { w.restoreWhole(ids) })
		return
	}
	w.notices.Stay(ofDamage, sentence, w.say.Say("desk.menu.check_file", nil), w.checkFile)
}

// newKeeper keeps in a file what is written.
func (w *window) newKeeper(f *storage.File) *desk.Keeper {
	return desk.NewKeeper(f, w.settings.author, func(k desk.Kept) { w.onFile(f, func() { w.kept(k) }) })
}

// onFile shows what background work on a file has to show, unless the desk has
// left that file meanwhile.
func (w *window) onFile(f *storage.File, show func()) {
	onUI(func() {
		if f == w.file {
			show()
		}
	})
}

// leaveFile ends the work on the present file.
func (w *window) leaveFile() {
	if w.file == nil {
		return
	}
	w.endExchange()
	w.stopWatch()
	w.stopArrivals()
	w.stopBesides()
	w.arrivals, w.coming, w.closesThen = nil, coming{}, false
	w.noteLeftOff()
	w.settings.keepOpen("")
	w.settings.keepUnread(w.file.Path(), w.listing.Unread.Note(time.Now()))
	w.keeper.Close()
	w.file.Close()
	w.file = nil
}

// createFile makes a drafts file, empty or with the sample.
func (w *window) createFile(path string, withSample bool) {
	if !strings.HasSuffix(path, fileEnding) {
		path += fileEnding
	}
	if !withSample {
		w.begin(path, "desk.opening", func(ctx context.Context, _ func(done, total int)) (*storage.File, error) {
			return storage.Create(ctx, path)
		})
		return
	}
	w.begin(path, "desk.making_sample", func(ctx context.Context, progress func(done, total int)) (*storage.File, error) {
		f, _, err := sample.Create(ctx, path, progress)
		return f, err
	})
}

// askNewFile asks where a new drafts file should go.
func (w *window) askNewFile() {
	w.askNew("new", w.say.Say("desk.new_file_name", nil), "drafts", fileEnding,
		func(path string) { w.createFile(path, false) })
}

// askFile asks for a drafts file to open.
func (w *window) askFile() {
	w.askFiles("open", files.Question{Kinds: w.kinds("drafts", []string{fileEnding})},
		func(paths []string) { w.openStranger(paths[0]) })
}

// openSample opens the sample; it is made beside the person's documents the
// first time.
func (w *window) openSample() {
	w.openOrMake("desk.sample_name", func(path string) { w.createFile(path, true) })
}

// openOrMake opens the file of a name in the program's folder among the person's
// documents, or has it made, where there is none.
func (w *window) openOrMake(name string, create func(path string)) {
	folder := filepath.Join(homeFolder(), w.say.Say("desk.title", nil))
	path := filepath.Join(folder, w.say.Say(name, nil)+fileEnding)
	if _, err := os.Stat(path); err == nil {
		w.openFile(path)
		return
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		w.complain(bulletin.NewTrouble("desk_no_folder", bulletin.Args{"folder": folder}, err))
		return
	}
	create(path)
}

// short is a path as people write it: what lies in one's own folder begins with
// a tilde.
func short(path string) string {
	home, err := os.UserHomeDir()
	if rest, ok := strings.CutPrefix(path, home+"/"); ok && err == nil {
		return "~/" + rest
	}
	return path
}

func homeFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, name := range []string{"Documents", "Tài liệu"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

// complain shows an error in words.
func (w *window) complain(err error) {
	if stopped(err) {
		w.tell(w.say.Say("trouble.cancelled", nil)) // as one asked for
		return
	}
	sentence := w.say.Explain(err)
	if w.file != nil && w.notices != nil {
		if moved := bulletin.TroubleKey(err) == "file_moved"; !moved || !w.notices.Has(ofSaving) {
			w.notices.Warn(sentence, "", nil)
			w.notices.cards[ofNews].moved = moved
		}
		return
	}
	w.show(w.startScreenWith(sentence))
	w.standAtStart()
}

// tell says something that is no trouble, where there is a place for it.
func (w *window) tell(sentence string) {
	if w.file != nil && w.notices != nil {
		w.notices.Say(sentence, "", nil)
	}
}
