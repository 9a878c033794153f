package copied

import (
	"encoding/hex"
	"strings"
)

// fromScript reads a picture as AppleScript writes it down: «data PNGf8950…».
func fromScript(said string) ([]byte, error) {
	_, digits, ok := strings.Cut(strings.TrimSpace(said), "«data PNGf")
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
