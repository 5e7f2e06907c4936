package files

import (
	"os"
	"path/filepath"
	"strconv"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
)

// Add attaches files to a record, each a step of undo of its own, and says so.
// At the first that can't be attached it ends.
func Add(h *page.Host, of string, paths ...string) {
	var added []*plan.Attachment
	h.Job(func() error {
		for _, path := range paths {
			one, err := h.Desk.AttachPath(of, path)
			if err != nil {
				return err
			}
			added = append(added, one)
		}
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			h.Fail(err)
		case len(added) == 1:
			h.ToastUndo(h.Say("files.added", "Name", added[0].Name))
		default:
			h.Toast(h.Say("files.added_many", "Count", len(added)), "", nil)
		}
	})
}

// openCopy hands a copy to the program that the system keeps for such files; no
// shell reads its name. It can't be written over, so that nobody works in a copy
// that is swept a day later.
func openCopy(h *page.Host, id, name string) {
	path, err := h.PassOn(name)
	if err != nil {
		h.Fail(err)
		return
	}
	h.Job(func() error {
		if err := h.Desk.SaveAttachment(id, path); err != nil {
			return err
		}
		return os.Chmod(path, 0o400)
	}, func(err error) {
		if err == nil {
			err = h.OpenFile(path)
		}
		if err != nil {
			h.Fail(err)
		}
	})
}

// saveAs asks where to write a file, and offers to open what can be opened.
func saveAs(h *page.Host, id, name string) {
	h.SaveFile(name, func(path string) {
		h.Job(func() error { return h.Desk.SaveAttachment(id, path) }, func(err error) {
			switch {
			case err != nil:
				h.Fail(err)
			case desk.Opens(path):
				h.Toast(h.Say("files.saved_to", "File", filepath.Base(path)), h.Say("files.open"), func() {
					if err := h.OpenFile(path); err != nil {
						h.Fail(err)
					}
				})
			default:
				h.Toast(h.Say("files.saved_to", "File", filepath.Base(path)), "", nil)
			}
		})
	})
}

// Size gives a number of bytes in KB or, from one on, in MB with a decimal.
func Size(h *page.Host, bytes int64) string {
	const kb, mb = 1 << 10, 1 << 20
	if bytes < mb {
		return h.Say("files.size_kb", "Size", (bytes+kb-1)/kb)
	}
	tenths := (bytes*10 + mb/2) / mb
	figure := strconv.FormatInt(tenths/10, 10)
	if rest := tenths % 10; rest > 0 {
		figure += "." + strconv.FormatInt(rest, 10)
	}
	return h.Say("files.size_mb", "Size", h.Words.Number(figure))
}
