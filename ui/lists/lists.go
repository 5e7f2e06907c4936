// Package lists is the dialog “Xuất danh sách…”, which any page that shows a list
// can offer: which list, in which format, and whether what is internal goes with
// it; then it asks for the file and writes it. What a list holds is decided in
// app/lists; the package must not know any page.
package lists

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/printout"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Offer is one list that a page offers.
type Offer struct {
	word    string // the key of its words is "lists.offer_" and this
	ask     lists.Ask
	formats []lists.Format
}

// Of offers a list by its kind, in all its formats.
func Of(kind lists.Kind) Offer {
	form, _ := lists.FormOf(string(kind))
	return Offer{string(kind), lists.Ask{Kind: kind}, form.Formats}
}

// Delegations offers the lists of the two delegations (domain notes, section
// 2.4), those of the side in hand first.
func Delegations(first plan.Side) []Offer {
	rows := []lists.Format{lists.XLSX, lists.CSV}
	variants := map[plan.Side][]lists.Variant{
		plan.Guest: {lists.ForPartner, lists.ForLogistics, lists.ForTickets, lists.ForSigning},
		plan.Host:  {lists.ForMeeting, lists.ForPartner, lists.ForLogistics, lists.ForSigning},
	}
	var out []Offer
	for _, side := range []plan.Side{first, first.Other()} {
		for _, v := range variants[side] {
			o := Offer{string(side) + "_" + strings.ToLower(string(v)), lists.Ask{Kind: lists.Delegation, Side: side, Variant: v}, rows}
			if v == lists.ForPartner {
				o.formats = Of(lists.Delegation).formats
			}
			out = append(out, o)
		}
	}
	return out
}

// Button is the button of a page that opens the dialog. visit names the visit
// that is shown, "" for the whole desk; offers are asked for when it is pressed.
func Button(h *page.Host, visit func() string, offers func() []Offer) *kit.Button {
	return kit.NewIconButton(kit.Secondary, icons.Table, h.Say("lists.export"), func() { Show(h, visit(), offers()...) }).
		WithTip(h.Say("lists.export_tip"))
}

// roomyScale is up to which text size there is room for the word of the button
// beside three others, in a window of the least width.
const roomyScale = 1.25

// Word is the word of a button that stands beside several others: none where the
// text is large.
func Word(word string) string {
	if theme.Scale() > roomyScale {
		return ""
	}
	return word
}

// Office is Button for lists of the whole desk.
func Office(h *page.Host, kinds ...lists.Kind) *kit.Button {
	return Button(h, func() string { return "" }, func() []Offer { return ofKinds(kinds) })
}

// OfVisit is Button for lists of the visit that is shown.
func OfVisit(h *page.Host, visit func() string, kinds ...lists.Kind) *kit.Button {
	return Button(h, visit, func() []Offer { return ofKinds(kinds) })
}

func ofKinds(kinds []lists.Kind) []Offer {
	var out []Offer
	for _, k := range kinds {
		out = append(out, Of(k))
	}
	return out
}

// Calendar asks where to write the calendar of one attendee.
func Calendar(h *page.Host, visit, attendee string) {
	write(h, visit, lists.Ask{Kind: lists.Programme, Person: attendee}, lists.ICS)
}

// chooser is the dialog.
type chooser struct {
	host     *page.Host
	visit    string
	offers   []Offer
	list     *kit.Select
	format   *kit.Select
	internal *kit.CheckBox
	note     *kit.Paragraph
	body     *fyne.Container
}

// Show asks which list is wanted and how, then where.
func Show(h *page.Host, visit string, offers ...Offer) {
	c := &chooser{host: h, visit: visit, offers: offers}
	var choices []kit.Choice
	for _, o := range offers {
		choices = append(choices, kit.Choice{ID: o.word, Title: h.Say("lists.offer_" + o.word)})
	}
	c.list = kit.NewSelect(h.Kit, h.Say("lists.which"), choices)
	c.list.SetValue(offers[0].word)
	c.list.OnCommit = func(string) { c.follow() }
	c.list.Hidden = len(offers) == 1
	c.format = kit.NewSelect(h.Kit, h.Say("lists.format"), nil)
	c.format.OnCommit = func(string) { c.follow() }
	c.internal = kit.NewCheckBox(h.Say("lists.internal"), func(bool) { c.follow() })
	c.note = kit.NewParagraph(kit.RoleCaption, "")
	c.body = kit.VBox(theme.Gap12, c.list, c.format, c.internal, c.note)
	c.follow()
	title := h.Say("lists.title")
	if len(offers) == 1 {
		title = h.Say("lists.offer_" + offers[0].word)
	}
	kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title: title, Content: c.body,
		Cancel:  kit.Action{Label: h.Say("lists.cancel")},
		Primary: kit.Action{Label: h.Say("lists.where"), Do: c.accept},
	})
}

func (c *chooser) offer() Offer {
	for _, o := range c.offers {
		if o.word == c.list.Value() {
			return o
		}
	}
	return c.offers[0]
}

// follow offers the formats of the list that is chosen, and says what goes with
// it.
func (c *chooser) follow() {
	h, o := c.host, c.offer()
	was, kept := c.format.Value(), false
	var choices []kit.Choice
	for _, f := range o.formats {
		choices = append(choices, kit.Choice{ID: string(f), Title: h.Say("lists.format_" + string(f))})
		kept = kept || string(f) == was
	}
	c.format.SetOptions(choices)
	if !kept {
		was = string(o.formats[0])
	}
	c.format.SetValue(was)
	c.internal.Hidden = !c.choosable()
	c.note.SetText(h.Say("lists.note_" + c.what()))
	c.body.Refresh()
}

// choosable says whether the list differs with what is internal.
func (c *chooser) choosable() bool {
	switch c.offer().ask.Kind {
	case lists.Programme, lists.FieldVisits, lists.Models, lists.Vehicles, lists.People:
		return true
	case lists.Delegation:
		return lists.Format(c.format.Value()) == lists.VCF
	}
	return false
}

// what says what goes with the list: nothing internal, internal items, or data of
// people, which are noted.
func (c *chooser) what() string {
	switch ask := c.ask(); {
	case !ask.Internal:
		return "public"
	case ask.Kind == lists.Programme:
		return "internal"
	default:
		return "personal"
	}
}

func (c *chooser) ask() lists.Ask {
	ask := c.offer().ask
	ask.Internal = ask.Variant.Internal() || c.choosable() && c.internal.Checked()
	return ask
}

func (c *chooser) accept() bool {
	write(c.host, c.visit, c.ask(), lists.Format(c.format.Value()))
	return true
}

// write asks for the file and writes the list into it, beside changes.
func write(h *page.Host, visit string, ask lists.Ask, format lists.Format) {
	name, err := h.Desk.ListName(visit, ask, format)
	if err != nil {
		h.Fail(err)
		return
	}
	h.SaveFile(name, func(path string) {
		var done desk.WrittenList
		var err error
		h.Kit.Run(context.Background(), func(context.Context) {
			done, err = h.Desk.WriteList(visit, ask, path, printout.Creator(h.Machine.Version))
		}, func() { written(h, done, path, err) })
	})
}

func written(h *page.Host, done desk.WrittenList, path string, err error) {
	if err != nil {
		h.Fail(err)
		return
	}
	h.Toast(sentence(h, done), h.Say("lists.open"), func() {
		if err := h.OpenFile(path); err != nil {
			h.Fail(err)
		}
	})
}

func sentence(h *page.Host, done desk.WrittenList) string {
	text := h.Say("lists.written", "File", filepath.Base(done.File), "Count", done.Rows)
	switch {
	case done.Undated > 0:
		text += " " + h.Say("lists.undated", "Count", done.Undated)
	case done.Cut > 0:
		text += " " + h.Say("lists.cut", "Count", done.Cut)
	}
	return text
}
