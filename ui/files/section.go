// Package files shows what is attached to a record, and lets a person add, open,
// save and remove it. It stands on the tab Thông tin of a visit and below the
// form of a record; it must not know which page that is, nor where files lie.
package files

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Section is the list of what is attached to one record; of a visit, also to all
// that belongs to it.
type Section struct {
	// OnSize hears that the section has become longer or shorter.
	OnSize func()

	host   *page.Host
	narrow bool
	of     string
	asked  string // the attachment to go to, once it is there
	turn   int
	count  *kit.Text
	hint   *kit.Paragraph
	list   *fyne.Container
	rows   []*row
	object *fyne.Container
}

// attached is what the section shows of one attachment.
type attached struct {
	record *plan.Attachment
	state  desk.FileState
	detail string
}

// NewSection makes the section; Show fills it.
func NewSection(h *page.Host) *Section { return newSection(h, false) }

// Beside makes a narrow section for the record that a form shows. There is none
// for a draft that is not kept yet.
func Beside(h *page.Host, f *form.Form) *Section {
	s := newSection(h, true)
	f.OnShow(func(plan.Record) {
		id := ""
		if r := f.Record(); r != nil {
			if _, kept := h.Desk.Record(r.Meta().ID); kept {
				id = r.Meta().ID
			}
		}
		s.Show(id)
	})
	return s
}

// newSection makes a section, a narrow one for a panel at the side, which says
// less of each file.
func newSection(h *page.Host, narrow bool) *Section {
	s := &Section{host: h, narrow: narrow, list: kit.VBox(theme.Gap0), count: kit.NewWord(kit.RoleCaption, "")}
	s.hint = kit.NewParagraph(kit.RoleCaption, "").In(theme.Text2)
	word := h.Say("files.add")
	if narrow {
		word = h.Say("files.add_short")
	}
	add := kit.NewIconButton(kit.Quiet, icons.Plus, word, s.pick)
	add.WithTip(h.Say("files.add_tip", "Limit", desk.MaxAttachment>>20))
	var beside fyne.CanvasObject
	if !narrow {
		beside = s.count
	}
	s.object = kit.VBox(theme.Gap0, kit.Section(
		kit.SectionHead(h.Say("files.title"), beside, add), kit.Gap(theme.Gap4), s.hint, s.list))
	s.object.Hide()
	return s
}

// Object is what stands on the page.
func (s *Section) Object() fyne.CanvasObject { return s.object }

// Show lists what is attached to the record with the id; "" hides the section.
func (s *Section) Show(of string) {
	if of != s.of {
		s.of = of
		s.put(nil) // nothing of another record may be clicked
	}
	s.object.Hidden = of == ""
	s.turn++
	if of == "" {
		return
	}
	turn := s.turn
	var all []attached
	s.host.Kit.Run(context.Background(), func(context.Context) { all = s.fetch(of) }, func() {
		if turn == s.turn {
			s.put(all)
		}
	})
}

// fetch reads what is attached. It is called away from the UI goroutine.
func (s *Section) fetch(of string) []attached {
	h := s.host
	var out []attached
	names := tell.New(h.Desk, h.Words)
	for _, one := range h.Desk.AttachmentsOf(of) {
		a := attached{record: one, state: h.Desk.FileStateOf(one)}
		author, at := h.Desk.AttachedBy(one.ID)
		a.detail = h.Say("files.detail", "Size", Size(h, one.Size), "Who", author, "When", tell.Moment(at))
		if author == "" || s.narrow {
			a.detail = h.Say("files.detail_bare", "Size", Size(h, one.Size), "When", tell.Moment(at))
		}
		if one.Of != of {
			it, _ := h.Desk.Record(one.Of)
			a.detail += " " + h.Say("files.belongs", "Kind", h.Words.Kind(plan.Kind(it.Kind)), "Name", names.Name(one.Of))
		}
		out = append(out, a)
	}
	return out
}

// put shows the list. A row that is there already stays, with the keyboard if it
// has it.
func (s *Section) put(all []attached) {
	old := s.rows
	s.rows, s.list.Objects = nil, nil
	for _, a := range all {
		i := slices.IndexFunc(old, func(r *row) bool { return r.now.record.ID == a.record.ID })
		r := (*row)(nil)
		if i >= 0 {
			r = old[i]
		} else {
			r = newRow(s.host, s.narrow)
		}
		r.show(a)
		s.rows = append(s.rows, r)
		s.list.Objects = append(s.list.Objects, r.object)
	}
	s.say(all)
	s.object.Refresh()
	if s.OnSize != nil {
		s.OnSize()
	}
	if i := slices.IndexFunc(s.rows, func(r *row) bool { return r.now.record.ID == s.asked }); i >= 0 {
		s.asked = ""
		s.host.Window.Canvas().Focus(s.rows[i].line)
	}
}

// Ask gives the keyboard to an attachment as soon as it is shown; any other id
// asks for nothing.
func (s *Section) Ask(id string) { s.asked = id }

// say fills the words around the list.
func (s *Section) say(all []attached) {
	h := s.host
	s.count.SetText("")
	s.hint.Hidden = len(all) > 0
	s.hint.SetText(h.Say("files.empty"))
	if s.narrow {
		s.hint.SetText(h.Say("files.empty_short"))
	}
	if len(all) == 0 {
		return
	}
	var size int64
	missing := 0
	for _, a := range all {
		size += a.record.Size
		if a.state == desk.FileMissing {
			missing++
		}
	}
	s.count.SetText(h.Say("files.count", "Count", len(all), "Size", Size(h, size)))
	if missing > 0 {
		s.hint.Hidden = false
		s.hint.SetText(h.Say("files.some_missing", "Count", missing))
	}
}

// pick asks for a file and attaches it.
func (s *Section) pick() {
	of := s.of
	s.host.PickFile("", func(path string) { Add(s.host, of, path) })
}
