package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// Fyne's save dialog empties the chosen file before it says which one was
// chosen. For us the dialog only asks for a place: what is there stays until
// something whole takes its place, or is refused.

// diskFiles is what Fyne's own files can do.
type diskFiles interface {
	repository.AppendableRepository
	repository.CopyableRepository
	repository.DeleteAllRepository
	repository.HierarchicalRepository
	repository.ListableRepository
	repository.MovableRepository
}

// sparingFiles opens a file for writing only when something is written.
type sparingFiles struct{ diskFiles }

// spareChosenFiles makes Fyne's file dialogs leave chosen files alone. The
// app must have been made: it brings Fyne's own files along.
func spareChosenFiles() {
	own, err := repository.ForScheme("file")
	if err != nil {
		return // no files, no dialogs for them
	}
	if files, ok := own.(diskFiles); ok {
		repository.Register("file", sparingFiles{files})
	}
}

func (s sparingFiles) Writer(u fyne.URI) (fyne.URIWriteCloser, error) {
	return &sparingWriter{files: s.diskFiles, uri: u}, nil
}

// sparingWriter is a place that was chosen to write to.
type sparingWriter struct {
	files  diskFiles
	uri    fyne.URI
	opened fyne.URIWriteCloser
}

func (w *sparingWriter) URI() fyne.URI { return w.uri }

func (w *sparingWriter) Write(p []byte) (int, error) {
	if w.opened == nil {
		opened, err := w.files.Writer(w.uri)
		if err != nil {
			return 0, err
		}
		w.opened = opened
	}
	return w.opened.Write(p)
}

func (w *sparingWriter) Close() error {
	if w.opened == nil {
		return nil
	}
	return w.opened.Close()
}
