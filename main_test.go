package main_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestREADMEShowsWhatIsThere looks that every picture and page that the README
// points to is in the project.
func TestREADMEShowsWhatIsThere(t *testing.T) {
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllStringSubmatch(string(raw), -1) {
		if strings.HasPrefix(link[1], "http") {
			continue
		}
		if _, err := os.Stat(link[1]); err != nil {
			t.Errorf("README.md points to %s: %v", link[1], err)
		}
	}
}
