package newsroom

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"bantin/bulletin"
	"bantin/storage"
)

// NameIn is the name that was chosen for this PC in the newsroom of a folder
// (KeepName), "" where none was.
func NameIn(ctx context.Context, file *storage.File, folder string) (string, error) {
	full, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find the folder %s: %w", folder, err)
	}
	m, err := loadMember(ctx, file)
	return m.Names[full], err
}

// NameFor is what this PC is called in the newsroom of a folder where nobody says
// it now: what was chosen the last time, who writes at it, "" for nobody, the
// office, or the PC's own name.
func NameFor(ctx context.Context, file *storage.File, folder, author string) (string, error) {
	chosen, err := NameIn(ctx, file, folder)
	if err != nil {
		return "", err
	}
	office, err := file.Office(ctx)
	if err != nil {
		office = bulletin.Office{} // where it is damaged, there are other names
	}
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	for _, name := range []string{chosen, author, office.Body, host} {
		if FileName(name) != "" && bulletin.Signed(name) != "" {
			return name, nil
		}
	}
	return "bantin", nil
}

// KeepName remembers in the working file that somebody has chosen this name for
// this folder, so that the next time it need not be given. Troubles as those of
// saving.
func (n *Newsroom) KeepName(ctx context.Context) error {
	n.turn.Lock()
	defer n.turn.Unlock()
	var err error
	if n.member, err = loadMember(ctx, n.file); err != nil {
		return err
	}
	if n.member.Names[n.folder] == n.name {
		return nil
	}
	n.member.Names[n.folder] = n.name
	n.kept = nil
	return n.keep(ctx)
}
