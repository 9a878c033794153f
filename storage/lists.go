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

// searching is reading of list and search index. Rows that turn out to be
// damaged are made anew, and what was to be read is read again: of a file that
// cannot be written to, or whose pages are torn, from lists that are made apart.
func (f *File) searching(ctx context.Context, do func(querier) error) error {
	err := f.reading(ctx, func(q querier) error {
		if err := f.lookOver(ctx, q); err != nil {
			return err
		}
		return do(q)
	})
	switch {
	case !isListHurt(err) && !isTorn(err):
		return err
	case f.isWritable() && !isTorn(err):
		return f.readMended(ctx, do)
	}
	lists, apart := f.listsApart(ctx)
	if apart != nil {
		return errors.Join(err, apart)
	}
	return lists.reading(ctx, do)
}

// readMended mends the lists and reads them; where that is not enough, it makes
// them anew.
func (f *File) readMended(ctx context.Context, do func(querier) error) error {
	if err := f.mend(ctx); err != nil {
		return err
	}
	err := f.reading(ctx, do)
	if !isListHurt(err) {
		return err
	}
	if err := f.rebuildIndex(ctx, nil); err != nil {
		return err
	}
	return f.reading(ctx, do)
}

// isListHurt reports that list or search index are not what they should be.
func isListHurt(err error) bool { return errors.Is(err, errWrongRow) || isIndexDamaged(err) }

// isWritable reports a file in which damaged lists can be made anew.
func (f *File) isWritable() bool {
	if f.write == nil {
		return false
	}
	if f.soundness == nil {
		return true
	}
	select {
	case <-f.soundness.done:
		return f.soundness.err == nil
	default:
		return true // rebuilding waits for it
	}
}

// lookOver makes sure, once, that every row of the list and every head is what
// was written: a row with a wrong status would be missing where it is wanted,
// and nobody would read it. And that no row tells of a text that is damaged by
// now and shown without.
func (f *File) lookOver(ctx context.Context, q querier) error {
	if f.lookedOver.Load() {
		return nil
	}
	err := checkRows(ctx, q)
	if err == nil && f.ReadOnly() { // Open has done this for others
		err = checkListIndexes(ctx, q)
	}
	if err == nil {
		err = checkSearch(ctx, q)
	}
	if err == nil {
		err = checkAgreement(ctx, q)
	}
	if err == nil {
		f.lookedOver.Store(true)
	}
	return err
}

// checkRows is errWrongRow where a row of the list or a head is not what was
// written.
func checkRows(ctx context.Context, q querier) error {
	if _, err := everyHead(ctx, q); err != nil {
		return err
	}
	var h rowHash
	_, err := collect(ctx, q, func(row scanner) (none struct{}, err error) {
		l, err := scanListed(row)
		if err == nil && !l.isRight(&h) {
			err = errWrongRow
		}
		return none, err
	}, `SELECT `+listedColumns+` FROM article_list`)
	return err
}

// checkListIndexes is errWrongRow where an index lacks a row, which it would
// hide.
func checkListIndexes(ctx context.Context, q querier) error {
	err := checkIndexes(ctx, q, "heads")
	if err == nil {
		err = checkIndexes(ctx, q, "article_list")
	}
	return err
}

func checkIndexes(ctx context.Context, q querier, table string) error {
	verdicts, err := collect(ctx, q, scanString[string], `PRAGMA integrity_check(`+table+`)`)
	if err == nil && !slices.Equal(verdicts, []string{"ok"}) {
		err = errWrongRow
	}
	return err
}

// mendLists makes lists anew in which a row is not what was written. Where that
// cannot be done just now, the next one who reads them tries again.
func (f *File) mendLists(ctx context.Context) {
	err := f.reading(ctx, func(q querier) error { return f.lookOver(ctx, q) })
	if isListHurt(err) && f.mend(ctx) == nil {
		f.lookedOver.Store(true)
	}
}

// listsApart makes list and search index of the revisions in a file of their
// own, for a file whose lists are hurt and cannot be mended.
func (f *File) listsApart(ctx context.Context) (*File, error) {
	f.apartTurn.Lock()
	defer f.apartTurn.Unlock()
	if f.apart != nil {
		return f.apart, nil
	}
	folder, err := scratch.Folder()
	if err != nil {
		return nil, fmt.Errorf("make a folder for the lists of %s: %w", f.path, err)
	}
	lists, err := Create(ctx, filepath.Join(folder, "lists.bantin"))
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	lists.private = folder
	if err := f.listInto(ctx, lists); err != nil {
		return nil, errors.Join(err, lists.shut())
	}
	f.apart = lists
	return lists, nil
}

// listInto derives the lists of one file into another one. What is too damaged
// to be read is left out, and named by Unlisted. But a file of which no article
// can be read, because its pages are torn, is not one without articles.
func (f *File) listInto(ctx context.Context, lists *File) error {
	return f.reading(ctx, func(q querier) error {
		subjects, err := everySubject(ctx, q)
		if err != nil {
			return err
		}
		subjects = slices.DeleteFunc(subjects, func(s subject) bool { return s.kind != bulletin.SubjectArticle })
		return lists.writing(ctx, func(transaction execer) error {
			tx := prepare(transaction)
			defer tx.close()
			var torn error
			listed := 0
			lists.leftOut = nil
			for some := range slices.Chunk(subjects, derivedAtOnce) {
				n, left, unread, err := listFrom(ctx, q, tx, some)
				if err != nil {
					return err
				}
				listed, lists.leftOut, torn = listed+n, append(lists.leftOut, left...), errors.Join(torn, unread)
			}
			if listed == 0 && torn != nil {
				return fileTrouble("file_damaged", f.path, torn)
			}
			return nil
		})
	})
}

// listFrom lists some articles and names those that could not be read, or not
// whole; torn is why, where pages of theirs are torn.
func listFrom(ctx context.Context, q querier, tx execer, some []subject) (listed int, left []Damage, torn, err error) {
	var texts []textChange
	for _, s := range some {
		a, err := loadArticle(ctx, q, s.id)
		if isTorn(err) || isHurt(err) {
			left = append(left, unlisted(ctx, q, s.kind, s.id))
			if isTorn(err) {
				torn = err
			}
			continue
		}
		if err != nil {
			return 0, nil, nil, err
		}
		if a.Hurt {
			left = append(left, partly(ctx, q, s.id))
		}
		changes, err := writeList(ctx, tx, a)
		if err != nil {
			return 0, nil, nil, err
		}
		texts = append(texts, changes...)
		listed++
	}
	return listed, left, torn, indexTexts(ctx, tx, texts)
}
