package desk

import (
	"slices"
	"time"

	"bantin/bulletin"
)

// spareAfter is how long a save may take until its text is kept elsewhere, too.
const spareAfter = 1500 * time.Millisecond

// SpareIn has what cannot be saved kept in spares meanwhile.
func (k *Keeper) SpareIn(s *Spares) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.spares = s
}

// Resume goes on saving what was kept when the program ended, and gives the
// articles. It comes before any of them is opened.
func (k *Keeper) Resume(kept []Spared) (resumed []bulletin.ID) {
	for _, s := range kept {
		var a bulletin.Article
		if bulletin.ReadJSON(s.Text, &a) != nil {
			continue
		}
		k.mu.Lock()
		k.heads[s.Article] = s.Seen
		k.spared[s.Article] = true
		k.mu.Unlock()
		k.Put(s.Article, a, bulletin.ReasonAutosave)
		resumed = append(resumed, s.Article)
	}
	return resumed
}

// spareWaiting keeps what waits to be saved, or is being saved.
func (k *Keeper) spareWaiting() {
	k.sparing.Lock()
	defer k.sparing.Unlock()
	k.mu.Lock()
	spares, waiting := k.spares, slices.Clone(k.pending)
	if k.busy && k.isNewest(k.saving) {
		waiting = append(waiting, k.saving)
	}
	seen := map[bulletin.ID][]bulletin.RevisionID{}
	for _, d := range waiting {
		seen[d.id] = k.heads[d.id]
		k.spared[d.id] = spares != nil
	}
	k.mu.Unlock()
	if spares == nil {
		return
	}
	for _, d := range waiting {
		if text, err := bulletin.CanonicalJSON(d.article); err == nil && !d.deletes() {
			spares.keep(Spared{Article: d.id, Text: text, Seen: seen[d.id], Author: k.author(), At: time.Now()})
		}
	}
}

// unspare forgets what was kept of an article that is saved. Where a newer text of it
// waits, that is kept anew: what is older than a save counts as written over (has).
func (k *Keeper) unspare(id bulletin.ID) {
	k.mu.Lock()
	waits := k.spared[id] && k.textAt(id) >= 0
	k.mu.Unlock()
	if waits {
		k.spareWaiting()
		return
	}
	k.sparing.Lock()
	defer k.sparing.Unlock()
	k.mu.Lock()
	spares, was := k.spares, k.spared[id]
	delete(k.spared, id)
	k.mu.Unlock()
	if was && spares != nil {
		spares.drop(id)
	}
}
