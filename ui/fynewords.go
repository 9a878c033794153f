package ui

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"bantin/assets/translations"
	_ "bantin/ui/locale" // before Fyne looks at the environment
)

// fyneWords are the words that Fyne's own widgets show, by our keys.
var fyneWords = map[string]string{
	"Cancel": "cancel", "Copy": "copy", "Cut": "cut", "Paste": "paste", "Quit": "quit", "Redo": "redo",
	"Save": "save", "Select all": "select_all", "Undo": "undo",
}

// fyneSpeaks are the languages that Fyne may choose by the system's settings.
var fyneSpeaks = []fyne.Locale{
	"en", "vi", "cs", "de", "el", "es", "fr", "pl", "pt", "pt-BR", "ru", "sv", "ta", "uk", "zh-Hans",
}

// speakFyne makes Fyne's own widgets speak our language, whatever the system
// speaks: Fyne gives no way to choose, so our words take the place of every
// language that it might choose.
func speakFyne(l translations.Language) {
	say := translations.For(l)
	spoken := map[string]string{}
	for theirs, ours := range fyneWords {
		spoken[theirs] = say.Say("desk.fyne."+ours, nil)
	}
	raw, err := json.Marshal(spoken)
	if err != nil {
		return
	}
	for _, locale := range fyneSpeaks {
		if err := lang.AddTranslationsForLocale(raw, locale); err != nil {
			fyne.LogError("give Fyne its words", err)
		}
	}
}
