package ui

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/export/raster"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
	"bantin/ui/files"
	"bantin/ui/manuscript"
)

// pictureEndings are offered in the dialog; what a file really is, its bytes
// tell.
var pictureEndings = []string{".jpg", ".jpeg", ".png", ".webp", ".heic"}

// picture loads a picture for the sheet in the background: first the small
// one, then one whose longer side has as many pixels as are asked for. It gives
// nil when there is none. name is a bulletin.Photo.Picture.
func (w *window) picture(name string, side int, give func(image.Image)) {
	file := w.file
	if file == nil {
		return
	}
	sha256, turn := bulletin.CutPicture(name)
	go func() {
		small := decoded(file.Thumbnail(context.Background(), sha256))
		if small == nil {
			onUI(func() { give(nil) })
			return
		}
		small = press.TurnPicture(raster.Reduce(small, side), turn)
		onUI(func() { give(small) })
		if large := largeEnough(file, sha256, side); large != nil {
			large = press.TurnPicture(raster.Reduce(large, side), turn)
			onUI(func() { give(large) })
		}
	}()
}

// largeEnough is the smallest picture of a photo that has so many pixels along
// its longer side, or else the largest there is.
func largeEnough(file *storage.File, sha256 string, side int) image.Image {
	if half := decoded(file.HalfPhoto(context.Background(), sha256)); half != nil && longer(half) >= side {
		return half
	}
	return decoded(file.PrintPhoto(context.Background(), sha256))
}

func decoded(raw []byte, err error) image.Image {
	if err != nil {
		return nil
	}
	picture, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	return picture
}

func longer(picture image.Image) int { return max(picture.Bounds().Dx(), picture.Bounds().Dy()) }

// choosePhoto asks for a picture: for the photo given, or for a new one.
func (w *window) choosePhoto(photo string) {
	if !w.canWrite() {
		return
	}
	q := files.Question{What: files.Many, Kinds: w.kinds("picture", pictureEndings)}
	if photo != "" {
		q.What = files.One
	}
	w.askFiles("picture", q, func(paths []string) { w.takePictures(paths, photo, nowhere) })
}

// takePasted takes the files that pasted text names, as file managers put them
// on the clipboard, like files that are dropped.
func (w *window) takePasted(pasted string) bool {
	paths := pastedFiles(pasted)
	if len(paths) == 0 || !w.canWrite() {
		return false
	}
	w.takeFiles(paths, nowhere)
	return true
}

// pastedFiles are the paths that a text names that is nothing but addresses of
// files, one a line, or paths of pictures; none where it is anything else.
func pastedFiles(pasted string) (paths []string) {
	for line := range strings.Lines(pasted) {
		path := strings.TrimSpace(line)
		switch u, err := url.Parse(path); {
		case path == "":
			continue
		case err == nil && u.Scheme == "file":
			path = u.Path
		case !filepath.IsAbs(path) || !slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(path))):
			return nil
		}
		paths = append(paths, path)
	}
	return paths
}

// anyFrame, in the place of a photo, stands for the frames that wait for their
// pictures, in order.
const anyFrame = "*"

// nowhere, in the place of a block, leaves it to the caret where new photos
// go.
const nowhere = -1

// arrival is pictures on their way to the sheet.
type arrival struct {
	w       *window
	file    *storage.File
	article bulletin.ID
	photo   string // that the first is for, anyFrame, or ""
	before  int    // the block in front of which new photos go, or nowhere
	refused []string
}

// incoming is a picture on its way: what it is called, and where its bytes come
// from.
type incoming struct {
	name string
	read func(ctx context.Context) ([]byte, error)
}

// takePictures keeps pictures in the file and puts them on the sheet. photo,
// unless empty, is the photo that the first one is for, or anyFrame; pictures
// that find no frame become new photos. Each is on the sheet as soon as it is
// kept; those that are refused are named with the reason.
func (w *window) takePictures(paths []string, photo string, before int) {
	all := make([]incoming, len(paths))
	for i, path := range paths {
		all[i] = incoming{filepath.Base(path), func(context.Context) ([]byte, error) { return reception.Read(path) }}
	}
	w.takeIncoming(all, photo, before)
}

func (w *window) takeIncoming(all []incoming, photo string, before int) {
	a := &arrival{w: w, file: w.file, article: w.writing.id, photo: photo, before: before}
	w.work("desk.taking_pictures", func(ctx context.Context, progress func(done, total int)) error {
		for i, picture := range all {
			progress(i, len(all))
			if err := ctx.Err(); err != nil {
				return err
			}
			a.take(ctx, picture)
		}
		return nil
	}, func(error) {
		w.tellSaved()
		if len(a.refused) > 0 {
			w.notices.Warn(strings.Join(a.refused, "\n"), "", nil)
		}
	})
}

// take keeps one picture and has it put on the sheet.
func (a *arrival) take(ctx context.Context, picture incoming) {
	name := picture.name
	original, err := picture.read(ctx)
	var info storage.PhotoInfo
	if err == nil {
		info, err = a.file.AddPhoto(ctx, name, original)
	}
	onUI(func() {
		switch {
		case ctx.Err() != nil:
		case err != nil:
			why := a.w.say.Explain(err)
			if !strings.Contains(why, name) {
				why = a.w.say.Say("desk.picture_refused", bulletin.Args{"file": name, "why": why})
			}
			a.refused = append(a.refused, why)
		case a.file == a.w.file && a.article == a.w.writing.id:
			a.put(info)
		}
	})
}

// put gives a picture to the frame that waits for it, or makes a new photo.
func (a *arrival) put(info storage.PhotoInfo) {
	a.w.sheet.Do(func(m *manuscript.Manuscript) {
		photo := a.photo
		if photo == anyFrame {
			photo = m.EmptyFrame()
		} else {
			a.photo = ""
		}
		if p := m.Photo(photo); photo != "" && p != nil {
			p.SHA256, p.WidthPx, p.HeightPx, p.Colours = info.SHA256, info.WidthPx, info.HeightPx, info.Colours
			p.Crop, p.Focus, p.Turn = nil, nil, 0
			m.SetPhoto(*p)
			return
		}
		p := bulletin.Photo{SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx, Colours: info.Colours}
		if a.before == nowhere {
			m.AddPhoto(p)
			return
		}
		m.AddPhotoAt(p, a.before)
		a.before = m.Caret().Block + 3
	})
}
