package storage

import (
	"context"
	"encoding/json"
	"maps"

	"bantin/bulletin"
)

// isLastOfPhotos reports a version over which photos came, went or were exchanged:
// that can be had back in no other way. What is not there any more to compare it
// with says nothing.
func isLastOfPhotos(ctx context.Context, q querier, r bulletin.Revision) (bool, error) {
	for at, seen := r.ID, map[bulletin.RevisionID]bool{}; !seen[at]; { // a damaged file may hold a circle
		seen[at] = true
		next, err := collect(ctx, q, scanRevision, `SELECT `+revisionColumns+` FROM revisions
			WHERE id IN (SELECT revision FROM parents WHERE parent = ?)`, at)
		if err != nil || len(next) != 1 {
			return false, err
		}
		if !next[0].IsThinned() {
			return !maps.Equal(photosIn(r), photosIn(next[0])), nil
		}
		at = next[0].ID
	}
	return false, nil
}

// photosIn are the pictures of an article's version, by the names of their photos.
func photosIn(r bulletin.Revision) map[string]string {
	var a struct {
		Photos []struct {
			ID     string `json:"id"`
			SHA256 string `json:"sha256"`
		} `json:"photos"`
	}
	all := map[string]string{}
	if json.Unmarshal(r.Document, &a) == nil {
		for _, p := range a.Photos {
			if p.SHA256 != "" {
				all[p.ID] = p.SHA256
			}
		}
	}
	return all
}
