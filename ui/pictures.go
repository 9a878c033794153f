package ui

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"path/filepath"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/export/raster"
	"bantin/press"
	"bantin/reception"
	"bantin/storage"
	"bantin/storage/picture"
	"bantin/ui/copied"
	"bantin/ui/files"
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

// choosePhoto asks for a picture: for the photo given, or for new ones, of which the
// first goes into the empty frame that the caret is in.
func (w *window) choosePhoto(photo string) {
	if !w.canWrite() {
		return
	}
	q := files.Question{What: files.Many, Kinds: w.kinds("picture", pictureEndings), Small: smallPicture}
	if photo != "" {
		q.What = files.One
	} else {
		photo = w.sheet.Manuscript().FrameAtCaret()
	}
	w.askFiles("picture", q, func(paths []string) { w.takePictures(paths, photo, nowhere) })
}

// smallPicture is the picture in a file at a glance, nil where there is none.
func smallPicture(ctx context.Context, path string, side int) image.Image {
	if !slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(path))) {
		return nil
	}
	raw, err := reception.Read(path)
	if err != nil {
		return nil
	}
	small, err := picture.Small(ctx, raw, side)
	if err != nil {
		return nil // why, is said when it is chosen
	}
	return small
}

// takePasted takes the files that pasted text names, as file managers put them
// on the clipboard, like files that are dropped.
func (w *window) takePasted(pasted string) bool {
	paths := pastedFiles(pasted)
	if len(paths) == 0 || !w.canWrite() {
		return false
	}
	w.takeFiles(paths, anyFrame, nowhere)
	return true
}

// pastedFiles are the paths that a text names that is nothing but addresses of
// files, one a line, or paths of pictures; none where it is anything else.
func pastedFiles(pasted string) (paths []string) {
	for line := range strings.Lines(pasted) {
		path := strings.TrimSpace(line)
		named := copied.PathOf(path)
		switch {
		case path == "":
			continue
		case named != "":
			path = named
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
