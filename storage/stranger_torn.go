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
// every row that its hash proves. lost are those that it has not. progress hears
// of the copying, and of nothing where none is made.
func openToReceive(ctx context.Context, path string, progress func(done, total int)) (s *stranger, lost []Refused, err error) {
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
	return s, refusedOf(found.Lost), nil
}

// errTornPages says that a file has the schema that it should have, and pages
// that make no sense.
var errTornPages = errors.New("pages are torn")

// finishToReceive leaves what is derived out: of a stranger's file only texts and
// originals are received.
func (f *File) finishToReceive(context.Context, func(done, total int)) error { return nil }

// refusedOf says of each article and photo once that something of it is lost.
func refusedOf(lost []Damage) (refused []Refused) {
	for _, d := range lost {
		var what any
		switch d.Kind {
		case DamageRevision, DamageText, DamageLost:
			what = d.Args["headline"]
		case DamageOriginal, DamagePhotoLost:
			what = d.Args["photo"]
		default: // what was made of others, or of this PC alone
			continue
		}
		r := Refused{What: shortened(fmt.Sprint(what))}
		r.Why = bulletin.NewTrouble("received_torn", bulletin.Args{"what": r.What}, nil)
		if !slices.ContainsFunc(refused, func(known Refused) bool { return known.What == r.What }) {
			refused = append(refused, r)
		}
	}
	return refused
}
