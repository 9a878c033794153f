package command

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"

	"bantin/bulletin"
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

// person is who gives the command: the name that revisions are signed with, ""
// where the system knows no more than that somebody looks after it.
func person() string {
	if name := strings.TrimSpace(os.Getenv(authorVariable)); name != "" {
		return name
	}
	u, err := user.Current()
	if err != nil {
		return ""
	}
	name := cmp.Or(strings.TrimSpace(u.Name), u.Username)
	if _, account, isDomain := strings.Cut(name, `\`); isDomain { // Windows: PC\account
		name = account
	}
	if slices.Contains([]string{"root", "admin", "administrator", "system", "user"}, strings.ToLower(name)) {
		return ""
	}
	return name
}
