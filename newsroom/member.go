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
	ID        string           `json:"id"`
	Folder    string           `json:"folder"`    // where it was last published
	File      string           `json:"file"`      // under which name
	Kept      string           `json:"kept"`      // an older one, which stays there as it has what File lacks; or ""
	Marks     []string         `json:"marks"`     // of its last publications, the newest last
	Published storage.Extent   `json:"published"` // what the newsroom has of it
	Heard     map[string]heard `json:"heard"`     // received files, by name
}

// heard is a file that was received.
type heard struct {
	Bytes    int64  `json:"bytes"`
	Modified int64  `json:"modified"` // nanoseconds; compared for being equal only
	SHA256   string `json:"sha256"`
	Member   string `json:"member"` // "" for one that was not published but put there
	Mark     string `json:"mark"`
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
	return m, nil
}

// newMark is a mark for the next publication. It is noted before it is used,
// so that after a crash the file in the folder is still known to be this one's.
func (m *member) newMark() string {
	mark := rand.Text()
	m.Marks = append(m.Marks, mark)
	m.Marks = m.Marks[max(0, len(m.Marks)-mostMarks):]
	return mark
}

// wrote reports whether a file is one of this member's publications.
func (m *member) wrote(h heard) bool { return h.Member == m.ID && slices.Contains(m.Marks, h.Mark) }

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
