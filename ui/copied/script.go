package copied

import (
	"encoding/hex"
	"strings"
)

// fromScript reads what AppleScript writes down of a kind: «data PNGf8950…».
func fromScript(kind, said string) ([]byte, error) {
	_, digits, ok := strings.Cut(strings.TrimSpace(said), "«data "+kind)
	digits, whole := strings.CutSuffix(digits, "»")
	if !ok || !whole {
		return nil, errKind
	}
	if len(digits)/2 > Largest {
		return nil, errLarge
	}
	raw, err := hex.DecodeString(digits)
	if err != nil {
		return nil, errBroken
	}
	return raw, nil
}
