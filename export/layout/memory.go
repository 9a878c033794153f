package layout

import (
	"sync"

	"bantin/assets/styles"
)

// settingKey is all that a setting depends on.
type settingKey struct {
	text     string
	unbroken bool // line breaks are spaces
	voice    voice
	width    Length
	js       styles.Justify
}

// settings remembers how texts were cut into lines, so that after an edit only
// the paragraph that was changed is cut anew, and so that ways of making up a
// page can be tried that differ in other things. Settings are never changed.
var settings = memory{known: map[settingKey]setting{}}

// rememberedLetters bounds the memory that settings take: some 25 bytes a letter
// for the words, and as many once their lines are drawn, 20 MB in all.
const rememberedLetters = 400_000

type memory struct {
	mu      sync.Mutex
	known   map[settingKey]setting
	letters int
}

func (m *memory) find(key settingKey) (setting, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	t, ok := m.known[key]
	return t, ok
}

func (m *memory) keep(key settingKey, t setting) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.letters += len(key.text); m.letters > rememberedLetters {
		clear(m.known)
		m.letters = len(key.text)
	}
	m.known[key] = t
}

// remembered sets a text, or finds it set. What had letters to report is set
// each time, so that the report is made each time.
func (st *setter) remembered(marked string, v voice, width Length, src Source, plain bool) setting {
	key := settingKey{marked, plain, v, width, st.style.Justify}
	if t, ok := settings.find(key); ok {
		return t
	}
	st.room.chars = characters(st.room.chars[:0], marked)
	if plain {
		unbreak(st.room.chars)
	}
	known := st.stoodIn
	t := st.characters(st.room.chars, v, width, v.indent, src)
	if st.stoodIn == known {
		settings.keep(key, t)
	}
	return t
}
