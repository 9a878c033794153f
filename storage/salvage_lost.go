package storage

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"bantin/bulletin"
)

// DamageNameless is what only an index of the damaged file still names; n.
const DamageNameless = "nameless"

// lost names what the damaged file once had and the new one has not, in the
// user's words as far as any are left.
func (s *salvage) lost(ctx context.Context) ([]Damage, error) {
	found, err := s.out.Check(ctx, nil)
	if err != nil {
		return nil, err
	}
	l := lostList{salvage: s, damage: found, saved: map[string]bool{}, subjects: map[bulletin.ID]bool{}}
	err = s.out.reading(ctx, func(q querier) error {
		if err := l.readSaved(ctx, q); err != nil {
			return err
		}
		l.revisions(ctx, q)
		l.subjectsGone()
		l.photos()
		l.settings(ctx, q)
		l.nameless()
		return nil
	})
	return l.damage, err
}

// lostList is the list of what is lost as it grows.
type lostList struct {
	*salvage
	damage   []Damage
	saved    map[string]bool // hashes of revisions and photos, and of what is named as lost
	subjects map[bulletin.ID]bool
}

func (l *lostList) add(kind, subject string, args bulletin.Args) {
	l.saved[subject] = true
	l.damage = append(l.damage, Damage{Kind: kind, Subject: subject, Args: args})
}

func (l *lostList) readSaved(ctx context.Context, q querier) error {
	hashes, err := collect(ctx, q, scanString[string], `SELECT id FROM revisions UNION ALL SELECT sha256 FROM photos
		UNION ALL SELECT photo FROM photo_print UNION ALL SELECT photo FROM photo_thumb`)
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		l.saved[hash] = true
	}
	subjects, err := collect(ctx, q, scanString[bulletin.ID], `SELECT DISTINCT subject FROM revisions`)
	for _, subject := range subjects {
		l.subjects[subject] = true
	}
	return err
}

// revisions names the versions whose row was there but not whole. That a
// version is the parent of others then need not be said again.
func (l *lostList) revisions(ctx context.Context, q querier) {
	for _, id := range slices.Sorted(maps.Keys(l.failed)) {
		if l.saved[string(id)] {
			continue
		}
		r := l.failed[id]
		name := cmp.Or(l.clues.names[r.Subject], nameIn(r), string(r.Subject))
		if l.subjects[r.Subject] {
			name = nameOf(ctx, q, r.Subject)
		}
		facts := called(r.Subject, name)
		facts["time"] = bulletin.Moment(r.Time)
		l.add(DamageRevision, string(id), facts)
	}
	l.damage = slices.DeleteFunc(l.damage, func(d Damage) bool {
		return d.Kind == DamageParent && l.parentsNamed(ctx, q, d.Subject)
	})
	for _, id := range slices.Sorted(maps.Keys(l.clues.heads)) {
		subject := l.clues.heads[id]
		if !l.saved[string(id)] && l.subjects[subject] {
			l.add(DamageLost, string(id), called(subject, nameOf(ctx, q, subject)))
		}
	}
}

// parentsNamed reports whether every parent of a revision is saved or named.
func (l *lostList) parentsNamed(ctx context.Context, q querier, id string) bool {
	r, err := loadRevision(ctx, q, bulletin.RevisionID(id))
	return err == nil && !slices.ContainsFunc(r.Parents, func(parent bulletin.RevisionID) bool { return !l.saved[string(parent)] })
}

// subjectsGone names articles and issues of which no version is left.
func (l *lostList) subjectsGone() {
	gone := map[bulletin.ID]bool{}
	heads := map[bulletin.ID][]bulletin.RevisionID{}
	for id, subject := range l.clues.heads {
		if !l.subjects[subject] {
			gone[subject], l.saved[string(id)] = true, true
			heads[subject] = append(heads[subject], id)
		}
	}
	for subject := range l.clues.names {
		if !l.subjects[subject] {
			gone[subject] = true
		}
	}
	for _, r := range l.failed { // named by that version
		delete(gone, r.Subject)
	}
	for _, subject := range slices.Sorted(maps.Keys(gone)) {
		l.add(DamageText, string(subject), called(subject, l.name(subject)))
		l.damage[len(l.damage)-1].heads = heads[subject]
	}
}

func (l *lostList) name(subject bulletin.ID) string {
	return cmp.Or(l.clues.names[subject], string(subject))
}

// photos names the originals that are not whole. Where a picture that was made
// of one is saved, that was said already, without the name that it has here.
func (l *lostList) photos() {
	for _, sha := range slices.Sorted(maps.Keys(l.blurred)) {
		name := strings.ToValidUTF8(l.blurred[sha], "")
		at := slices.IndexFunc(l.damage, func(d Damage) bool { return d.Kind == DamagePhotoLost && d.Subject == sha })
		switch {
		case at >= 0:
			l.damage[at].Args = bulletin.Args{"photo": name}
		case !l.saved[sha]:
			l.add(DamageOriginal, sha, bulletin.Args{"photo": name})
		}
	}
}

func (l *lostList) settings(ctx context.Context, q querier) {
	slices.Sort(l.clues.hurtSettings)
	for _, name := range slices.Compact(l.clues.hurtSettings) {
		kept, err := has(ctx, q, `SELECT 1 FROM settings WHERE name = ?`, name)
		switch {
		case kept && err == nil:
		case name == officeSetting:
			l.add(DamageOffice, name, nil)
		default:
			l.add(DamageSetting, name, bulletin.Args{"name": strings.ToValidUTF8(fmt.Sprintf("%.60s", name), "")})
		}
	}
}

// nameless counts what an index names and nothing else.
func (l *lostList) nameless() {
	n := 0
	for hash := range l.clues.indexed {
		if !l.saved[hash] {
			n++
		}
	}
	for _, d := range l.damage { // parents and photos that Check misses are named by it
		if d.Kind == DamageParent || d.Kind == DamagePhoto {
			n = max(0, n-1)
		}
	}
	if n > 0 {
		l.add(DamageNameless, "", bulletin.Args{"n": n})
	}
}
