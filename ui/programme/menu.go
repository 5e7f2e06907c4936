package programme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/plan"
)

// nudgeStep is by how many minutes Alt with an arrow moves.
const nudgeStep = 5

// Shortcut is part of page.Shortcuts. Alt with Left and Right moves by minutes
// while the list has the keyboard; elsewhere they go back and forward.
func (p *tab) Shortcut(s fyne.Shortcut) bool {
	key, ok := s.(*desktop.CustomShortcut)
	if !ok || p.state == nil {
		return false
	}
	inList := p.host.Window.Canvas().Focused() == fyne.Focusable(p.grid)
	switch {
	case key.Modifier == fyne.KeyModifierShortcutDefault && key.KeyName == fyne.KeyD:
		p.duplicate(p.current())
	case inList && key.Modifier == fyne.KeyModifierAlt:
		return p.nudgeKey(key.KeyName, fyne.KeyLeft, fyne.KeyRight)
	case key.Modifier == fyne.KeyModifierAlt|fyne.KeyModifierShift:
		return p.nudgeKey(key.KeyName, fyne.KeyUp, fyne.KeyDown)
	default:
		return false
	}
	return true
}

// Key is part of page.Keys: Escape leads back to the list, without the item that
// was begun and has no title.
func (p *tab) Key(ev *fyne.KeyEvent) bool {
	if !p.host.BackTo(p.grid, ev) {
		return false
	}
	p.dropDraft()
	return true
}

func (p *tab) nudgeKey(key, earlier, later fyne.KeyName) bool {
	switch {
	case p.current() == nil:
		return false
	case key == earlier:
		p.nudge(-nudgeStep)
	case key == later:
		p.nudge(nudgeStep)
	default:
		return false
	}
	return true
}

// menu is the context menu of a row.
func (p *tab) menu(r row) []*fyne.MenuItem {
	say := p.host.Say
	if r.item == nil {
		return []*fyne.MenuItem{
			fyne.NewMenuItem(say("programme.add_at_end"), func() { p.addAtEnd(r.day) }),
			fyne.NewMenuItem(say("programme.shift_day"), func() { p.shiftDay(r.day) }),
			fyne.NewMenuItem(say("programme.paste_here"), p.pasteClipboard),
		}
	}
	if p.drafting(r.item.ID) {
		return nil
	}
	item := r.item
	days := fyne.NewMenuItem(say("programme.to_day"), nil)
	days.ChildMenu = fyne.NewMenu("", p.dayMenu(item)...)
	return []*fyne.MenuItem{
		fyne.NewMenuItem(say("programme.add_after"), func() { p.addAfter(item.ID) }),
		fyne.NewMenuItem(say("programme.menu_duplicate"), func() { p.duplicate(item) }),
		fyne.NewMenuItem(say("programme.menu_cut"), func() { p.cutRow(r) }),
		fyne.NewMenuItem(say("programme.paste_after"), p.pasteClipboard),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("programme.earlier"), func() { p.nudge(-nudgeStep) }),
		fyne.NewMenuItem(say("programme.later"), func() { p.nudge(nudgeStep) }),
		days,
		fyne.NewMenuItem(say("programme.shift_day"), func() { p.shiftDay(r.day) }),
		fyne.NewMenuItemSeparator(),
		p.toggleItem(item.Fixed, "programme.fix", "programme.loosen", item, func(item *plan.AgendaItem) { item.Fixed = !item.Fixed }),
		p.toggleItem(item.Internal, "programme.hide", "programme.reveal", item, func(item *plan.AgendaItem) { item.Internal = !item.Internal }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("programme.menu_delete"), func() { p.remove(r) }),
	}
}

// toggleItem is the menu item that turns a yes or no the other way.
func (p *tab) toggleItem(is bool, on, off string, item *plan.AgendaItem, turn func(*plan.AgendaItem)) *fyne.MenuItem {
	key := on
	if is {
		key = off
	}
	return fyne.NewMenuItem(p.host.Say(key), func() { p.toggle(item, turn) })
}

// dayMenu lists the days to which an item may go.
func (p *tab) dayMenu(item *plan.AgendaItem) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, day := range p.state.days {
		one := fyne.NewMenuItem(p.dayName(day), func() { p.toDay(item, day) })
		one.Disabled = dayOf(item) == day
		out = append(out, one)
	}
	return out
}

func (p *tab) pasteClipboard() { p.paste(fyne.CurrentApp().Clipboard().Content()) }
