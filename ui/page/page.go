// Package page is what every page of the window is handed, and what the window
// asks of a page. Pages live in folders of their own beside this one and know
// each other only by routes. The package knows the desk and the kit of widgets;
// it must not know any particular page, nor Badger.
package page

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/folder"
	"nhipcau/app/printing"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
)

// Host is what the window gives to a page: the desk, the words of the chosen
// language, and the few things that only the window can do. One Host lives as
// long as the window; a page keeps it.
type Host struct {
	Desk   *desk.Desk
	Words  *words.Words
	Window fyne.Window
	// Kit is what the widgets need: timer, runner, words of their own. A page
	// fetches through Kit.Run, off the UI goroutine; in tests it happens at
	// once.
	Kit *kit.Env
	// Writer carries out changes in their order, off the UI goroutine.
	Writer *Writer
	// Go opens a route: the page with its tab and record.
	Go func(Route)
	// Toast shows a sentence at the bottom, with an action where act is not nil.
	Toast func(sentence, action string, act func())
	// Fail tells a person what went wrong, in the language of the window, and
	// writes the cause to the log.
	Fail func(error)
	// Today gives the civil day, handed in so that pictures are repeatable.
	Today func() civil.Date
	// OpenFile shows a file in the system's viewer.
	OpenFile func(path string) error
	// Printing is what can print on this computer; see ui/printing.
	Printing printing.System
	// Shared makes rounds with the exchange folder.
	Shared *folder.Watch
	// Machine is this installation, which the settings show and change.
	Machine Machine
	// PickFile and SaveFile ask for a path; done is not called on cancel. Files
	// can be picked that have one of the extensions, separated by blanks, or with
	// "" any.
	PickFile func(extensions string, done func(path string))
	SaveFile func(name string, done func(path string))
	// PickFolder asks for a folder; done is not called on cancel.
	PickFolder func(done func(path string))
}

// Say is short for the words of the window's language.
func (h *Host) Say(key string, args ...any) string { return h.Words.Say(key, args...) }

// Route names a place in the program: a page, and within it a visit, a tab and
// a record. Empty parts mean "as it was left".
type Route struct {
	Page   string // one of the Page constants
	Visit  string
	Tab    string // one of the Tab constants, on PageVisit
	Record string // the record to select
	File   string // a bundle to look at, on PageExchange
}

// The pages of the rail, and the page of one visit.
const (
	PageOverview   = "overview"
	PageVisits     = "visits"
	PageVisit      = "visit"
	PagePeople     = "people"
	PageLocalities = "localities"
	PageModels     = "models"
	PageFollowUps  = "follow_ups"
	PageExchange   = "exchange"
	PageFolder     = "exchange_folder"
	PageBin        = "bin"
	PageSettings   = "settings"
	PageHelp       = "help"
)

// The tabs of a visit.
const (
	TabInfo      = "info"
	TabPeople    = "people"
	TabTopics    = "topics"
	TabProgramme = "programme"
	TabField     = "field"
	TabFollowUps = "follow_ups"
	TabLogistics = "logistics"
	TabPapers    = "papers"
	TabHistory   = "history"
)

// Page is one page, or one tab of a visit. All methods are called on the UI
// goroutine.
type Page interface {
	// Object is what the window shows. It is asked for once.
	Object() fyne.CanvasObject
	// Update fetches anew what the page shows and publishes it; the window
	// calls it when the page is opened and when a record has changed. It must
	// keep the cursor, the selection and what is being typed.
	Update()
	// Open goes to what the route names within the page.
	Open(Route)
	// Leave commits what is being typed, before another page is shown.
	Leave()
}
