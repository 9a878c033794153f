package newsroom

import (
	"context"

	"bantin/storage"
)

// RestoreBackup is storage.RestoreBackup for a working file that may take part in
// a newsroom. The file that is restored goes on as the same member: it knows that
// what lies in the folder under its name is its own, and receives it at the next
// exchange as it receives what others have there, for the file that published it
// had more.
func RestoreBackup(ctx context.Context, backup, path string, progress func(done, total int)) (aside string, damage []storage.Damage, err error) {
	part, known := partOf(ctx, path)
	aside, damage, err = storage.RestoreBackup(ctx, backup, path, progress)
	if err == nil && known {
		// Where this fails the file takes part as a second member, as a copy does.
		_ = part.goOnIn(ctx, path)
	}
	return aside, damage, err
}

// partOf is the part of the file at path in a newsroom; not known where there is
// none, or it cannot be read.
func partOf(ctx context.Context, path string) (m member, known bool) {
	f, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		return m, false
	}
	defer f.Close()
	err = f.Membership(ctx, &m)
	return m, err == nil && m.ID != ""
}

// goOnIn has another state of the working file take this part. Nothing counts as
// received or published of it.
func (m member) goOnIn(ctx context.Context, path string) error {
	f, err := storage.Open(ctx, path)
	if err != nil {
		return err
	}
	defer f.Close()
	m.Written, m.Heard, m.Published = nil, map[string]heard{}, storage.Extent{}
	return f.SetMembership(ctx, m)
}
