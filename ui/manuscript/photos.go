package manuscript

import (
	"slices"
	"strconv"
	"strings"

	"bantin/bulletin"
)

// NextPhotoID gives an ID that no photo of the list and no place in the text
// uses yet: "p1", "p2", …
func NextPhotoID(photos []bulletin.Photo, text string) string {
	highest := 0
	note := func(id string) {
		if n, err := strconv.Atoi(strings.TrimPrefix(id, "p")); err == nil {
			highest = max(highest, n)
		}
	}
	for _, p := range photos {
		note(p.ID)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if id, ok := ParseAnchor(line); ok {
			note(id)
		}
	}
	return "p" + strconv.Itoa(highest+1)
}

// PlacedPhotos lists the photos that have a place in the text, in the order of
// their first places.
func PlacedPhotos(text string) []string {
	var ids []string
	for line := range strings.SplitSeq(text, "\n") {
		if id, ok := ParseAnchor(line); ok && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// OrderPhotos puts photos in the order of their places in the text; those
// without a place follow in the order they had.
func OrderPhotos(photos []bulletin.Photo, text string) []bulletin.Photo {
	placed := PlacedPhotos(text)
	rank := func(p bulletin.Photo) int {
		if i := slices.Index(placed, p.ID); i >= 0 {
			return i
		}
		return len(placed)
	}
	out := slices.Clone(photos)
	slices.SortStableFunc(out, func(a, b bulletin.Photo) int { return rank(a) - rank(b) })
	return out
}

// MoveAnchor moves the first place of a photo one line up (by -1) or down (by
// +1) and returns the new text; at either end the text stays as it is.
func MoveAnchor(text, photo string, by int) string {
	lines := strings.Split(text, "\n")
	at := anchorIndex(lines, photo)
	to := at + by
	if at < 0 || to < 0 || to >= len(lines) {
		return text
	}
	lines[at], lines[to] = lines[to], lines[at]
	return strings.Join(lines, "\n")
}

// RemoveAnchors takes every place of a photo out of the text.
func RemoveAnchors(text, photo string) string {
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
		id, ok := ParseAnchor(line)
		return ok && id == photo
	})
	return strings.Join(lines, "\n")
}

// InsertAnchor puts a line for the photo behind the line that the rune at
// offset belongs to; into that line itself when it is empty.
func InsertAnchor(text string, offset int, anchor string) string {
	runes := []rune(text)
	offset = min(max(offset, 0), len(runes))
	end := offset
	for end < len(runes) && runes[end] != '\n' {
		end++
	}
	before, after := string(runes[:end]), string(runes[end:])
	if before == "" || strings.HasSuffix(before, "\n") {
		return before + anchor + after
	}
	return before + "\n" + anchor + after
}

func anchorIndex(lines []string, photo string) int {
	return slices.IndexFunc(lines, func(line string) bool {
		id, ok := ParseAnchor(line)
		return ok && id == photo
	})
}
