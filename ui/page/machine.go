package page

// Machine is what belongs to this installation and never travels: where its
// data lies and how its window looks.
type Machine struct {
	// Dir is the data folder, Version that of the program.
	Dir, Version string
	// Look says how the window looks, SetLook changes it at once: all pages are
	// built anew.
	Look    func() Look
	SetLook func(Look)
	// Restore puts the state of a backup in the place of the data and opens
	// them again as at a start; the page that asks is gone then. Nil where that
	// can't be done.
	Restore func(backup string)
}

// Look is how the window looks.
type Look struct {
	// Language is "vi" or "en".
	Language string
	// Theme is one of the Theme constants.
	Theme string
	// TextSize is 100, 125 or 150, in percent.
	TextSize int
}

// The themes of a Look.
const (
	ThemeLight  = "light"
	ThemeDark   = "dark"
	ThemeSystem = "system" // follows the system
)

// Located is a page that can say where within itself the person is, so that the
// window finds back there: the open tab, the record selected.
type Located interface {
	// Here gives the route that leads back.
	Here() Route
}
