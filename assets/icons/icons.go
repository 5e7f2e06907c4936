// Package icons holds the outline icons of the interface: a 24-unit grid, stroke 1.7, one colour.
//
// It must not know Fyne or any colour: the pictures are drawn in currentColor, and ui/theme paints them.
package icons

import "embed"

//go:embed *.svg
var files embed.FS

// Name says which icon; the file carries the same name.
type Name string

// The icons, named after what they stand for rather than after what they look like.
const (
	ArrowDown    Name = "arrow-down"
	ArrowRight   Name = "arrow-right"
	ArrowUp      Name = "arrow-up"
	Bed          Name = "bed"
	Bridge       Name = "bridge"
	Building     Name = "building"
	Bundle       Name = "bundle"
	Calendar     Name = "calendar"
	Car          Name = "car"
	Chart        Name = "chart"
	Check        Name = "check"
	ChevronDown  Name = "chevron-down"
	ChevronLeft  Name = "chevron-left"
	ChevronRight Name = "chevron-right"
	ChevronUp    Name = "chevron-up"
	Clock        Name = "clock"
	Close        Name = "close"
	Copy         Name = "copy"
	Download     Name = "download"
	Edit         Name = "edit"
	Error        Name = "error"
	Exchange     Name = "exchange"
	Eye          Name = "eye"
	EyeOff       Name = "eye-off"
	File         Name = "file"
	Filter       Name = "filter"
	Flag         Name = "flag"
	Folder       Name = "folder"
	Gift         Name = "gift"
	Grip         Name = "grip"
	Help         Name = "help"
	History      Name = "history"
	Home         Name = "home"
	Info         Name = "info"
	Lesson       Name = "lesson"
	Link         Name = "link"
	List         Name = "list"
	Lock         Name = "lock"
	Mail         Name = "mail"
	Meal         Name = "meal"
	Minus        Name = "minus"
	Model        Name = "model"
	Money        Name = "money"
	Moon         Name = "moon"
	More         Name = "more"
	Open         Name = "open"
	Paste        Name = "paste"
	People       Name = "people"
	Person       Name = "person"
	Phone        Name = "phone"
	Pin          Name = "pin"
	Place        Name = "place"
	Plus         Name = "plus"
	Print        Name = "print"
	Redo         Name = "redo"
	Restore      Name = "restore"
	Search       Name = "search"
	Seat         Name = "seat"
	Settings     Name = "settings"
	Shield       Name = "shield"
	SortDown     Name = "sort-down"
	SortUp       Name = "sort-up"
	Sun          Name = "sun"
	Table        Name = "table"
	Task         Name = "task"
	Timeline     Name = "timeline"
	Topic        Name = "topic"
	Trash        Name = "trash"
	Undo         Name = "undo"
	Upload       Name = "upload"
	Visits       Name = "visits"
	Warning      Name = "warning"
	ZoomIn       Name = "zoom-in"
	ZoomOut      Name = "zoom-out"
)

// None asks for no icon.
const None Name = ""

// SVG returns the drawing of the icon in currentColor, or nil when there is no such icon.
func SVG(name Name) []byte {
	data, err := files.ReadFile(string(name) + ".svg")
	if err != nil {
		return nil
	}
	return data
}

// All lists every icon there is, in the order of the names.
func All() []Name {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil
	}
	names := make([]Name, 0, len(entries))
	for _, e := range entries {
		names = append(names, Name(e.Name()[:len(e.Name())-len(".svg")]))
	}
	return names
}
