package ui

import (
	"bantin/assets/translations"
	"bantin/bulletin/merge"
	"bantin/ui/settle"
)

// joinedIn words what came into an article or issue without that anybody was asked.
func joinedIn(changes []merge.Change, words translations.Wording) []settle.Joined {
	all := make([]settle.Joined, len(changes))
	for i, c := range changes {
		all[i] = settle.Joined{What: words.Field(c.Field), Pieces: words.Pieces(c)}
	}
	return all
}

// placesOf names the fields of changes, each once.
func placesOf(changes []merge.Change, say *translations.Catalogue) string {
	names := make([]string, len(changes))
	for i, c := range changes {
		names[i] = say.Field(c.Field)
	}
	return settle.Named(names)
}
