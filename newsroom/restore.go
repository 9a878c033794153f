package newsroom

import (
	"context"

	"bantin/storage"
)

// KeepPart has restore put a backup in the place of the working file at path, which
// may take part in a newsroom. The file that is restored goes on as the same member:
// it knows that what lies in the folder under its name is its own, and receives it at
// the next exchange as it receives what others have there, for the file that published
// it had more. Errors are those of restore.
func KeepPart(ctx context.Context, path string, restore func() error) error {
	part, known := partOf(ctx, path)
	err := restore()
	if err == nil && known {
		// Where this fails the file takes part as a second member, as a copy does.
		_ = part.goOnIn(ctx, path)
	}
	return err
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
