package desk

import (
	"maps"
	"reflect"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// photoChanges are the photos that differ, each once, whatever was done to it:
// those that are there now in their order, then those that went.
func photoChanges(before, after bulletin.Article, moved map[string]Place) (out []Change) {
	maps.Copy(moved, reordered(before, after, moved))
	for i := range after.Photos {
		now := &after.Photos[i]
		was := before.PhotoByID(now.ID)
		change := Change{What: "photo", Photo: &PhotoChange{Before: was, After: now}}
		if was == nil {
			change.Fate = merge.Added
			was = &bulletin.Photo{}
		} else if at, ok := moved[now.ID]; ok {
			change.Fate, change.Behind = merge.Moved, &at
		}
		change.Photo.Parts = photoParts(was, now)
		if change.Fate != "" || len(change.Photo.Parts) > 0 || was.SHA256 != now.SHA256 {
			out = append(out, change)
		}
	}
	for i := range before.Photos {
		if was := &before.Photos[i]; after.PhotoByID(was.ID) == nil {
			out = append(out, Change{What: "photo", Fate: merge.Removed, Photo: &PhotoChange{Before: was, Parts: photoParts(was, &bulletin.Photo{})}})
		}
	}
	return out
}

// photoParts are what differs of the words and of the frame of a photo; of one that
// came or went its words.
func photoParts(was, now *bulletin.Photo) (out []Change) {
	for _, f := range []struct{ what, a, b string }{
		{"caption", was.Caption, now.Caption}, {"credit", was.Credit, now.Credit}, {"alt_text", was.AltText, now.AltText},
	} {
		if f.a != f.b {
			out = append(out, Change{What: f.what, Pieces: merge.Words(f.a, f.b)})
		}
	}
	if was.ID != now.ID {
		return out
	}
	for _, f := range []struct {
		what    string
		changed bool
	}{
		{"picture", was.SHA256 != now.SHA256},
		{"crop", !reflect.DeepEqual(was.Crop, now.Crop)},
		{"focus", !reflect.DeepEqual(was.Focus, now.Focus)},
		{"photo_size", was.Size != now.Size},
		{"turn", was.Turn != now.Turn},
	} {
		if f.changed {
			out = append(out, Change{What: f.what})
		}
	}
	return out
}

// reordered are photos that follow others now than they did, but for those of which
// it is told already that they stand elsewhere in the body.
func reordered(before, after bulletin.Article, told map[string]Place) map[string]Place {
	_, moved := blockChanges(inOrder(before, told), inOrder(after, told))
	return moved
}

// inOrder is an article of photos alone.
func inOrder(a bulletin.Article, without map[string]Place) bulletin.Article {
	only := bulletin.Article{Photos: a.Photos}
	for _, p := range a.Photos {
		if _, left := without[p.ID]; !left {
			only.Body = append(only.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: p.ID})
		}
	}
	return only
}
