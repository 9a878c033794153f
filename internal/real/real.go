// Package real finds the real article and the real photos that stand beside
// the checkout. They belong to their newsroom, so they are not part of the
// project: a test that wants them is skipped where they are absent, but fails
// in CI, where they must be.
package real

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Article gives the path of the real article, a UTF-8 text.
func Article(t testing.TB) string {
	t.Helper()
	return find(t, "lam-viec-tuyen-giao-2019.txt")
}

// Photo gives the path of a real photo by its file name, such as "Garden.jpg".
func Photo(t testing.TB, name string) string {
	t.Helper()
	return find(t, filepath.Join("photos", name))
}

func find(t testing.TB, name string) string {
	t.Helper()
	folder, err := Folder()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err != nil {
		const why = "the real articles and photos are not beside the checkout (BANTIN_REAL names their folder): %v"
		if os.Getenv("CI") != "" {
			t.Fatalf(why, err)
		}
		t.Skipf(why, err)
	}
	return path
}

// Folder is what BANTIN_REAL says, or shared/real beside the module's root, in
// which or below which the program was started.
func Folder() (string, error) {
	if given := os.Getenv("BANTIN_REAL"); given != "" {
		return given, nil
	}
	root, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for !exists(filepath.Join(root, "go.mod")) {
		if root == filepath.Dir(root) {
			return "", errors.New("no go.mod above the working folder")
		}
		root = filepath.Dir(root)
	}
	return filepath.Join(filepath.Dir(root), "shared", "real"), nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
