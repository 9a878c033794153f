package storage

import (
	"context"
	"encoding/json"
	"maps"

	"bantin/bulletin"
)

// pictures are those of an article's version, by the names of their photos; nil
// where it is not known.
type pictures map[string]string

// isLastOfPhotos reports a version over which photos came, went or were exchanged:
// that can be had back in no other way. What is not there any more to compare it
// with says nothing.
func (t thinning) isLastOfPhotos(ctx context.Context, r bulletin.Revision) (bool, error) {
	behind, err := t.picturesBehind(ctx, r.ID)
	return behind != nil && !maps.Equal(picturesOf(r), behind), err
}

// picturesBehind are those of the next version behind one that has its text. They
// are noted of each version that is passed, as the one before it will ask for them;
// thinning changes none of them, as what goes has the pictures of what is behind it.
func (t thinning) picturesBehind(ctx context.Context, id bulletin.RevisionID) (pictures, error) {
	var passed []bulletin.RevisionID
	at := id
	for {
		if _, known := t.behind[at]; known {
			break
		}
		t.behind[at] = nil // a damaged file may hold a circle
		next, err := collect(ctx, t.q, scanRevision, `SELECT `+revisionColumns+` FROM revisions
			WHERE id IN (SELECT revision FROM parents WHERE parent = ?)`, at)
		if err != nil {
			return nil, err
		}
		if len(next) != 1 {
			break
		}
		passed = append(passed, at)
		if !next[0].IsThinned() {
			t.behind[at] = picturesOf(next[0])
			break
		}
		at = next[0].ID
	}
	for _, one := range passed {
		t.behind[one] = t.behind[at]
	}
	return t.behind[id], nil
}

func picturesOf(r bulletin.Revision) pictures {
	var a struct {
		Photos []struct {
			ID     string `json:"id"`
			SHA256 string `json:"sha256"`
		} `json:"photos"`
	}
	all := pictures{}
	if json.Unmarshal(r.Document, &a) == nil {
		for _, p := range a.Photos {
			if p.SHA256 != "" {
				all[p.ID] = p.SHA256
			}
		}
	}
	return all
}
