package styles

import (
	"embed"
	"fmt"
	"strings"

	"bantin/bulletin"
)

// The styles that are taken where nothing else was chosen. A new issue is given
// the largest trim that the law of 2016 allows a bulletin; those that name none
// were made before that, and stay as they are.
const (
	NewIssue       = "19x27-bulletin"
	DefaultIssue   = "a4-bulletin"
	DefaultArticle = "a4-article"
)

//go:embed *.toml
var files embed.FS

// Names lists the shipped styles, sorted.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("list house styles: %v", err)) // part of the program
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".toml"))
	}
	return names
}

// File gives the file of a shipped style.
func File(name string) (raw []byte, found bool) {
	raw, err := files.ReadFile(name + ".toml")
	return raw, err == nil
}

// ByName gives a shipped style. An unknown name is the trouble style_unknown.
func ByName(name string) (Style, error) {
	raw, found := File(name)
	if !found {
		return Style{}, Unknown(name, Names())
	}
	return Parse(name, raw, File)
}

// Unknown is the trouble of a name that no style has; names are those there
// are.
func Unknown(name string, names []string) error {
	return bulletin.NewTrouble("style_unknown",
		bulletin.Args{"name": name, "names": strings.Join(names, ", ")}, nil)
}
