package ui

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/manuscript"
)

// arrival is pictures on their way into an article. The person goes on writing
// meanwhile, and may well open another article.
type arrival struct {
	w       *window
	file    *storage.File
	keeper  *desk.Keeper
	article bulletin.ID
	blank   bulletin.Article // the article as it was, of one that the file does not know yet

	photo string            // that the first is for, the frames behind it for the others; anyFrame, or ""
	next  *manuscript.Block // in front of which new photos go, nil for where the caret is
	last  string            // the photo behind which they go, once there is one

	stood   manuscript.Selection // where the person was left
	writing bool                 // the caret stays: the person goes on, or was told to

	done, total, away int           // away went into the article while another one was open
	ill               []string      // what was refused before
	refused           []refusedFile // of these
	stop              context.CancelFunc
}

// incoming is a picture on its way: what it is called, and where its bytes come
// from.
type incoming struct {
	name string
	read func(ctx context.Context) ([]byte, error)
}

// filesComing are pictures that are read from files.
func filesComing(paths []string) []incoming {
	all := make([]incoming, len(paths))
	for i, path := range paths {
		all[i] = incoming{path, func(context.Context) ([]byte, error) { return reception.Read(path) }}
	}
	return all
}

// takePictures keeps pictures in the file and puts them on the sheet. photo,
// unless empty, is the photo that the first one is for, while the others go into
// the frames behind it, or anyFrame; pictures
// that find no frame become new photos. Each is on the sheet as soon as it is
// kept; those that are refused are named with the reason.
func (w *window) takePictures(paths []string, photo string, before int) {
	w.takeIncoming(filesComing(paths), photo, before)
}

func (w *window) takeIncoming(all []incoming, photo string, before int, ill ...string) {
	w.read()
	ctx, stop := context.WithCancel(context.Background())
	a := &arrival{
		w: w, file: w.file, keeper: w.keeper, article: w.writing.id, blank: w.writing.article.Clone(),
		photo: photo, stood: w.sheet.Standing().Selection, total: len(all), stop: stop, ill: ill,
	}
	if m := w.sheet.Manuscript(); before >= 0 && before < m.Len() {
		a.next = m.Block(before)
	}
	w.stays()
	ahead := w.lastArrival()
	w.arrivals = append(w.arrivals, a)
	soon := time.AfterFunc(workShowsAfter, func() { onUI(func() { w.tellArrivals(true) }) })
	ended := make(chan struct{})
	w.arrived = ended
	go func() {
		<-ahead // one after the other
		for _, picture := range all {
			if ctx.Err() == nil {
				a.take(ctx, picture)
			}
		}
		soon.Stop()
		close(ended)
		onUI(func() { stop(); a.end() })
	}()
}

// lastArrival is closed when all pictures have come that are on their way now.
func (w *window) lastArrival() <-chan struct{} {
	if w.arrived == nil {
		none := make(chan struct{})
		close(none)
		return none
	}
	return w.arrived
}

// take keeps one picture and has it put into its article.
func (a *arrival) take(ctx context.Context, picture incoming) {
	original, err := picture.read(ctx)
	var info storage.PhotoInfo
	if err == nil {
		info, err = a.file.AddPhoto(ctx, filepath.Base(picture.name), original)
	}
	if err == nil {
		err = a.bring(ctx, info)
	}
	onUI(func() {
		if err != nil && ctx.Err() == nil {
			a.refused = append(a.refused, refusedFile{picture.name, err})
		}
		a.done++
		a.w.tellArrivals(false)
	})
}

// bring puts a picture into its article: onto the sheet where the article is
// open, else into the file.
func (a *arrival) bring(ctx context.Context, info storage.PhotoInfo) error {
	for settled := false; !settled && ctx.Err() == nil; {
		opened := make(chan int, 1)
		onUI(func() { opened <- a.ontoSheet(info) })
		wanted := <-opened
		if wanted < 0 {
			return nil
		}
		left, err := asLeft(ctx, a.file, a.keeper, a.article)
		switch {
		case bulletin.TroubleKey(err) == "article_missing" && left.unsaved:
		case bulletin.TroubleKey(err) == "article_missing":
			left.Article = a.blank.Clone()
		case err != nil:
			return err
		case left.Deleted:
			return bulletin.NewTrouble("desk_pictures_deleted", nil, nil)
		}
		put := make(chan bool, 1)
		onUI(func() { put <- a.intoFile(info, left, wanted) })
		settled = <-put
	}
	return nil
}

// ontoSheet puts a picture on the sheet and gives -1; where another article is
// open, it gives the count of what was called to the sheet.
func (a *arrival) ontoSheet(info storage.PhotoInfo) int {
	w := a.w
	switch {
	case a.file != w.file:
		return -1 // the desk has left the file
	case a.article != w.writing.id || w.readOnly():
		return w.wanted
	}
	a.writing = a.writing || w.sheet.Standing().Selection != a.stood
	w.placing = true
	defer func() { w.placing = false }()
	w.sheet.Manuscript().Together(a, func() { // one paste, one drop is one step
		if a.writing {
			w.sheet.DoBeside(func(m *manuscript.Manuscript) { a.put(m, info) })
		} else {
			w.sheet.Do(func(m *manuscript.Manuscript) { a.put(m, info) })
		}
	})
	a.writing = true // the caret goes to the caption of the first, and stays
	return -1
}

// intoFile puts a picture into the article as it was left. It reports false
// where something was called to the sheet meanwhile: that may be this article.
func (a *arrival) intoFile(info storage.PhotoInfo, left articleLeft, wanted int) bool {
	w := a.w
	if a.file != w.file {
		return true
	}
	if wanted != w.wanted || a.article == w.writing.id {
		return false
	}
	article := left.Article
	m, _ := w.sheets.Of(a.article, &article, nil)
	m.Together(a, func() { m.Beside(func() { a.put(m, info) }) })
	m.Write(&article)
	article.Normalize()
	if left.ID != "" {
		left.opened(a.keeper)
	}
	a.keeper.Put(a.article, article, bulletin.ReasonSave)
	a.away++
	if w.coming.id == a.article {
		w.openThen(a.article, w.coming.then) // again, with the picture
	}
	return true
}

// put gives a picture to the frame that waits for it, or makes a new photo.
func (a *arrival) put(m *manuscript.Manuscript, info storage.PhotoInfo) {
	photo := a.frame(m)
	if p := m.Photo(photo); photo != "" && p != nil {
		if a.photo != anyFrame {
			a.last = photo
		}
		p.SHA256, p.WidthPx, p.HeightPx, p.Colours = info.SHA256, info.WidthPx, info.HeightPx, info.Colours
		p.Crop, p.Focus, p.Turn = nil, nil, 0
		m.SetPhoto(*p)
		return
	}
	p := bulletin.Photo{SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx, Colours: info.Colours}
	if before := a.before(m); before >= 0 {
		a.last = m.AddPhotoAt(p, before)
	} else {
		a.last = m.AddPhoto(p)
	}
}

// frame is the photo that the next picture is for, "" where it becomes a new one.
func (a *arrival) frame(m *manuscript.Manuscript) string {
	switch {
	case a.photo == anyFrame:
		return m.EmptyFrame("")
	case a.photo != "" && a.last != "":
		return m.EmptyFrame(a.last)
	}
	return a.photo
}

// before is the block in front of which the next photo goes, or nowhere.
func (a *arrival) before(m *manuscript.Manuscript) int {
	if i := m.Figure(a.last); a.last != "" && i >= 0 {
		return i + manuscript.OfFigure
	}
	for i := range m.Len() {
		if a.next != nil && m.Block(i) == a.next {
			return i
		}
	}
	return nowhere
}

// end says what came of it.
func (a *arrival) end() {
	w := a.w
	w.arrivals = slices.DeleteFunc(w.arrivals, func(other *arrival) bool { return other == a })
	if a.file != w.file {
		return
	}
	w.tellArrivals(false)
	w.tellSaved()
	switch {
	case len(a.refused)+len(a.ill) > 0:
		w.refuseFiles("", append(a.ill, w.refusalsOf(a.refused)...), a.refused)
	case a.away > 0 && a.article != w.writing.id:
		w.search() // the list counts photos
		w.notices.Say(w.say.Say("desk.pictures_away", bulletin.Args{"n": a.away}), w.say.Say("desk.open_article", nil),
			func() { w.open(a.article) })
	}
	w.closeAfter(nil)
}

// tellArrivals says how far the pictures are that are on their way, and lets
// them be stopped.
func (w *window) tellArrivals(begin bool) {
	if len(w.arrivals) == 0 {
		w.notices.Drop(ofPictures)
		return
	}
	if !begin && !w.notices.Has(ofPictures) {
		return // it takes only a moment, or was sent away
	}
	done, total := 0, 0
	for _, a := range w.arrivals {
		a.writing = true
		done, total = done+a.done, total+a.total
	}
	key := "desk.taking_pictures"
	if w.closesThen {
		key = "desk.taking_pictures_closing"
	}
	w.notices.Stay(ofPictures, w.say.Say(key, bulletin.Args{"at": min(done+1, total), "n": total}), w.say.Say("desk.stop", nil), w.stopArrivals)
}

// stopArrivals leaves out the pictures that have not come yet.
func (w *window) stopArrivals() {
	for _, a := range w.arrivals {
		a.stop()
	}
}
