package styles

import (
	"embed"
	"fmt"
	"strings"

	"bantin/bulletin"
)

// The styles that are taken where nothing else was chosen.
const (
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

// ByName gives a shipped style. An unknown name is the trouble style_unknown.
func ByName(name string) (Style, error) {
	raw, err := files.ReadFile(name + ".toml")
	if err != nil {
		return Style{}, bulletin.NewTrouble("style_unknown",
			bulletin.Args{"name": name, "names": strings.Join(Names(), ", ")}, err)
	}
	return Parse(name, raw)
}
