package shell

import "fyne.io/fyne/v2"

// Drop lets files fall on the window, which the test driver can't.
func Drop(s *Shell, files []fyne.URI) { s.dropped(files) }
