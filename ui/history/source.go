package history

import (
	"fmt"
	"reflect"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/desk"
)

// Source is the versions that a Pane shows, newest first.
type Source struct {
	Steps []desk.Step

	// about is what is said of a version beside who saved it when and why.
	about func(i int) string
	// as is the version that one restored, none where it is not there.
	as func(i int) (older int, ok bool)
	// changes are what changed from one version to a newer one; first says that
	// there was nothing before.
	changes func(newer, older int) (changes []desk.Change, first bool)
}

// parent stands for the version that another was made from.
const parent = -1

// Article is the versions of an article.
func Article(say *translations.Catalogue, versions []desk.ArticleVersion) Source {
	name := func(what, value string) string {
		if key := what + "." + value; say.Has(key) {
			return say.Say(key, nil)
		}
		return value
	}
	return source(versions, func(before, after bulletin.Article) []desk.Change { return desk.Difference(before, after, name) },
		func(v desk.ArticleVersion) string {
			words := v.Text.Words()
			about := say.Say("desk.words", bulletin.Args{"n": words})
			if v.Before != nil {
				about += signed(words - v.Before.Words())
			}
			return about
		})
}

// Issue is the versions of an issue; headline gives what its stories are called.
func Issue(say *translations.Catalogue, versions []desk.IssueVersion, headline func(bulletin.ID) string) Source {
	words := desk.IssueWords{Say: say.Say, Has: say.Has, Headline: headline}
	return source(versions, words.Difference, func(v desk.IssueVersion) string {
		stories := len(v.Text.Slots)
		about := say.Say("desk.history.stories", bulletin.Args{"n": stories})
		if v.Before != nil {
			about += signed(stories - len(v.Before.Slots))
		}
		return about
	})
}

func source[T any](versions []desk.Version[T], difference func(before, after T) []desk.Change, about func(desk.Version[T]) string) Source {
	s := Source{about: func(i int) string { return about(versions[i]) }}
	for _, v := range versions {
		s.Steps = append(s.Steps, v.Step)
	}
	s.as = func(i int) (int, bool) {
		for older := i + 1; older < len(versions) && versions[i].Reason == bulletin.ReasonRestore; older++ {
			if !versions[older].Deleted && reflect.DeepEqual(versions[older].Text, versions[i].Text) {
				return older, true
			}
		}
		return 0, false
	}
	s.changes = func(newer, older int) ([]desk.Change, bool) {
		before := versions[newer].Before
		if older != parent {
			before = &versions[older].Text
		}
		if before == nil {
			var nothing T
			return difference(nothing, versions[newer].Text), true
		}
		return difference(*before, versions[newer].Text), false
	}
	return s
}

// signed is how much more or less something became, "" where it did not.
func signed(n int) string {
	switch {
	case n < 0:
		return fmt.Sprintf(" (−%d)", -n)
	case n > 0:
		return fmt.Sprintf(" (+%d)", n)
	}
	return ""
}
