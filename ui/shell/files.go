package shell

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"nhipcau/app/fault"
	"nhipcau/ui/theme"
)

// pickFile asks for a file with the extension, such as ".json", or with one of
// several, as ".json .age".
func (s *Shell) pickFile(extension string, done func(string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.fail(fault.New("fault.file_unreadable", "File", extension, err))
		case file != nil:
			_ = file.Close() // only its name is wanted
			done(file.URI().Path())
		}
	}, s.window)
	d.SetFilter(storage.NewExtensionFileFilter(append(strings.Fields(extension), strings.Fields(strings.ToUpper(extension))...)))
	d.SetConfirmText(s.host.Say("shell.open"))
	s.showFiles(d)
}

// pickFolder asks for a folder.
func (s *Shell) pickFolder(done func(string)) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.fail(fault.New("fault.folder_unreadable", err))
		case folder != nil:
			done(filepath.FromSlash(folder.Path()))
		}
	}, s.window)
	d.SetConfirmText(s.host.Say("shell.choose"))
	s.showFiles(d)
}

// saveFile asks where to write a file, and proposes a name.
func (s *Shell) saveFile(name string, done func(string)) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			s.fail(fault.New("fault.file_unwritable", "File", name, err))
		case file != nil:
			path := file.URI().Path()
			_ = file.Close()
			dropEmpty(path)
			done(withExtension(path, filepath.Ext(name)))
		}
	}, s.window)
	d.SetFileName(name)
	s.showFiles(d)
}

// dropEmpty removes the empty file that Fyne makes when a name is chosen: who
// writes it does so in one go, and if that fails no empty file is to stay.
func dropEmpty(path string) {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		_ = os.Remove(path)
	}
}

// withExtension adds the extension to a name from which it was deleted.
func withExtension(path, extension string) string {
	if strings.EqualFold(filepath.Ext(path), extension) {
		return path
	}
	return path + extension
}

// showFiles shows a file dialog nearly as large as the window, which Fyne makes
// too small by itself. Escape closes it, which Fyne does not do either.
func (s *Shell) showFiles(d *dialog.FileDialog) {
	margin := 2 * theme.Size(theme.PageMargin)
	d.Resize(s.window.Canvas().Size().SubtractWidthHeight(margin, margin))
	c := s.window.Canvas()
	before := c.OnTypedKey()
	d.SetOnClosed(func() { c.SetOnTypedKey(before) })
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			d.Hide()
		}
	})
	d.Show()
}
