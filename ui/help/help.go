// Package help is the page that explains the others: what each is for, the
// keys, and how to type Vietnamese. All of it stands in the words; the package
// must not know any other page.
package help

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// topics lists what is explained, in order. A topic is the name of a page, or
// "visit_" and the name of a tab, or a subject of its own.
var topics = []string{
	topicKeys, topicTyping,
	page.PageOverview, page.PageVisits, page.PageVisit,
	page.PageVisit + "_" + page.TabPeople, page.PageVisit + "_" + page.TabTopics, page.PageVisit + "_" + page.TabProgramme,
	page.PageVisit + "_" + page.TabField, page.PageVisit + "_" + page.TabFollowUps, page.PageVisit + "_" + page.TabPapers,
	page.PagePeople, page.PageLocalities, page.PageModels, page.PageFollowUps, page.PageExchange, page.PageBin, page.PageSettings,
}

// The subjects that belong to no page.
const (
	topicKeys   = "keys"
	topicTyping = "typing"
)

// Topics lists what is explained, in order.
func Topics() []string { return slices.Clone(topics) }

type help struct {
	host   *page.Host
	object fyne.CanvasObject
	list   *kit.Grid[string]
	scroll *fyne.Container
	topic  string
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &help{host: h, scroll: kit.VBox(theme.Gap0)}
	p.list = kit.NewGrid(
		h.Kit, func(id string) string { return id },
		kit.Column[string]{ID: "title", Title: h.Say("help.topics"), Grow: true, Text: func(id string) string { return h.Say("help." + id + ".title") }},
	)
	p.list.OnSelect = p.show
	p.list.SetTypeColumn("title")
	p.list.HideHead()
	p.list.SetRows(topics)
	body := kit.Columns(theme.PageMargin, []float32{1, 3}, p.list, p.scroll)
	p.object = kit.Page(kit.PageHead(h.Say("shell.page_help"), nil), body)
	p.show(topicKeys)
	return p
}

// Object implements page.Page.
func (p *help) Object() fyne.CanvasObject { return p.object }

// Update implements page.Page: help does not change.
func (p *help) Update() {}

// Leave implements page.Page.
func (p *help) Leave() {}

// Open implements page.Page: the record names the topic. A tab without a topic
// of its own is explained with its visit.
func (p *help) Open(r page.Route) {
	topic := r.Record
	if !p.host.Words.Has("help."+topic+".title") && strings.HasPrefix(topic, page.PageVisit+"_") {
		topic = page.PageVisit
	}
	if p.host.Words.Has("help." + topic + ".title") {
		p.show(topic)
	}
	p.list.Focus()
}

// Here implements page.Located.
func (p *help) Here() page.Route { return page.Route{Page: page.PageHelp, Record: p.topic} }

// show explains one topic: its paragraphs, each of which is one line in the
// words. A line "key | what it does" becomes a row of two columns.
func (p *help) show(topic string) {
	p.topic = topic
	p.list.Select(topic)
	h := p.host
	rows := []fyne.CanvasObject{kit.NewText(kit.RoleSection, h.Say("help."+topic+".title")), kit.NewHairline(), kit.Gap(theme.Gap4)}
	for line := range strings.SplitSeq(h.Say("help."+topic+".text"), "\n") {
		rows = append(rows, row(line))
	}
	scroll := kit.Scrolling(kit.PadSides(theme.Gap0, theme.Gap0, theme.Gap16, theme.Gap0, kit.VBox(theme.Gap8, rows...)))
	p.scroll.Objects = []fyne.CanvasObject{kit.Grow(scroll)}
	p.scroll.Refresh()
}

func row(line string) fyne.CanvasObject {
	key, what, ok := strings.Cut(line, " | ")
	if !ok {
		return kit.NewParagraph(kit.RoleBody, line)
	}
	return kit.Columns(theme.Gap16, []float32{1, 3},
		kit.NewText(kit.RoleStrong, key), kit.NewParagraph(kit.RoleBody, what).In(theme.Text2))
}
