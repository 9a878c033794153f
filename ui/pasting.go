package ui

import (
	"context"
	"time"

	"bantin/bulletin"
	"bantin/ui/copied"
)

// copiedPicture reads the picture on the system's clipboard, nil where there is
// none.
var copiedPicture = copied.Picture

// copiedHTML reads what was copied of a web page, "" where there is none.
var copiedHTML = copied.HTML

// copiedFiles reads which files were copied in a file manager.
var copiedFiles = copied.Files

// pastePicture puts the picture that another program has copied on the sheet:
// a screenshot, or one of a web page; or else the files that a file manager has
// copied without their names as text; or a piece of a web page that comes without
// its plain text. It is called where there is no text to be pasted.
func (w *window) pastePicture() {
	if !w.canWrite() {
		return
	}
	file, article := w.file, w.writing.id
	go func() {
		raw, err := copiedPicture(context.Background())
		page := ""
		var paths []string
		if raw == nil && err == nil {
			paths = copiedFiles(context.Background())
		}
		if raw == nil && err == nil && len(paths) == 0 {
			page = copiedHTML(context.Background())
		}
		w.onFile(file, func() {
			switch {
			case article != w.writing.id:
			case err != nil:
				w.complain(err)
			case len(paths) > 0:
				w.takeFiles(paths, nowhere)
			case raw == nil && w.sheet.PastePage(page):
			case raw == nil:
				w.notices.SayOfEdit(w.say.Say("desk.nothing_to_paste", nil), "", nil) // goes with what is pasted next
			default:
				name := w.say.Say("desk.pasted_picture", bulletin.Args{"time": time.Now().Format("2006-01-02 15.04.05")})
				w.takeIncoming([]incoming{{name, func(context.Context) ([]byte, error) { return raw, nil }}}, "", nowhere)
			}
		})
	}()
}
