package shell

import (
	"encoding/json"
	"log/slog"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/words"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// The settings of this machine. They lie in the data folder; those of the look
// lie beside it as well, because the first frame comes before the data.
const (
	setLanguage = "language"
	setTheme    = "theme"
	setTextSize = "text_size"
	setWindow   = "window"
	setRoute    = "route"
)

// modes are the themes by their name in the settings.
var modes = map[string]theme.Mode{
	page.ThemeLight: theme.Light, page.ThemeDark: theme.Dark, page.ThemeSystem: theme.System,
}

// recall reads the look from settings; what is not set or not known is as in
// the beginning. A language that was asked for wins.
func recall(setting func(string) string, asked string) page.Look {
	look := page.Look{Language: setting(setLanguage), Theme: setting(setTheme)}
	if asked != "" {
		look.Language = asked
	}
	if !slices.Contains(words.Languages(), look.Language) {
		look.Language = words.Vietnamese
	}
	if _, ok := modes[look.Theme]; !ok {
		look.Theme = page.ThemeLight
	}
	look.TextSize, _ = strconv.Atoi(setting(setTextSize))
	if !slices.Contains(TextSizes(), look.TextSize) {
		look.TextSize = theme.Percent100
	}
	return look
}

// TextSizes lists the text sizes on offer, in percent.
func TextSizes() []int { return []int{theme.Percent100, theme.Percent125, theme.Percent150} }

func (s *Shell) rememberLook() {
	for name, value := range map[string]string{
		setLanguage: s.look.Language, setTheme: s.look.Theme, setTextSize: strconv.Itoa(s.look.TextSize),
	} {
		s.remember(name, value)
	}
}

// remember keeps a setting in the data folder and for the next first frame.
func (s *Shell) remember(name, value string) {
	s.app.Preferences().SetString(name, value)
	d := s.host.Desk
	if d == nil {
		return
	}
	s.host.Job(func() error { return d.SetSetting(name, value) }, func(err error) {
		if err != nil {
			slog.Warn("setting not kept", "name", name, "error", err)
		}
	})
}

// The size of the window that nobody has changed yet: it fits on a screen of
// 1366×768 with its frame and the bar of the system.
const (
	firstWidth  = 1280
	firstHeight = 680
	leastWidth  = 700
	leastHeight = 480
)

func recallSize(setting func(string) string) fyne.Size {
	w, h, _ := strings.Cut(setting(setWindow), "x")
	width, errW := strconv.ParseFloat(w, 32)
	height, errH := strconv.ParseFloat(h, 32)
	if errW != nil || errH != nil || width < leastWidth || height < leastHeight {
		return fyne.NewSize(firstWidth, firstHeight)
	}
	return fyne.NewSize(float32(width), float32(height))
}

func sizeText(size fyne.Size) string {
	return strconv.Itoa(int(size.Width)) + "x" + strconv.Itoa(int(size.Height))
}

// recallRoute reads where the person was when the window closed.
func recallRoute(setting func(string) string) page.Route {
	var r page.Route
	if err := json.Unmarshal([]byte(setting(setRoute)), &r); err != nil {
		return page.Route{}
	}
	return r
}

func routeText(r page.Route) string {
	r.File = "" // a bundle is looked at once
	text, err := json.Marshal(r)
	if err != nil {
		return ""
	}
	return string(text)
}
