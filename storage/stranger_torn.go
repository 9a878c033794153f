package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"bantin/bulletin"
	"bantin/internal/scratch"
)

// openToReceive is openStranger, but of a file that is one of ours and has torn
// pages it opens what is whole: a private copy into which Salvage has taken
// every row that its hash proves. lost are the articles and photos of which
// something is not there. progress hears of the copying, and of nothing where
// none is made.
func openToReceive(ctx context.Context, path string, progress func(done, total int)) (s *stranger, lost []Damage, err error) {
	s, err = openStranger(ctx, path)
	if !errors.Is(err, errTornPages) {
		return s, nil, err
	}
	folder, failed := scratch.Folder()
	if failed != nil {
		return nil, nil, errors.Join(err, failed)
	}
	whole := filepath.Join(folder, "whole.bantin")
	found, failed := salvageFile(ctx, path, whole, (*File).finishToReceive, progress)
	if failed == nil {
		s, failed = openStranger(ctx, whole)
	}
	if failed != nil {
		return nil, nil, errors.Join(err, failed, os.RemoveAll(folder))
	}
	s.private = folder
	return s, slices.DeleteFunc(found.Lost, isDerived), nil
}

// errTornPages says that a file has the schema that it should have, and pages
// that make no sense.
var errTornPages = errors.New("pages are torn")

// finishToReceive leaves what is derived out: of a stranger's file only texts and
// originals are received.
func (f *File) finishToReceive(context.Context, func(done, total int)) error { return nil }

// lostName is what an article or a photo is called of which something is lost;
// false for what was made of others, or is of one PC alone.
func lostName(d Damage) (name string, ok bool) {
	switch d.Kind {
	case DamageRevision, DamageText, DamageLost:
		return shortened(fmt.Sprint(d.Args["headline"])), true
	case DamageOriginal, DamagePhotoLost:
		return shortened(fmt.Sprint(d.Args["photo"])), true
	}
	return "", false
}

func isDerived(d Damage) bool {
	_, ok := lostName(d)
	return !ok
}

// refuseLost says of each article and photo once that something of it is lost,
// unless this file has it whole.
func (r *receiving) refuseLost(ctx context.Context, lost []Damage) {
	named := map[string]bool{}
	for _, d := range lost {
		name, _ := lostName(d)
		if named[name] || r.file.has(ctx, d) {
			continue
		}
		named[name] = true
		r.refuse(Refused{name, bulletin.NewTrouble("received_torn", bulletin.Args{"what": name}, nil)})
	}
}

// has reports whether what is damaged elsewhere is whole here: a revision, a
// photo, or the newest versions of an article.
func (f *File) has(ctx context.Context, d Damage) bool {
	lacks := func(id bulletin.RevisionID) bool {
		_, err := f.Revision(ctx, id)
		return err != nil
	}
	switch d.Kind {
	case DamageRevision, DamageLost:
		return !lacks(bulletin.RevisionID(d.Subject))
	case DamageText:
		return len(d.heads) > 0 && !slices.ContainsFunc(d.heads, lacks)
	case DamageOriginal, DamagePhotoLost:
		_, err := f.OriginalPhoto(ctx, d.Subject)
		return err == nil
	}
	return false
}
