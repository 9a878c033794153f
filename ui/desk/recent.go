package desk

import "slices"

const (
	// RecentKept is how many files the desk offers to open again.
	RecentKept = 8
	// WorkedKept is how many files the desk knows to be its own: more than an
	// office has.
	WorkedKept = 2000
)

// Remember puts a path at the head of a list of files, of which so many are
// kept.
func Remember(files []string, path string, most int) []string {
	out := []string{path}
	for _, p := range files {
		if p != path && len(out) < most {
			out = append(out, p)
		}
	}
	return out
}

// Forget takes a path out of the recent files.
func Forget(recent []string, path string) []string {
	return slices.DeleteFunc(slices.Clone(recent), func(p string) bool { return p == path })
}
