package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// placeWords are the words that stand for what a person fills in, in the use lines
// and flags; the catalogue has them under "command.place.".
var placeWords = []string{"BACKUP", "COMMAND", "DATE", "FILE", "FOLDER", "ID", "INPUT", "NAME", "NUMBER", "OTHER", "OUT", "PAGES", "PHOTO", "PICTURE", "QUERY", "REVISION", "RULES", "SIDE", "SOURCE", "STYLE", "TARGET", "TEXT", "TIME"}

// flagPlaces are the placeWords of the flags that take a value.
var flagPlaces = map[string]string{
	"article": "ID", "articles": "ID", "creep": "NUMBER", "date": "DATE", "dpi": "NUMBER", "edit": "SOURCE",
	"every": "TIME", "field": "NAME", "from": "FILE", "issue": "ID", "json": "SOURCE", "lang": "NAME",
	"limit": "NUMBER", "logo": "PICTURE", "logo-alt": "TEXT", "name": "NAME", "number": "NUMBER",
	"out": "OUT", "pages": "PAGES", "paper": "NAME", "photo": "PHOTO", "png": "FOLDER", "profile": "NAME",
	"revision": "REVISION", "rules": "FILE", "sort": "NAME", "style": "NAME", "take": "SIDE",
}

// inUsersWords puts the user's words for the placeWords into a use line.
func (p *program) inUsersWords(use string) string {
	pairs := make([]string, 0, 2*len(placeWords))
	for _, place := range placeWords {
		pairs = append(pairs, place, p.words.Say("command.place."+strings.ToLower(place), nil))
	}
	return strings.NewReplacer(pairs...).Replace(use)
}

// flagLines lists flags for help, one a line, instead of pflag's own list,
// which is English.
func (p *program) flagLines(flags *pflag.FlagSet) string {
	var rows [][2]string
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if place, ok := flagPlaces[f.Name]; ok && f.Value.Type() != "bool" {
			name += " " + p.inUsersWords(place)
		}
		rows = append(rows, [2]string{name, f.Usage})
		width = max(width, len([]rune(name)))
	})
	lines := make([]string, len(rows))
	for i, row := range rows {
		lines[i] = fmt.Sprintf("%-*s   %s", width, row[0], row[1])
	}
	return strings.Join(lines, "\n")
}

// translateUses goes through a command and its subcommands.
func (p *program) translateUses(cmd *cobra.Command) {
	name, rest, _ := strings.Cut(cmd.Use, " ")
	cmd.Use = strings.TrimSpace(name + " " + p.inUsersWords(rest))
	for _, sub := range cmd.Commands() {
		p.translateUses(sub)
	}
}
