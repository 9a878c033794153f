package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	fynestorage "fyne.io/fyne/v2/storage"

	"bantin/bulletin"
	"bantin/reception"
)

// pictureEndings are offered in the dialog; what a file really is, its bytes
// tell.
var pictureEndings = []string{".jpg", ".jpeg", ".png", ".webp", ".heic", ".JPG", ".JPEG", ".PNG", ".HEIC"}

// thumbnail loads a small picture in the background; nil when there is none.
func (w *window) thumbnail(sha256 string, give func(fyne.Resource)) {
	file := w.file
	go func() {
		var r fyne.Resource
		if jpeg, err := file.Thumbnail(context.Background(), sha256); err == nil {
			r = fyne.NewStaticResource(sha256+".jpg", jpeg)
		}
		onUI(func() { give(r) })
	}()
}

// choosePhoto asks for a picture: for the photo given, or for a new one.
func (w *window) choosePhoto(photo string) {
	if !w.canWrite() {
		return
	}
	d := dialog.NewFileOpen(func(from fyne.URIReadCloser, err error) {
		if from == nil || err != nil {
			return
		}
		defer from.Close()
		w.remember(from.URI().Path())
		w.takePictures([]string{from.URI().Path()}, photo)
	}, w.win)
	d.SetFilter(fynestorage.NewExtensionFileFilter(pictureEndings))
	w.showFileDialog(d, "picture")
}

// anyFrame, in the place of a photo, stands for the frames that wait for their
// pictures, in order.
const anyFrame = "*"

// takePictures keeps pictures in the file and puts them on the sheet. photo,
// unless empty, is the photo that the first one is for, or anyFrame; pictures
// that find no frame become new photos.
func (w *window) takePictures(paths []string, photo string) {
	file, id := w.file, w.writing.id
	go func() {
		for i, path := range paths {
			onUI(func() {
				w.facts.Saved(w.say.Say("desk.taking_picture", bulletin.Args{"file": filepath.Base(path), "n": i + 1, "all": len(paths)}), false)
			})
			name := filepath.Base(path)
			original, err := reception.Read(path)
			if err != nil {
				onUI(func() { w.complain(err) })
				continue
			}
			info, err := file.AddPhoto(context.Background(), name, original)
			onUI(func() {
				switch {
				case err != nil:
					w.complain(err)
				case file != w.file || id != w.writing.id:
				case photo == anyFrame && w.sheet.emptyFrame() != "":
					w.sheet.SetPicture(w.sheet.emptyFrame(), info.SHA256, info.WidthPx, info.HeightPx)
				case photo != "" && photo != anyFrame && i == 0:
					w.sheet.SetPicture(photo, info.SHA256, info.WidthPx, info.HeightPx)
				default:
					w.sheet.AddPhoto(bulletin.Photo{SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx})
				}
			})
		}
		onUI(w.tellSaved)
	}()
}
