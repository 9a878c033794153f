package storage

import (
	"context"
	"sync"
	"time"

	"bantin/storage/picture"
)

// proofs are the verdicts on pictures that came from somebody else's file
// (photo_unproven), each decoded once while the File is open. The file is told
// when it closes, so that showing a picture never waits for whoever writes.
type proofs struct {
	lock  sync.Mutex
	whole map[proof]bool
}

type proof struct {
	photo string
	made  derivative
}

// isWhole decodes a picture that stands in photo_unproven, if this was not done
// before.
func (p *proofs) isWhole(photo string, d derivative, made []byte) bool {
	p.lock.Lock()
	whole, known := p.whole[proof{photo, d}]
	p.lock.Unlock()
	if known {
		return whole
	}
	whole = picture.IsWhole(made) // some tenths of a second, without the lock
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.whole == nil {
		p.whole = map[proof]bool{}
	}
	p.whole[proof{photo, d}] = whole
	return whole
}

func isUnproven(ctx context.Context, q querier, d derivative, sha string) (bool, error) {
	return has(ctx, q, `SELECT 1 FROM photo_unproven WHERE photo = ? AND made = ?`, sha, d.table())
}

// soundDerivative is readDerivative, and nil too for a stranger's picture that
// cannot be decoded.
func (f *File) soundDerivative(ctx context.Context, q querier, d derivative, sha string) ([]byte, error) {
	made, err := readDerivative(ctx, q, d, sha)
	if err != nil || made == nil {
		return nil, err
	}
	unproven, err := isUnproven(ctx, q, d, sha)
	if err != nil || unproven && !f.proofs.isWhole(sha, d, made) {
		return nil, err
	}
	return made, nil
}

// markUnproven notes what of a photo's pictures was not decoded yet.
func markUnproven(ctx context.Context, tx execer, p picture.Picture) error {
	for _, d := range []derivative{printed, half} {
		if d.of(p) == nil {
			continue
		}
		_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO photo_unproven (photo, made) VALUES (?, ?)`, p.SHA256, d.table())
		if err != nil {
			return err
		}
	}
	return nil
}

// noteProofs takes out of photo_unproven what was found whole. It is a courtesy
// and may fail: the next one who asks decodes again.
func (f *File) noteProofs() {
	f.proofs.lock.Lock()
	defer f.proofs.lock.Unlock()
	if len(f.proofs.whole) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = f.writing(ctx, func(tx execer) error {
		for is, whole := range f.proofs.whole {
			if !whole {
				continue
			}
			if _, err := tx.ExecContext(ctx, `DELETE FROM photo_unproven WHERE photo = ? AND made = ?`, is.photo, is.made.table()); err != nil {
				return err
			}
		}
		return nil
	})
}
