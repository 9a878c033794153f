// Package habits keeps what the desk remembers of the person at this PC from
// one start to the next, beside the drafts: language, sizes, recent files. It
// is written in the background; whoever asks and tells does not wait for a disk.
package habits

import (
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"sync"

	"bantin/internal/atomicfile"
)

// Habits are values by name. They are safe for concurrent use.
type Habits struct {
	path    string
	mu      sync.Mutex
	of      map[string]any
	waiting bool       // to be written
	writing sync.Mutex // held while a file is written
}

// Place is where the habits are kept, "" where the system names no place.
func Place() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "bantin", "desk.json")
}

// Read reads the habits kept in a file. Where it is missing or cannot be read
// the desk begins with none, as on its first start. An empty path keeps them in
// memory alone.
func Read(path string) *Habits {
	h := &Habits{path: path, of: map[string]any{}}
	raw, err := os.ReadFile(path)
	if err != nil {
		return h
	}
	if json.Unmarshal(raw, &h.of) != nil || h.of == nil {
		h.of = map[string]any{}
	}
	return h
}

// Flush writes what is still to be written. Habits that cannot be written are
// those of this run alone: nothing that a person wrote is in them.
func (h *Habits) Flush() error {
	h.writing.Lock()
	defer h.writing.Unlock()
	h.mu.Lock()
	due, now := h.waiting, maps.Clone(h.of)
	h.waiting = false
	h.mu.Unlock()
	if !due || h.path == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(h.path), 0o700); err != nil {
		return err
	}
	return atomicfile.Write(h.path, func(out io.Writer) error {
		e := json.NewEncoder(out)
		e.SetIndent("", "\t")
		return e.Encode(now)
	})
}

// set keeps a value and has it written soon, together with those that come
// until then.
func (h *Habits) set(name string, value any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.of[name] = value
	if !h.waiting {
		h.waiting = true
		go func() { _ = h.Flush() }()
	}
}

// valueOf is a value, or the usual one where there is none of its type.
func valueOf[T any](h *Habits, name string, usual T) T {
	h.mu.Lock()
	defer h.mu.Unlock()
	if v, ok := h.of[name].(T); ok {
		return v
	}
	return usual
}

// String is a text, "" where there is none.
func (h *Habits) String(name string) string { return valueOf(h, name, "") }

// StringWithFallback is a text, or the usual one.
func (h *Habits) StringWithFallback(name, usual string) string { return valueOf(h, name, usual) }

// SetString keeps a text.
func (h *Habits) SetString(name, s string) { h.set(name, s) }

// Float is a number, 0 where there is none.
func (h *Habits) Float(name string) float64 { return valueOf(h, name, 0.0) }

// FloatWithFallback is a number, or the usual one.
func (h *Habits) FloatWithFallback(name string, usual float64) float64 {
	return valueOf(h, name, usual)
}

// SetFloat keeps a number.
func (h *Habits) SetFloat(name string, v float64) { h.set(name, v) }

// Int is a whole number, 0 where there is none.
func (h *Habits) Int(name string) int { return int(h.Float(name)) }

// SetInt keeps a whole number.
func (h *Habits) SetInt(name string, v int) { h.set(name, float64(v)) }

// Bool is a choice, no where there is none.
func (h *Habits) Bool(name string) bool { return valueOf(h, name, false) }

// BoolWithFallback is a choice, or the usual one.
func (h *Habits) BoolWithFallback(name string, usual bool) bool { return valueOf(h, name, usual) }

// SetBool keeps a choice.
func (h *Habits) SetBool(name string, v bool) { h.set(name, v) }

// StringList is a list of texts, nil where there is none.
func (h *Habits) StringList(name string) []string {
	var out []string
	for _, v := range valueOf(h, name, []any(nil)) {
		if s, ok := v.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// SetStringList keeps a list of texts.
func (h *Habits) SetStringList(name string, list []string) {
	kept := make([]any, len(list))
	for i, s := range list {
		kept[i] = s
	}
	h.set(name, kept)
}
