package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// searchWords lets a word to be left out stand in a search as it is ("-tôm")
// and not be taken for a flag: the flags of the search come first, then, behind
// "--", the words. Command lines of other commands stay as they are.
func searchWords(root *cobra.Command, args []string) []string {
	cmd, rest, err := root.Find(args)
	if err != nil || cmd.Name() != "search" {
		return args
	}
	flags, words := []string{"search"}, []string{"--"}
	for i := 0; i < len(rest); i++ {
		name, isLong := strings.CutPrefix(rest[i], "--")
		switch {
		case rest[i] == "--":
			return slices.Concat(flags, words, rest[i+1:])
		case rest[i] == "-h":
			flags = append(flags, rest[i])
		case !isLong:
			words = append(words, rest[i])
		default:
			flags = append(flags, rest[i])
			if f := cmd.Flag(name); f != nil && f.NoOptDefVal == "" && i+1 < len(rest) {
				i++
				flags = append(flags, rest[i])
			}
		}
	}
	return slices.Concat(flags, words)
}
