package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"bantin/bulletin"
)

// Receive takes over from another drafts file every version of every article
// and issue, and every photo, that this file does not have: a set union, so
// that it does not matter who receives from whom, in which order and how often.
// The other file is only read, and each row is checked (Refused says what was
// wrong with those that are left out). What this file has is never changed but
// that thinned versions and stripped photos may become whole, and that what is
// damaged here, not what its hash says, gives way to what is. Of a file in which
// pages are torn all is received that its hash proves, and the rest is Refused but what this
// file has whole.
//
// The work is done in parts, each one transaction with whole articles in it:
// when it is cut short, everything before stays received, and receiving again
// goes on. progress, which may be nil, hears how much of how much was looked
// at. Of the settings only house styles are received, those that issues ask
// for. Troubles: receive_itself, and those of opening and of saving.
func (f *File) Receive(ctx context.Context, path string, progress func(done, total int)) (Received, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	r := &receiving{file: f, progress: progress}
	if err := r.run(ctx, path); err != nil {
		return r.came, fmt.Errorf("receive %s: %w", path, err)
	}
	return r.came, nil
}

// receiving is one call of Receive.
type receiving struct {
	file        *File
	from        *stranger
	path        string
	came        Received
	progress    func(done, total int)
	done, total int
	copied      bool // see copying
}

func (r *receiving) run(ctx context.Context, path string) error {
	if r.file.ReadOnly() {
		return fileTrouble("file_read_only", r.file.path, nil)
	}
	if isSameFile(path, r.file.path) {
		return fileTrouble("receive_itself", path, nil)
	}
	from, lost, err := openToReceive(ctx, path, r.copying)
	if err != nil {
		return explainReading(ctx, path, err)
	}
	defer from.close()
	r.from, r.path = from, path
	r.refuseLost(ctx, lost)
	var revisions, photos int
	err = from.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM revisions), (SELECT count(*) FROM photos)`).Scan(&revisions, &photos)
	if err != nil {
		return explainReading(ctx, path, err)
	}
	r.total = revisions + photos
	r.step(0)
	// Photos first, so that no article shows one that is not there yet.
	if err := r.photos(ctx); err != nil {
		return err
	}
	if err := r.subjects(ctx); err != nil {
		return err
	}
	return r.styles(ctx)
}

func isSameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}

func (r *receiving) step(n int) {
	r.done = min(r.done+n, r.total)
	if r.copied {
		r.progress(r.total+r.done, 2*r.total)
		return
	}
	r.progress(r.done, r.total)
}

// copying tells of the copy that is made of what is whole in a torn file: it is
// the first half of the work.
func (r *receiving) copying(done, total int) {
	r.copied = true
	r.progress(done, 2*total)
}

func (r *receiving) refuse(refused Refused) {
	if len(r.came.Refused) < maxRefused {
		r.came.Refused = append(r.came.Refused, refused)
	}
}

// refusal says in words why something is not taken over.
func refusal(what string, why error) Refused {
	var trouble *bulletin.Trouble
	if !errors.As(why, &trouble) {
		trouble = bulletin.NewTrouble("received_unreadable", bulletin.Args{"what": what}, why)
	}
	return Refused{What: what, Why: trouble}
}

// reading runs do on the stranger's file. Nothing is kept open in between, so
// that whoever is working with that file can save.
func (r *receiving) reading(ctx context.Context, do func(querier) error) error {
	tx, err := r.from.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explainReading(ctx, r.path, err)
	}
	defer tx.Rollback()
	return explainReading(ctx, r.path, do(tx))
}
