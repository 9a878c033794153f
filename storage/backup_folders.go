package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
)

// sourceNote is the file in a folder of backups that says whose they are: the
// full path, and in the next line what the file calls itself (identityOf).
// Folders that older versions of the program made lack the latter.
const sourceNote = "source.txt"

// backupFolder is a folder with the backups of one file in one place.
type backupFolder struct {
	path   string
	source string // full path of the file
	file   string // what it calls itself; "" where that is not known
}

// sourceOf is the full path that a file is known by, whatever way leads there.
func sourceOf(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find the folder of %s: %w", path, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	return abs, nil // the file may be lost, which is when its backups are wanted
}

func isSamePath(a, b string) bool { return knownAs(a) == knownAs(b) }

// knownAs is a full path as it is compared.
func knownAs(source string) string {
	if runtime.GOOS == "windows" {
		return strings.ToLower(source)
	}
	return source
}

// backupFolders lists the folders of all files' backups. One that cannot be
// read hides no other.
func backupFolders() (all []backupFolder, err error) {
	notes, err := filepath.Glob(filepath.Join(escapeGlob(BackupFolder()), "*", sourceNote))
	if err != nil {
		return nil, fmt.Errorf("list the backups in %s: %w", BackupFolder(), err)
	}
	for _, note := range notes {
		if said, err := os.ReadFile(note); err == nil {
			source, file, _ := strings.Cut(strings.TrimSpace(string(said)), "\n")
			all = append(all, backupFolder{filepath.Dir(note), strings.TrimSpace(source), strings.TrimSpace(file)})
		}
	}
	return all, nil
}

func escapeGlob(path string) string {
	if os.PathSeparator == '\\' {
		return path // Windows knows no escapes, and its names have no wildcards but brackets
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// foldersOf picks the folders with backups of a file: those of its path, and
// those of the paths that it has left. A file that is lost is known by what the
// folders of its path say.
func foldersOf(all []backupFolder, source, file string) (of []backupFolder) {
	names := map[string]bool{file: file != ""}
	if file == "" && !exists(source) {
		for _, b := range all {
			if isSamePath(b.source, source) {
				names[b.file] = b.file != ""
			}
		}
	}
	for _, b := range all {
		if isSamePath(b.source, source) || names[b.file] && b.isLeft() {
			of = append(of, b)
		}
	}
	return of
}

// isFor reports the folder of just this file in this place.
func (b backupFolder) isFor(source, file string) bool {
	return b.file == file && isSamePath(b.source, source)
}

// isLeft reports that the file is no longer where it was.
func (b backupFolder) isLeft() bool { return !exists(b.source) }

// isMoved is isLeft for sure: where the folder of the file is gone, too, it may
// lie on a disk that is not connected just now, with the file in it.
func (b backupFolder) isMoved() bool {
	return b.isLeft() && !isNoFolder(filepath.Dir(b.source))
}

func (b backupFolder) backups() ([]Backup, error) {
	entries, err := os.ReadDir(b.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list the backups in %s: %w", b.path, err)
	}
	var all []Backup
	for _, e := range entries {
		one, ok := readName(e.Name())
		info, err := e.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue
		}
		one.Path, one.Source, one.Bytes = filepath.Join(b.path, e.Name()), b.source, info.Size()
		all = append(all, one)
	}
	return all, nil
}

// note says in the folder whose backups it holds.
func (b backupFolder) note() error {
	return atomicfile.Write(filepath.Join(b.path, sourceNote), func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%s\n%s\n", b.source, b.file)
		return err
	})
}

// folderForBackups prepares the folder for the backups of a file in its place.
// Those of places that the file has left become this one's, and so does the one
// that an older version of the program made, which went by the path alone.
func folderForBackups(source, file string) (backupFolder, error) {
	folder, err := ownFolder(source, file)
	if err == nil {
		err = os.MkdirAll(folder.path, 0o700)
	}
	if err == nil {
		atomicfile.SweepFolder(folder.path)
		if !exists(filepath.Join(folder.path, sourceNote)) {
			err = folder.note()
		}
	}
	if err == nil || atomicfile.IsDiskFull(err) || bulletin.TroubleKey(err) == "disk_full" {
		return folder, explain(context.Background(), folder.path, err)
	}
	return folder, bulletin.NewTrouble("backup_folder", bulletin.Args{"folder": folder.path}, err)
}

func ownFolder(source, file string) (backupFolder, error) {
	own := newBackupFolder(source, file)
	all, err := backupFolders()
	if err != nil {
		return own, err
	}
	found := false
	for _, b := range all {
		takes := file != "" && (b.isFor(source, "") || b.file == file && b.isMoved())
		if takes {
			b.source, b.file = source, file
			if err := b.note(); err != nil {
				return own, err
			}
		}
		if (takes || b.isFor(source, file)) && !found {
			own, found = b, true
		}
	}
	return own, nil
}

// newBackupFolder names a folder: by the file's name, for people, and the
// beginning of a hash.
func newBackupFolder(source, file string) backupFolder {
	known := knownAs(source)
	if file != "" {
		known += "\n" + file
	}
	sum := sha256.Sum256([]byte(known))
	name := strings.TrimSuffix(filepath.Base(source), filepath.Ext(source))
	if runes := []rune(name); len(runes) > 40 {
		name = string(runes[:40])
	}
	return backupFolder{filepath.Join(BackupFolder(), name+"-"+hex.EncodeToString(sum[:4])), source, file}
}
