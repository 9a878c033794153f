package bulletin_test

import (
	"testing"

	"bantin/bulletin"
)

func TestNewID(t *testing.T) {
	seen := map[bulletin.ID]bool{}
	for range 1000 {
		id := bulletin.NewID()
		if !id.Valid() {
			t.Fatalf("%q is not valid", id)
		}
		if seen[id] {
			t.Fatalf("%q twice", id)
		}
		seen[id] = true
	}
}

func TestIDValid(t *testing.T) {
	for _, id := range []bulletin.ID{"", "0123456789abcde", "0123456789abcdef0", "0123456789abcdei", "0123456789ABCDEF", "0123456789abcđ", "0123456789abc 12"} {
		if id.Valid() {
			t.Errorf("%q is valid", id)
		}
	}
}
