package desk

import (
	"slices"
	"strings"
	"time"

	"bantin/bulletin/viet"
	"bantin/storage"
)

// Filter leaves in the list only what fits all of it. The zero Filter leaves
// everything.
type Filter struct {
	Section, Author string // of the byline
	Since           time.Time
	Conflict        bool // only articles with versions side by side
	Unread          bool // only what the person has not seen yet
}

// IsZero reports whether nothing is left out.
func (f Filter) IsZero() bool { return f == Filter{} }

func (f Filter) fits(s *storage.Summary, unread bool) bool {
	switch {
	case f.Section != "" && s.Section != f.Section,
		f.Author != "" && strings.TrimSpace(s.Byline) != f.Author,
		!f.Since.IsZero() && s.UpdatedAt.Before(f.Since),
		f.Conflict && !s.Conflict,
		f.Unread && !unread:
		return false
	}
	return true
}

// Sections are the sections of what was found, in the order of the dictionary.
func (l *Listing) Sections() []string {
	out := l.distinct(func(s *storage.Summary) string { return s.Section })
	slices.SortFunc(out, viet.Compare)
	return out
}

// Authors are the bylines of what was found, by given name.
func (l *Listing) Authors() []string {
	out := l.distinct(func(s *storage.Summary) string { return strings.TrimSpace(s.Byline) })
	viet.SortPeople(out)
	return out
}

func (l *Listing) distinct(of func(*storage.Summary) string) []string {
	seen := map[string]bool{}
	var out []string
	for i := range l.found {
		if s := of(&l.found[i]); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// Distinct leaves each of some words once, in their order.
func Distinct(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
