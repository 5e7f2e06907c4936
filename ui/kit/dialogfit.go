package kit

// Relayout fits the dialog to its content after that has grown or shrunk, as where a warning came in.
func (d *Dialog) Relayout() {
	if d.open {
		d.shell.layer.Content().Refresh()
	}
}
