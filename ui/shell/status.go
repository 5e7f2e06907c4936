package shell

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// patience is how long a change may take before the header says that it is
// being stored.
const patience = 300 * time.Millisecond

// changed hears of a durable change, on the goroutine of whoever made it.
func (s *Shell) changed(desk.Changed) {
	s.dirty.Store(true)
	if !s.opts.Writer.Busy() { // else Settled comes
		fyne.Do(s.settled)
	}
}

func (s *Shell) began() {
	s.opts.Timer(patience, func() {
		if s.opts.Writer.Busy() {
			s.frame.header.SetSaved(kit.Neutral, icons.Clock, s.host.Say("shell.saving"))
		}
	})
}

// settled shows what has changed once nothing is under way any more.
func (s *Shell) settled() {
	if !s.open() {
		return
	}
	if s.dirty.Swap(false) {
		s.unsaved = false
		if s.shown != nil {
			s.shown.Update()
		}
	}
	s.refresh()
}

// refresh brings the frame up to date: crumbs, undo, counts, what is stored.
func (s *Shell) refresh() {
	if s.shown == nil || s.closing {
		return
	}
	s.showSaved()
	r := s.trail.here()
	var n news
	f, d := s.frame, s.host.Desk
	s.opts.Run(context.Background(), func(context.Context) { n = gather(d, r, s.today()) }, func() {
		if f == s.frame && r == s.trail.here() {
			s.publish(n, r)
		}
	})
}

func (s *Shell) showSaved() {
	h := s.frame.header
	if s.unsaved {
		h.SetSaved(kit.RedTone, icons.Warning, s.host.Say("shell.not_saved"))
		return
	}
	h.SetSaved(kit.GreenTone, icons.Check, s.host.Say("shell.saved", "Time", s.opts.Now().Format("15:04")))
}

// news is what the frame shows of the data.
type news struct {
	office       string
	overdue      int
	open         int // places on which offices differ
	guest, hosts string
	title        string
	day          civil.Date
	undo, redo   string
	undoOK       bool
	redoOK       bool
}

func gather(d *desk.Desk, r page.Route, today civil.Date) news {
	var n news
	if o := d.Office(); o != nil {
		n.office = o.Name
	}
	for _, f := range desk.All[*plan.FollowUp](d) {
		if f.DueOn(today).State == plan.DueOverdue {
			n.overdue++
		}
	}
	n.open = d.CountOpen("")
	n.undo, n.undoOK = d.CanUndo()
	n.redo, n.redoOK = d.CanRedo()
	if v, ok := desk.Get[*plan.Visit](d, r.Visit); ok && r.Page == page.PageVisit {
		n.title, n.day = v.Title, v.When.From
		n.guest = placeName(d, v.Guest, n.day)
		var hosts []string
		for _, id := range v.Hosts {
			hosts = append(hosts, placeName(d, id, n.day))
		}
		n.hosts = strings.Join(hosts, ", ")
	}
	return n
}

func placeName(d *desk.Desk, id string, day civil.Date) string {
	p, _ := d.Locality(id, day)
	return p.Name
}

func (s *Shell) publish(n news, r page.Route) {
	f, h := s.frame, s.host
	f.rail.SetOffice(n.office)
	overdue := ""
	if n.overdue > 0 {
		overdue = h.Say("shell.overdue", "Count", n.overdue)
	}
	f.rail.SetRight(page.PageFollowUps, overdue)
	open := ""
	if n.open > 0 {
		open = h.Say("review.rail", "Count", n.open)
	}
	f.rail.SetRight(page.PageExchange, open)
	f.header.SetCanUndo(n.undoOK, n.redoOK)
	f.header.SetUndoTips(s.tip("shell.undo", n.undo, n.undoOK), s.tip("shell.redo", n.redo, n.redoOK))
	f.header.SetCrumbs(s.crumbs(n, r)...)
}

// tip says what would be undone: "Hoàn tác: xóa (Ctrl+Z)".
func (s *Shell) tip(key, why string, ok bool) string {
	what := "shell.why_" + why
	if !ok || !s.host.Words.Has(what) {
		return s.host.Say(key)
	}
	return s.host.Say(key+"_what", "What", s.host.Say(what))
}

func (s *Shell) crumbs(n news, r page.Route) []kit.Crumb {
	here := s.host.Say("shell.page_" + railOf(r.Page))
	if r.Page != page.PageVisit {
		return []kit.Crumb{{Title: here}}
	}
	title := n.title
	if n.guest != "" && n.hosts != "" {
		title = s.host.Say("shell.visit_crumb", "Guest", n.guest, "Hosts", n.hosts, "Day", vietnamese.FormatDate(n.day))
	}
	return []kit.Crumb{{Title: here, OnTap: func() { s.Go(page.Route{Page: page.PageVisits}) }}, {Title: strings.TrimSpace(title)}}
}

func (s *Shell) undo() {
	if s.ready() {
		s.host.Undo()
	}
}

func (s *Shell) redo() {
	if s.ready() {
		s.host.Redo()
	}
}

func (s *Shell) toast(sentence, action string, act func()) {
	kit.ShowToast(s.window, sentence, action, act)
}

// fail tells what went wrong. Where there is nothing to do about it a toast is
// enough; else a dialog says what to do.
func (s *Shell) fail(err error) {
	logFault(err)
	text := s.host.Words.Explain(err)
	switch fault.KeyOf(err) {
	case "fault.nothing_to_undo", "fault.nothing_to_redo", "fault.cancelled":
		s.toast(text, "", nil)
		return
	case "fault.not_saved", "fault.disk_full", "fault.store_stopped":
		s.unsaved = true
		s.showSaved()
	}
	kit.Inform(s.host.Kit, s.window, s.host.Say("shell.failed"), text, s.host.Say("shell.understood"))
}

// logFault writes the cause of an error to the log: its key and what lay
// underneath, not the values that its sentence names.
func logFault(err error) {
	var f *fault.Fault
	if errors.As(err, &f) {
		slog.Error("failed", "key", f.Key, "cause", f.Cause)
		return
	}
	slog.Error("failed", "error", err)
}
