package torture_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// spoiled is a newsroom's file of which pages were spoiled.
type spoiled struct {
	path  string
	bytes []byte
	all   map[string][]int // the pages of each table, as they were
	how   string           // for people
	issue bulletin.ID
	right lists // what the whole file shows
}

func (s *spoiled) write(t *testing.T) {
	t.Helper()
	if err := os.WriteFile(s.path, s.bytes, 0o600); err != nil {
		t.Fatal(err)
	}
}

// eachSpoiled makes files, ofOne of each newsroom's file, and spoils in each a
// page or two of one table or index: try finds out what comes of it.
func eachSpoiled(t *testing.T, tables []string, files, ofOne int, salt uint64, spoil func(file []byte, of []int, random *rand.Rand) (how string), try func(*testing.T, spoiled)) {
	t.Run("files", func(t *testing.T) {
		for n := range (files + ofOne - 1) / ofOne {
			t.Run(fmt.Sprint(n), func(t *testing.T) {
				t.Parallel()
				random := rand.New(rand.NewPCG(uint64(n), salt))
				path, issue := newsroomFile(t, random)
				file, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				all := pagesOf(t, path, tables)
				right := use(t, path, storage.OpenReadOnly, "whole", issue)
				for what, value := range right {
					if reflect.ValueOf(value).Len() == 0 {
						t.Fatalf("%s shows nothing, so no damage to it would show", what)
					}
				}
				for i := range ofOne {
					table := tables[i%len(tables)]
					s := spoiled{path: path, bytes: append([]byte(nil), file...), all: all, issue: issue, right: right}
					s.how = fmt.Sprintf("%d: %s%s", n, table, spoil(s.bytes, all[table], random))
					try(t, s)
				}
			})
		}
	})
}
