package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/ui/habits"
)

// TestTheLanguageAskedForGoesBeforeTheChosenOne, for this run: the choice stays.
func TestTheLanguageAskedForGoesBeforeTheChosenOne(t *testing.T) {
	for _, asked := range translations.Languages() {
		for _, chosen := range translations.Languages() {
			p := habits.Read("")
			p.SetString(keyLanguage, string(chosen))
			w := newWindow(test.NewTempApp(t), p, asked)
			if got := w.say.Language(); got != asked {
				t.Errorf("asked for %s, chosen %s: it speaks %s", asked, chosen, got)
			}
			if p.String(keyLanguage) != string(chosen) {
				t.Errorf("the choice %s became %s", chosen, p.String(keyLanguage))
			}
		}
	}
}
