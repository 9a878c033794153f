package press

import (
	"context"
	"regexp"
	"strings"
	"unicode"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/storage"
)

// RetitleStyle changes what a style of the office's own is called on screen.
// Its name, which issues know it by, stays, and so does all else in its file.
// Troubles: style_shipped, style_unknown, and those of styles.Parse.
func RetitleStyle(ctx context.Context, f *storage.File, name, title string) error {
	if _, shipped := styles.File(name); shipped {
		return bulletin.NewTrouble("style_shipped", bulletin.Args{"name": name}, nil)
	}
	raw, err := StyleFile(ctx, f, name)
	if err != nil {
		return err
	}
	_, err = AddStyle(ctx, f, name, retitled(raw, title))
	return err
}

var (
	titleLine = regexp.MustCompile(`(?m)^[ \t]*title[ \t]*=.*$`)
	tableLine = regexp.MustCompile(`(?m)^[ \t]*\[`)
)

// retitled is a style's file with another title: in the place of the old one,
// or in a line at its head.
func retitled(raw []byte, title string) []byte {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, title)
	line := `title = "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(plain) + `"`
	text := string(raw)
	head := len(text) // of what stands above the tables
	if at := tableLine.FindStringIndex(text); at != nil {
		head = at[0]
	}
	if at := titleLine.FindStringIndex(text[:head]); at != nil {
		return []byte(text[:at[0]] + line + text[at[1]:])
	}
	return []byte(line + "\n" + text)
}
