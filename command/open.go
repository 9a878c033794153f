package command

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"bantin/bulletin"
	"bantin/internal/person"
	"bantin/storage"
)

// withFile opens a drafts file for one command and closes it afterwards.
func (p *program) withFile(ctx context.Context, path string, use func(f *storage.File) error) error {
	f, err := storage.Open(ctx, path)
	return p.closing(f, err, use)
}

// withReadOnly is withFile for commands that change nothing, so that they also
// work on files that must not or cannot be written.
func withReadOnly(ctx context.Context, path string, use func(f *storage.File) error) error {
	f, err := storage.OpenReadOnly(ctx, path)
	return closing(f, err, use)
}

// withAny is withFile for commands that only note something in the file, which
// may be left undone where it cannot be written.
func (p *program) withAny(ctx context.Context, path string, use func(f *storage.File) error) error {
	f, err := storage.Open(ctx, path)
	switch bulletin.TroubleKey(err) {
	case "file_read_only", "folder_read_only", "file_unreadable":
		return withReadOnly(ctx, path, use)
	}
	return p.closing(f, err, use)
}

// closing is closing for a file that may have been mended, which is said.
func (p *program) closing(f *storage.File, err error, use func(f *storage.File) error) error {
	err = closing(f, err, use)
	if f != nil && f.Renewed() {
		fmt.Fprintln(p.err, p.words.Say("command.file_renewed", bulletin.Args{"file": filepath.Base(f.Path())}))
	}
	return err
}

func closing(f *storage.File, err error, use func(f *storage.File) error) error {
	if err != nil {
		return err
	}
	err = use(f)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// authorVariable names who gives commands where the system does not know: a
// server, a script, a PC that several people share.
const authorVariable = "BANTIN_AUTHOR"

// author is the name that revisions are signed with: what BANTIN_AUTHOR says,
// the person's full name if the system knows it, or who works in this file;
// "" where nobody knows more than a login name.
func author(ctx context.Context, f *storage.File) string {
	if name := person.Name(os.Getenv(authorVariable)); name != "" {
		return name
	}
	if name := person.FullName(); name != "" {
		return name
	}
	writer, _ := f.Writer(ctx) // where it is damaged, check says so
	return person.Name(writer)
}
