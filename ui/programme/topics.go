package programme

import (
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// topics is a tick for each topic of the visit.
type topics struct {
	keep  func([]string)
	list  *fyne.Container
	root  *fyne.Container
	all   []*plan.Topic
	ticks []*kit.CheckBox
	value []string
}

func newTopics(h *page.Host, keep func([]string)) *topics {
	t := &topics{keep: keep, list: kit.VBox(theme.Gap0)}
	label := kit.NewText(kit.RoleCaption, h.Words.Field(plan.KindAgendaItem, "topics"))
	t.root = kit.VBox(theme.Gap2, label, t.list)
	return t
}

// options makes the ticks, anew only when the topics have changed.
func (t *topics) options(all []*plan.Topic) {
	same := slices.EqualFunc(all, t.all, func(a, b *plan.Topic) bool { return a.ID == b.ID && a.Title == b.Title })
	t.root.Hidden = len(all) == 0
	if same {
		return
	}
	t.all, t.ticks, t.list.Objects = all, nil, nil
	for _, topic := range all {
		tick := kit.NewCheckBox(topic.Title, func(on bool) { t.turn(topic.ID, on) })
		tick.SetTooltip(topic.Title)
		t.ticks = append(t.ticks, tick)
		t.list.Objects = append(t.list.Objects, tick)
	}
	t.show(t.value)
	t.list.Refresh()
}

// turn adds a topic or takes it away; the list keeps the order of the topics.
func (t *topics) turn(id string, on bool) {
	var out []string
	for _, topic := range t.all {
		if (topic.ID == id && on) || (topic.ID != id && slices.Contains(t.value, topic.ID)) {
			out = append(out, topic.ID)
		}
	}
	t.value = out
	t.keep(out)
}

func (t *topics) show(value []string) {
	t.value = value
	for i, topic := range t.all {
		t.ticks[i].SetChecked(slices.Contains(value, topic.ID))
	}
}

func (t *topics) enable(on bool) {
	for _, tick := range t.ticks {
		if on {
			tick.Enable()
		} else {
			tick.Disable()
		}
	}
}
