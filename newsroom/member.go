package newsroom

import (
	"context"
	"crypto/rand"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"bantin/bulletin/viet"
	"bantin/storage"
)

// Suffix ends the names of published files.
const Suffix = ".bantin"

// member is the part of a working file in a newsroom, kept in that file.
type member struct {
	ID        string            `json:"id"`
	Folder    string            `json:"folder"`    // where it was last published
	File      string            `json:"file"`      // under which name
	Former    []string          `json:"former"`    // other names that it has published under, as long as those files are there
	Marks     []string          `json:"marks"`     // of its last publications, the newest last
	Written   []string          `json:"written"`   // the SHA-256 of each of them
	Published storage.Extent    `json:"published"` // what the newsroom has of it
	Heard     map[string]heard  `json:"files"`     // received files, by name
	Names     map[string]string `json:"names"`     // what people call this PC, by folder
}

// heard is a file that was received.
type heard struct {
	Bytes    int64  `json:"bytes"`
	Modified int64  `json:"modified"` // nanoseconds; compared for being equal only
	Counter  uint32 `json:"counter"`  // how often it was written, by SQLite's count
	SHA256   string `json:"sha256"`
	Member   string `json:"member"` // "" for one that was not published but put there
	Mark     string `json:"mark"`
	Torn     bool   `json:"torn,omitempty"`    // what was whole of it was received
	Refused  bool   `json:"refused,omitempty"` // not all of it could be received
	Kept     bool   `json:"kept,omitempty"`    // it has something that this member lacks
}

// mostMarks is how many publications are remembered: more than can be under
// way at once.
const mostMarks = 50

func loadMember(ctx context.Context, file *storage.File) (member, error) {
	var m member
	if err := file.Membership(ctx, &m); err != nil {
		return m, err
	}
	if m.ID == "" {
		m.ID = rand.Text()
	}
	if m.Heard == nil {
		m.Heard = map[string]heard{}
	}
	if m.Names == nil {
		m.Names = map[string]string{}
	}
	return m, nil
}

// willPublish notes a publication before it is in the folder, so that after a
// crash the file there is still known to be this one's.
func (m *member) willPublish(mark, sum string) {
	m.Marks, m.Written = append(m.Marks, mark), append(m.Written, sum)
	m.Marks = m.Marks[max(0, len(m.Marks)-mostMarks):]
	m.Written = m.Written[max(0, len(m.Written)-mostMarks):]
}

// wrote reports whether a file is one of this member's publications to the last
// byte: then there is nothing in it to receive.
func (m *member) wrote(h heard) bool { return slices.Contains(m.Written, h.SHA256) }

// began reports whether a file is one of this member's publications, whoever has
// written into it since.
func (m *member) began(h heard) bool { return h.Member == m.ID && slices.Contains(m.Marks, h.Mark) }

// hasTwin reports a publication under this member's ID that this one has not
// written: somebody works on a copy of the working file.
func (m *member) hasTwin(h heard) bool { return h.Member == m.ID && !slices.Contains(m.Marks, h.Mark) }

// FileName makes the name of a published file of the name of a PC or a person,
// such as every system takes it; "" where nothing of the name can stand.
func FileName(name string) string {
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*`, r) {
			return ' '
		}
		return r
	}, viet.Normalize(name))
	clean = viet.TidySpaces(clean)
	clean = strings.Trim(strings.TrimSuffix(clean, Suffix), ". ")
	if runes := []rune(clean); len(runes) > longestName {
		clean = strings.TrimRight(string(runes[:longestName]), ". ")
	}
	if clean == "" {
		return ""
	}
	if isReserved(clean) {
		clean += "_"
	}
	return clean + Suffix
}

const longestName = 60 // characters

// isReserved reports a name that Windows keeps for itself, whatever its ending.
func isReserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimRight(base, " ")
	switch base {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '1' && base[3] <= '9'
}

// other is another name for one that is taken.
func other(file string, n int) string {
	if n == 1 {
		return file
	}
	return strings.TrimSuffix(file, Suffix) + " " + string(rune('0'+n%10)) + Suffix
}

// isPublished reports the names of files to be received: no hidden ones, which
// are under way.
func isPublished(name string) bool {
	return strings.EqualFold(filepath.Ext(name), Suffix) && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~")
}

// later is a time of change for a file that takes the place of another: later
// than that one's by more than the coarsest clock of a file system (two seconds
// on FAT), so that others see a change whatever this PC's clock says.
func later(now, than time.Time) time.Time {
	const step = 4 * time.Second
	if after := than.Add(step); after.After(now) {
		return after
	}
	return now
}
