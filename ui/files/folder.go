package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// entry is a file or a folder in a folder.
type entry struct {
	name   string
	folder bool
	time   time.Time // of its last change
}

// mostEntries is how many entries of a folder are shown.
const mostEntries = 20_000

// readFolder lists what is in a folder, folders first, in the order of names;
// what is hidden is left out. Trouble folder_unreadable.
func readFolder(path string) ([]entry, error) {
	listed, err := os.ReadDir(path)
	if err != nil {
		return nil, bulletin.NewTrouble("folder_unreadable", bulletin.Args{"folder": path}, err)
	}
	var folders, files []entry
	for _, l := range listed[:min(len(listed), mostEntries)] {
		if strings.HasPrefix(l.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(path, l.Name())) // what a link leads to
		switch {
		case err != nil: // to nowhere
		case info.IsDir():
			folders = append(folders, entry{l.Name(), true, info.ModTime()})
		case info.Mode().IsRegular():
			files = append(files, entry{l.Name(), false, info.ModTime()})
		}
	}
	for _, list := range [][]entry{folders, files} {
		viet.SortFunc(list, viet.Key, func(e entry) string { return e.name })
	}
	return append(folders, files...), nil
}

// fitting are the entries that a question is about: of its kind, and with the
// words that are looked for in their names.
func fitting(all []entry, q *Question, kind int, wanted string) []entry {
	var out []entry
	words := strings.Fields(viet.Fold(wanted))
	for _, e := range all {
		if !e.folder && (q.What == Folder || len(q.Kinds) > 0 && !q.Kinds[kind].fits(e.name)) {
			continue
		}
		name, fits := viet.Fold(viet.Normalize(e.name)), true
		for _, word := range words {
			fits = fits && strings.Contains(name, word)
		}
		if fits {
			out = append(out, e)
		}
	}
	return out
}

// place is a folder that one goes to often.
type place struct{ key, path string }

// places are the folders that a person keeps things in, as far as they are
// there, and the drives and sticks of the PC.
func places() []place {
	home, err := os.UserHomeDir()
	if err != nil {
		home = string(filepath.Separator)
	}
	all := []place{
		{"documents", xdg.UserDirs.Documents},
		{"pictures", xdg.UserDirs.Pictures},
		{"downloads", xdg.UserDirs.Download},
		{"desktop", xdg.UserDirs.Desktop},
		{"home", home},
	}
	for _, pattern := range []string{"/media/*/*", "/run/media/*/*", "/Volumes/*"} {
		mounted, err := filepath.Glob(pattern)
		if err != nil {
			continue
		}
		for _, path := range mounted {
			all = append(all, place{"", path})
		}
	}
	all = append(all, place{"computer", filepath.VolumeName(home) + string(filepath.Separator)})
	var out []place
	known := map[string]bool{}
	for _, p := range all {
		if p.path != "" && !known[p.path] && isFolder(p.path) {
			known[p.path] = true
			out = append(out, p)
		}
	}
	return out
}

// resolve is the full path that somebody means who types in a folder.
func resolve(folder, typed string) string {
	typed = strings.TrimSpace(typed)
	if home, err := os.UserHomeDir(); err == nil && (typed == "~" || strings.HasPrefix(typed, "~"+string(filepath.Separator))) {
		typed = home + typed[1:]
	}
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(folder, typed)
}

// isPath reports whether what was typed is a path and no part of a name.
func isPath(typed string) bool {
	return strings.ContainsRune(typed, filepath.Separator) || strings.HasPrefix(typed, "~")
}

// freeName is a name for a new folder that nothing there has.
func freeName(folder, name string) string {
	path := filepath.Join(folder, name)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(folder, fmt.Sprintf("%s %d", name, n))
	}
}
