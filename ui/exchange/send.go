package exchange

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// send is the section that writes bundles.
type send struct {
	host   *page.Host
	object fyne.CanvasObject
	body   *fyne.Container
	empty  fyne.CanvasObject
	form   fyne.CanvasObject
	visits *kit.Select
	act    *kit.Button
	all    *kit.Button
	kept   *kit.Paragraph
	files  *attached
	out    outgoing
}

// outgoing is what a bundle of the chosen visit would be.
type outgoing struct {
	visits   []kit.Choice
	visit    string
	name     string // of the file
	allName  string // of the file with everything
	records  int
	withheld string // the fields that stay, in words
	whole    string // the kinds of record that stay, in words
	files    fileSum
}

// newSend makes the section; chosen hears that another visit was chosen.
func newSend(h *page.Host, chosen func()) *send {
	s := &send{host: h, kept: kit.NewParagraph(kit.RoleCaption, "").In(theme.Text2)}
	s.visits = kit.NewSelect(h.Kit, h.Words.Kind(plan.KindVisit), nil)
	s.visits.OnCommit = func(string) { chosen() }
	s.act = kit.NewIconButton(kit.Secondary, icons.Upload, h.Say("exchange.export"), s.exportVisit)
	s.act.WithTip(h.Say("exchange.export_tip"))
	s.all = kit.NewButton(kit.Quiet, h.Say("exchange.export_all"), s.exportAll)
	s.empty = kit.EmptyState(h.Say("exchange.send_empty"),
		kit.NewButton(kit.Secondary, h.Say("exchange.to_visits"), func() {
			h.Go(page.Route{Page: page.PageVisits, Record: page.RecordNew})
		}), nil)
	act := kit.VBox(theme.Gap0, kit.Spacer(), s.act)
	line := kit.HBoxFill(theme.Gap8, kit.GrowBy(3, s.visits), act, kit.GrowBy(1, kit.Spacer()))
	s.files = newAttached(h)
	s.form = kit.VBox(theme.Gap8, line, s.files.object, s.kept)
	s.body = kit.VBox(theme.Gap8, s.empty)
	s.object = kit.Section(kit.SectionHead(h.Say("exchange.send"), nil, s.all), kit.Gap(theme.Gap8), s.body)
	return s
}

func (s *send) visit() string { return s.visits.Value() }

// choose chooses a visit, as when the page was opened from it.
func (s *send) choose(visit string) {
	s.visits.SetValue(visit)
}

// fetchSend says what a bundle of the visit would hold. Without one, the visit
// that was dated last is proposed.
func fetchSend(h *page.Host, visit string) (outgoing, error) {
	out := outgoing{visits: visitChoices(h), visit: visit, whole: wholeKinds(h)}
	out.allName = bundle.FileName(officePlace(h), h.Today(), 1)
	if !slices.ContainsFunc(out.visits, func(c kit.Choice) bool { return c.ID == visit }) {
		out.visit = ""
		if len(out.visits) > 0 {
			out.visit = out.visits[0].ID
		}
	}
	if out.visit == "" {
		return out, nil
	}
	b, err := h.Desk.Export(desk.Scope{Visit: out.visit})
	if err != nil {
		return out, err
	}
	v, _ := desk.Get[*plan.Visit](h.Desk, out.visit)
	out.name = fileName(h, v, b.Seq)
	out.allName = bundle.FileName(officePlace(h), h.Today(), b.Seq)
	out.records, out.withheld = len(b.Records), withheld(h, b.Redacted)
	out.files = sumFiles(h.Desk, b)
	return out, nil
}

// visitChoices lists the visits, the latest first.
func visitChoices(h *page.Host) []kit.Choice {
	visits := desk.All[*plan.Visit](h.Desk)
	slices.SortStableFunc(visits, func(a, b *plan.Visit) int {
		return strings.Compare(string(b.When.From), string(a.When.From))
	})
	out := make([]kit.Choice, len(visits))
	for i, v := range visits {
		out[i] = kit.Choice{ID: v.ID, Title: v.Title, Detail: vietnamese.DateRange(v.When.From, v.When.To)}
	}
	return out
}

// fileName names the file by who writes it, since that is what tells the
// receiver's files apart, and by the day of the visit.
func fileName(h *page.Host, v *plan.Visit, seq int) string {
	day := h.Today()
	if v != nil && v.When.From != "" {
		day = v.When.From
	}
	return bundle.FileName(officePlace(h), day, seq)
}

func officePlace(h *page.Host) string {
	office := h.Desk.Office()
	if office == nil {
		return ""
	}
	place, _ := h.Desk.Locality(office.Locality, h.Today())
	return place.Name
}

// withheld puts names such as "attendee.phone" into words, each once.
func withheld(h *page.Host, names []string) string {
	var out []string
	for _, name := range names {
		kind, field, _ := strings.Cut(name, ".")
		if word := lower(h.Words.Field(plan.Kind(kind), field)); !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return strings.Join(out, ", ")
}

// wholeKinds names the kinds of which no record leaves.
func wholeKinds(h *page.Host) string {
	var out []string
	for _, d := range plan.Declarations() {
		if d.Class != plan.Public {
			out = append(out, lower(h.Words.Kind(d.Kind)))
		}
	}
	return strings.Join(out, ", ")
}

func (s *send) show(out outgoing) {
	s.out = out
	s.visits.SetOptions(out.visits)
	s.visits.SetValue(out.visit)
	s.body.Objects = []fyne.CanvasObject{s.form}
	if len(out.visits) == 0 {
		s.body.Objects = []fyne.CanvasObject{s.empty}
	}
	h := s.host
	key := "exchange.stays"
	if out.withheld == "" {
		key = "exchange.stays_none"
	}
	s.kept.SetText(h.Say(key, "Fields", out.withheld, "Kinds", out.whole, "Count", out.records))
	s.files.show(out.files)
	s.body.Refresh()
}

func (s *send) exportVisit() {
	kit.Flush(s.host.Window.Canvas())
	scope := desk.Scope{Visit: s.visit()}
	if scope.Visit == "" {
		s.visits.Focus()
		return
	}
	withFiles := s.files.asked()
	s.host.SaveFile(s.files.name(s.out.name), func(path string) { s.export(scope, withFiles, path) })
}

// exportAll asks first, since what is inside must not leave the office.
func (s *send) exportAll() {
	h := s.host
	kit.Confirm(h.Kit, h.Window, h.Say("exchange.all_title"), h.Say("exchange.all_text"), h.Say("exchange.cancel"),
		h.Say("exchange.all_act"), false, func() {
			h.SaveFile(s.out.allName, func(path string) { s.export(desk.Scope{All: true}, false, path) })
		})
}

func (s *send) export(scope desk.Scope, withFiles bool, path string) {
	h := s.host
	count := 0
	h.Job(func() (err error) {
		count, err = write(h.Desk, scope, withFiles, path)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		key := "exchange.written"
		if scope.All {
			key = "exchange.written_all"
		}
		h.Toast(h.Say(key, "File", filepath.Base(path), "Count", count), "", nil)
	})
}

// write writes a bundle to a file and notes it as sent. It says how many records
// are inside.
func write(d *desk.Desk, scope desk.Scope, withFiles bool, path string) (records int, err error) {
	if d.Office() == nil {
		return 0, fault.New("fault.no_office")
	}
	b, err := d.Export(scope)
	if err != nil {
		return 0, err
	}
	if withFiles {
		if _, err := d.AddFiles(b); err != nil {
			return 0, err
		}
	}
	if err := files.Write(path, func(w io.Writer) error { return writeBundle(d, w, b) }); err != nil {
		return 0, err
	}
	return len(b.Records), d.Sent(b, filepath.Base(path))
}
