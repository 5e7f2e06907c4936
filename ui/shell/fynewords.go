package shell

import (
	"log/slog"

	"fyne.io/fyne/v2/lang"

	toolkit "nhipcau/assets/translations/fyne"
)

// wordFyne gives Fyne's own dialogs and menus the words of a language. Fyne
// always speaks the language of the system, so the words are registered under
// that one as well.
func wordFyne(language string) {
	data, err := toolkit.Files.ReadFile(language + ".json")
	if err != nil {
		slog.Warn("no words for the toolkit", "language", language)
		return
	}
	system := lang.SystemLocale()
	err = lang.AddTranslationsForLocale(data, system)
	if err != nil {
		slog.Warn("words of the toolkit not taken", "locale", system.String(), "error", err)
	}
}
