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

// pastePicture puts the picture that another program has copied on the sheet:
// a screenshot, or one of a web page; or else a piece of a web page that comes
// without its plain text. It is called where there is no text to be pasted.
func (w *window) pastePicture() {
	if !w.canWrite() {
		return
	}
	file, article := w.file, w.writing.id
	go func() {
		raw, err := copiedPicture(context.Background())
		page := ""
		if raw == nil && err == nil {
			page = copiedHTML(context.Background())
		}
		w.onFile(file, func() {
			switch {
			case article != w.writing.id:
			case err != nil:
				w.complain(err)
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
