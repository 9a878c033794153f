package newsroom

import (
	"context"
	"path/filepath"

	"bantin/storage"
)

// mending is what is done before a file is published that is less than it should
// be, for something of the working file is damaged or gone: the newsroom may
// still have it.
type mending struct {
	n        *Newsroom
	name     string // under which the file is to be published
	e        *Exchanged
	progress func(done, total int)
	before   *received // what stands there under that name
	kept     bool      // it has something that the new file lacks all the same
}

// run receives from every file of the folder, this PC's own one included, and
// where that has brought something writes the file to publish again: whole is
// given back as it is then, "" where that failed.
func (m *mending) run(ctx context.Context, as storage.Publication, extent storage.Extent, whole string) (storage.Extent, string, error) {
	defer func() {
		if m.before != nil {
			m.before.remove()
		}
	}()
	brought, err := m.receiveAll(ctx)
	if err == nil && brought {
		discard(whole)
		if extent, err = m.n.file.Extent(ctx); err == nil {
			whole, err = m.n.write(ctx, as, m.e, m.progress)
		}
	}
	if err == nil && m.before == nil && m.isUnseen() {
		err = errChanged
	}
	if err == nil && m.before != nil {
		m.kept, err = storage.Lacks(ctx, whole, m.before.path)
	}
	return extent, whole, err
}

// isUnseen reports that what stands under the name was read before and could not
// be this time: somebody is writing there.
func (m *mending) isUnseen() bool {
	h := m.n.standing(m.name)
	return h.SHA256 != "" && !h.Torn
}

func (m *mending) receiveAll(ctx context.Context) (brought bool, err error) {
	names, err := answered(ctx, &m.n.owed, m.n.names)
	if err != nil {
		return false, err
	}
	for _, name := range names {
		some, err := m.receiveOne(ctx, name)
		if err != nil {
			return brought, err
		}
		brought = brought || some
	}
	return brought, nil
}

// receiveOne passes over a file that cannot be read now: why is told where it
// is received in its turn.
func (m *mending) receiveOne(ctx context.Context, name string) (brought bool, err error) {
	c, err := answered(ctx, &m.n.owed, func() (*received, error) {
		return copyHere(ctx, filepath.Join(m.n.folder, name), heard{})
	})
	if err != nil {
		return false, ctx.Err()
	}
	err = c.bringSideFiles(ctx, &m.n.owed, filepath.Join(m.n.folder, name))
	var p storage.Publication
	if err == nil {
		p, err = storage.PublicationOf(ctx, c.path)
	}
	if err != nil {
		c.remove()
		return false, ctx.Err()
	}
	came, err := m.n.file.Receive(ctx, c.path, m.progress)
	if name == m.name && err == nil {
		m.before = c
	} else {
		c.remove()
	}
	if err != nil && isOwn(err) {
		return false, err
	}
	if err != nil || came.Mended+came.NewRevisions+came.NewPhotos == 0 {
		return false, nil
	}
	m.e.Received = append(m.e.Received, FromFile{name, p.Name, came})
	return true, nil
}
