package translations_test

import (
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
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
