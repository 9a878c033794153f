package ui

import (
	"encoding/json"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"bantin/assets/translations"
)

// fyneWords are the words that Fyne's own dialogs show, by our keys.
var fyneWords = map[string]string{
	"Cancel": "cancel", "Confirm": "confirm", "Copy": "copy", "Create Folder": "create_folder", "Cut": "cut",
	"Enter filename": "enter_name", "Error": "error", "Favourites": "favourites", "File": "file",
	"Folder": "folder", "New Folder": "new_folder", "No": "no", "OK": "ok", "Open": "open", "Paste": "paste",
	"Quit": "quit", "Redo": "redo", "Save": "save", "Select all": "select_all",
	"Show Hidden Files": "show_hidden", "Undo": "undo", "Yes": "yes", "file.name": "name", "file.parent": "parent",
}

// fyneSpeaks are the languages that Fyne may choose by the system's settings.
var fyneSpeaks = []fyne.Locale{
	"en", "vi", "cs", "de", "el", "es", "fr", "pl", "pt", "pt-BR", "ru", "sv", "ta", "uk", "zh-Hans",
}

// speakFyne makes Fyne's own dialogs speak our language, whatever the system
// speaks: Fyne gives no way to choose, so our words take the place of every
// language that it might choose.
func speakFyne(l translations.Language) {
	plainLocale()
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

// plainLocale names a language where the locale is C with a character set,
// which Fyne cannot read and complains of again and again. Our own words come
// from our own catalogue.
func plainLocale() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		switch l := os.Getenv(name); {
		case strings.HasPrefix(l, "C.") && os.Getenv("LANGUAGE") == "":
			_ = os.Setenv("LANGUAGE", "en") // fails only for names that are none
			return
		case l != "":
			return
		}
	}
}
