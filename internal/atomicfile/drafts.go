package atomicfile

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"bantin/internal/regular"
)

// databaseMark begins every SQLite database.
// Source: SQLite, "Database File Format", 1.3.1.
const databaseMark = "SQLite format 3\x00"

// draftsEndings are those of a drafts file and of what SQLite keeps beside it.
var draftsEndings = []string{".bantin", ".bantin-wal", ".bantin-shm", ".bantin-journal"}

// IsDraftsName reports the ending of a drafts file or of what SQLite keeps beside it.
func IsDraftsName(path string) bool {
	return slices.Contains(draftsEndings, strings.ToLower(filepath.Ext(path)))
}

// isDrafts reports whether the file at path holds articles: by its name, for one
// that is damaged may still be salvaged, or by its content, whatever its name.
// Nothing that is written here is a drafts file, so none is ever replaced.
func isDrafts(path string) bool {
	if IsDraftsName(path) {
		return true
	}
	file, err := regular.Open(path)
	if err != nil {
		return false // what cannot be read may not be what it seems; writing tells why
	}
	defer file.Close()
	head := make([]byte, len(databaseMark))
	n, _ := io.ReadFull(file, head) // a shorter file is none
	return string(head[:n]) == databaseMark
}
