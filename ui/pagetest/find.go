package pagetest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
)

// Labelled is a field that can be found by the label above it.
type Labelled interface {
	Label() string
	Text() string
	Message() string
	Commit()
	Focus()
}

// Press presses the button with the word, wherever it stands in the window.
func (f *Fixture) Press(word string) {
	f.t.Helper()
	for _, o := range f.objects() {
		if b, ok := o.(*kit.Button); ok && b.Text() == word {
			test.Tap(b)
			return
		}
	}
	f.t.Fatalf("there is no button %q", word)
}

// Field finds the field with the label.
func (f *Fixture) Field(label string) Labelled {
	f.t.Helper()
	for _, o := range f.objects() {
		if field, ok := o.(Labelled); ok && field.Label() == label {
			return field
		}
	}
	f.t.Fatalf("there is no field %q", label)
	return nil
}

// Fill puts the cursor into the field with the label, types, and leaves.
func (f *Fixture) Fill(label, text string) {
	f.t.Helper()
	f.Field(label).Focus()
	f.Type(text)
	f.Window.Canvas().Unfocus()
}

// objects lists what stands in the window, that of a dialog first.
func (f *Fixture) objects() []fyne.CanvasObject {
	c := f.Window.Canvas()
	var out []fyne.CanvasObject
	for _, overlay := range c.Overlays().List() {
		out = append(out, test.LaidOutObjects(overlay)...)
	}
	return append(out, test.LaidOutObjects(c.Content())...)
}

// Texts lists what stands in the window, as far as it is words of ours.
func (f *Fixture) Texts() []string {
	var out []string
	for _, o := range f.objects() {
		if said, ok := o.(interface{ Text() string }); ok && o.Visible() {
			out = append(out, said.Text())
		}
	}
	return out
}
