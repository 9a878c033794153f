package desk

import "slices"

// recentKept is how many files the desk remembers.
const recentKept = 8

// Remember puts a path at the head of the recent files.
func Remember(recent []string, path string) []string {
	out := []string{path}
	for _, p := range recent {
		if p != path && len(out) < recentKept {
			out = append(out, p)
		}
	}
	return out
}

// Forget takes a path out of the recent files.
func Forget(recent []string, path string) []string {
	return slices.DeleteFunc(slices.Clone(recent), func(p string) bool { return p == path })
}
