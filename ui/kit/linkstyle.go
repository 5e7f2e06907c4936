package kit

import "fyne.io/fyne/v2"

// In gives the link another colour than accent, as where it leads to something that is missing, and returns it.
func (l *Link) In(token fyne.ThemeColorName) *Link {
	l.tint = token
	l.Refresh()
	return l
}

// Small sets the link in caption size, as where it stands in a line of captions, and returns it.
func (l *Link) Small() *Link {
	l.role = RoleCaption
	l.Refresh()
	return l
}
