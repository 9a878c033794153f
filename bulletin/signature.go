package bulletin

import (
	"slices"

	"bantin/bulletin/viet"
)

// namelessOnce are the words that desks of earlier days signed with where nobody
// had given a name, each in its language.
var namelessOnce = []string{"chưa ghi tên", "no name given"}

// Signed is the name that stands in the signature of a revision, "" where nobody
// gave one: whoever did not is nobody in every language, and what that is called
// the screen says.
func Signed(signature string) string {
	if slices.Contains(namelessOnce, viet.Normalize(signature)) {
		return ""
	}
	return signature
}
