package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
)

// Versions gives the newest revisions of each subject, sorted by their IDs, in
// one look at the file. What Article and Issue show of a subject depends on
// nothing else, so who has it already may keep it while they are the same.
// Subjects that the file does not have are left out.
func (f *File) Versions(ctx context.Context, subjects []bulletin.ID) (map[bulletin.ID][]bulletin.RevisionID, error) {
	type version struct {
		subject  bulletin.ID
		revision bulletin.RevisionID
	}
	found := map[bulletin.ID][]bulletin.RevisionID{}
	err := f.reading(ctx, func(q querier) error {
		all, err := collect(ctx, q, func(row scanner) (v version, err error) {
			err = row.Scan(&v.subject, &v.revision)
			return v, err
		}, `SELECT subject, revision FROM heads WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY subject, revision`, jsonOf(subjects))
		for _, v := range all {
			found[v.subject] = append(found[v.subject], v.revision)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the versions of %d subjects: %w", len(subjects), err)
	}
	return found, nil
}
