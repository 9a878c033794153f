package ui

import (
	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/settle"
)

// joinedIn words what came into an article or issue without that anybody was asked.
func joinedIn(changes []merge.Change, words translations.Wording) []settle.Joined {
	all := make([]settle.Joined, len(changes))
	for i, c := range changes {
		all[i] = settle.Joined{What: words.Field(c.Field), Pieces: words.Pieces(c), Both: c.Both}
	}
	return all
}

// saidOfJoined says what came into articles besides what is to be settled.
func saidOfJoined(say *translations.Catalogue, changes []merge.Change) (lines []string) {
	theirs, both := merge.OfBoth(changes)
	add := func(key string, some []merge.Change) {
		if len(some) > 0 {
			lines = append(lines, say.Say(key, bulletin.Args{"n": len(some), "fields": placesOf(some, say)}))
		}
	}
	add("desk.receive.joined", theirs)
	add("desk.receive.joined_both", both)
	return lines
}

// placesOf names the fields of changes, each once.
func placesOf(changes []merge.Change, say *translations.Catalogue) string {
	names := make([]string, len(changes))
	for i, c := range changes {
		names[i] = say.Field(c.Field)
	}
	return settle.Named(names)
}
