package desk

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// Unread is which articles somebody else has written and the person at this PC
// has not opened since. It belongs to the PC, not to the drafts file.
type Unread struct {
	me   func() string
	left time.Time // when the file was last closed here
	ids  map[bulletin.ID]bool
	seen map[bulletin.ID]bool // opened since the file was opened
}

// unreadNote is what is kept between two openings of a file.
type unreadNote struct {
	Left   time.Time     `json:"left"`
	Unread []bulletin.ID `json:"unread"`
}

// ReadUnread takes up what was kept when the file was last closed; what cannot
// be read counts as nothing. me is the name of the person at this PC, "" for none.
func ReadUnread(note string, me func() string) *Unread {
	var n unreadNote
	_ = json.Unmarshal([]byte(note), &n) // nothing kept, or nothing to be made of it
	u := &Unread{me: me, left: n.Left, ids: map[bulletin.ID]bool{}, seen: map[bulletin.ID]bool{}}
	for _, id := range n.Unread {
		u.ids[id] = true
	}
	return u
}

// Note is what is to be kept when the file is closed.
func (u *Unread) Note(now time.Time) string {
	raw, err := json.Marshal(unreadNote{now.UTC(), slices.Sorted(maps.Keys(u.ids))})
	if err != nil {
		return ""
	}
	return string(raw)
}

// Found looks through what is listed for what others have written since the
// file was closed.
func (u *Unread) Found(found []storage.Summary) {
	if u.left.IsZero() {
		return
	}
	me := u.me()
	for i := range found {
		s := &found[i]
		if s.UpdatedAt.After(u.left) && bulletin.Signed(s.Author) != me && !u.seen[s.ID] {
			u.ids[s.ID] = true
		}
	}
}

// Came marks articles that have just come in.
func (u *Unread) Came(ids ...bulletin.ID) {
	for _, id := range ids {
		u.ids[id] = true
	}
}

// Opened takes the mark from an article.
func (u *Unread) Opened(id bulletin.ID) {
	delete(u.ids, id)
	u.seen[id] = true
}

// Has reports whether an article is unread.
func (u *Unread) Has(id bulletin.ID) bool { return u != nil && u.ids[id] }
