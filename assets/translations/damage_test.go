package translations_test

import (
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/merge"
)

func TestDamageOfWhatHasNoName(t *testing.T) {
	c := translations.For(translations.Vietnamese)
	for want, facts := range map[string]bulletin.Args{
		"Tệp còn nhắc đến “Lễ hội làng”, nhưng không còn bản nào của nội dung ấy. Hãy tìm trong bản sao lưu gần nhất.":                 {"headline": "Lễ hội làng"},
		"Tệp còn nhắc đến một bài chưa rõ tít (mã 3fk2), nhưng không còn bản nào của nội dung ấy. Hãy tìm trong bản sao lưu gần nhất.": {"headline": "3fk2", "id": "3fk2"},
	} {
		if got := c.Damage("text_missing", facts); got != want {
			t.Errorf("%s", got)
		}
	}
	for _, kind := range []string{"revision", "revision_missing", "text_missing"} {
		for _, language := range translations.Languages() {
			if key := "damage." + kind + "_unnamed"; !translations.For(language).Has(key) {
				t.Errorf("%s has no %s", language, key)
			}
		}
	}
}

// TestDamageIsSaidOfWhatItIs: an issue is called an issue, a photo by the story
// that shows it, and nobody is sent to Settings for a note of the program's own.
func TestDamageIsSaidOfWhatItIs(t *testing.T) {
	for _, l := range translations.Languages() {
		c := translations.For(l)
		article := c.Damage("revision", bulletin.Args{"headline": "Số 12", "time": "9:00", "subject": bulletin.SubjectArticle})
		issue := c.Damage("revision", bulletin.Args{"headline": "Số 12", "time": "9:00", "subject": bulletin.SubjectIssue})
		if issue == article || c.Damage("revision", bulletin.Args{"headline": "Số 12", "time": "9:00"}) != article {
			t.Errorf("%s: %q, %q", l, article, issue)
		}
		if said := c.Damage("photo_original", bulletin.Args{"photo": "a.jpg", "story": "Lễ hội làng"}); !strings.Contains(said, "Lễ hội làng") || !strings.Contains(said, "a.jpg") {
			t.Errorf("%s: %q", l, said)
		}
		if c.Damage("setting", bulletin.Args{"name": "index", "own": true}) == c.Damage("setting", bulletin.Args{"name": "index", "own": false}) {
			t.Errorf("%s: a note of the program's own is a setting", l)
		}
	}
}

// TestWhatIsContestedHasAName: the field is said as people call it, with what
// is typed behind it on the command line alone.
func TestWhatIsContestedHasAName(t *testing.T) {
	for _, l := range translations.Languages() {
		c := translations.For(l)
		err := bulletin.NewTrouble("conflicts_open", bulletin.Args{"n": 2, "field": merge.Contested("body#2")}, nil)
		if said := c.Explain(err); !strings.Contains(said, c.Field("body")+" (body#2)") {
			t.Errorf("%s: %q", l, said)
		}
		if said := c.InWindow().Explain(err); !strings.Contains(said, c.Field("body")) || strings.Contains(said, "body#2") {
			t.Errorf("%s: %q", l, said)
		}
	}
}
