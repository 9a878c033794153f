package merge

import (
	"slices"

	"bantin/bulletin"
)

// fieldStatus is how far an article has come.
const fieldStatus = "status"

// unapproved takes back the approval of a text that nobody has approved: an
// article that one side approved and the other changed has been edited, and no
// more. Approved it stays where a person chose that for this very text, or where
// one of the versions was approved as the whole now reads. That it was published
// is a fact, and stays. A version set aside speaks for nobody.
func unapproved(merged document, live []bulletin.Revision, choices Choices) (document, error) {
	_, chosen := choices[fieldStatus]
	if len(live) < 2 || chosen || merged.text(fieldStatus) != string(bulletin.Approved) {
		return merged, nil
	}
	text, err := canonical(bulletin.SubjectArticle, merged)
	if err != nil {
		return merged, err
	}
	for _, r := range live {
		if r.Reason == bulletin.ReasonAside {
			continue
		}
		one, err := read(r.Document)
		if err != nil {
			return merged, err
		}
		same, err := canonical(bulletin.SubjectArticle, one)
		if err != nil {
			return merged, err
		}
		if slices.Equal(text, same) {
			return merged, nil
		}
	}
	merged.set(fieldStatus, quoted(string(bulletin.Edited)))
	return merged, nil
}

// status3 merges how far an article has come. Of two ways on, the one that does
// not call it approved is shown until somebody chooses.
func status3(j *judge, base, ours, theirs string) string {
	shown := Ours
	if readable(ours) == string(bulletin.Approved) {
		shown = Theirs
	}
	return value3(j, contested{field: fieldStatus, shown: shown}, base, ours, theirs)
}
