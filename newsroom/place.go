package newsroom

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// placed is the name to publish under: the name of this PC, with a number where
// somebody else has it; and whether this member's file is there, and whole.
func (n *Newsroom) placed(ctx context.Context) (name string, there bool, err error) {
	entries, err := answered(ctx, &n.owed, func() ([]os.DirEntry, error) { return os.ReadDir(n.folder) })
	if err != nil {
		return "", false, bulletin.NewTrouble("newsroom_folder_missing", bulletin.Args{"folder": n.folder}, err)
	}
	taken := make([]string, len(entries))
	for i, entry := range entries {
		taken[i] = entry.Name()
	}
	name = n.nameAmong(taken)
	h := n.standing(name)
	return name, n.mayReplace(h) && !h.Torn, nil
}

func (n *Newsroom) nameAmong(taken []string) string {
	wanted := FileName(n.name)
	for i := 1; i < 10; i++ {
		if name := other(wanted, i); n.isFree(name, taken) {
			return name
		}
	}
	return n.secondName(wanted)
}

// secondName is a name that no other PC takes.
func (n *Newsroom) secondName(name string) string {
	return strings.TrimSuffix(name, Suffix) + " " + n.member.ID[:6] + Suffix
}

// isFree reports a name under which nobody else's file is. As most PCs tell
// neither capitals nor ways of writing an accent apart, no other file may have
// it in that way either; but who has a name already stays with it.
func (n *Newsroom) isFree(name string, taken []string) bool {
	if slices.Contains(taken, name) {
		return n.mayReplace(n.member.Heard[name])
	}
	return !slices.ContainsFunc(taken, func(other string) bool {
		return isSameName(name, other) && !n.mayReplace(n.member.Heard[other])
	})
}

// mayReplace reports a file of this member of which nothing would be lost.
func (n *Newsroom) mayReplace(h heard) bool { return n.member.began(h) && !h.Kept }

// isSameName compares names as the systems do that can hold only one of them.
func isSameName(a, b string) bool {
	return strings.EqualFold(viet.Normalize(a), viet.Normalize(b))
}

// standing is what was noted of the file of that name; where the folder does not
// tell capitals apart, it may be known by others.
func (n *Newsroom) standing(name string) heard {
	if h, known := n.member.Heard[name]; known {
		return h
	}
	for _, known := range slices.Sorted(maps.Keys(n.member.Heard)) {
		if isSameName(known, name) {
			return n.member.Heard[known]
		}
	}
	return heard{}
}

// keepAside leaves a file for good that has something which this member lacks.
func (n *Newsroom) keepAside(name string) {
	h := n.standing(name)
	h.Kept = true
	n.member.Heard[name] = h
}

// compareAgain lets files that were kept be compared anew: something was mended,
// and perhaps nothing is lacking any more.
func (n *Newsroom) compareAgain() {
	for name, h := range n.member.Heard {
		if h.Kept {
			h.Kept, h.Refused = false, true
			n.member.Heard[name] = h
		}
	}
}

// rename notes the name of this member's file, and the one it had before, or has
// in other capitals beside it.
func (n *Newsroom) rename(name string) {
	old := []string{n.member.File}
	for known, h := range n.member.Heard {
		if isSameName(known, name) && n.mayReplace(h) {
			old = append(old, known)
		}
	}
	for _, old := range old {
		if old != "" && old != name && !slices.Contains(n.member.Former, old) {
			n.member.Former = append(n.member.Former, old)
		}
	}
	n.member.File = name
}

// leave removes the files under which this member was published before. One that
// somebody has written into since it was received stays until that was received,
// too; and so does the one of the name that is wanted, which somebody was writing
// to: it will be replaced.
func (n *Newsroom) leave(ctx context.Context, wanted string) error {
	var stay []string
	for _, old := range n.member.Former {
		if old == wanted && old != n.member.File {
			stay = append(stay, old)
			continue
		}
		stays, err := answered(ctx, &n.owed, func() (bool, error) { return n.stays(ctx, old, n.member.File, n.member.Heard[old]), nil })
		if err != nil {
			return err
		}
		if stays {
			stay = append(stay, old)
		}
	}
	n.member.Former = stay
	return n.keep(ctx)
}

// stays reports that a former file is still there; one that may be removed is
// removed.
func (n *Newsroom) stays(ctx context.Context, old, now string, h heard) bool {
	path := filepath.Join(n.folder, old)
	if old == now || isSame(path, filepath.Join(n.folder, now)) {
		return false
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if !n.mayReplace(h) || h.Refused {
		return h.SHA256 == "" // cannot be read now
	}
	return whileSame(ctx, path, h.SHA256, func() error { return os.Remove(path) }) != nil
}
