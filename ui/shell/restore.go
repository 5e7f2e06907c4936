package shell

import (
	"context"

	"nhipcau/app/desk"
)

// comingBack is what came of putting a backup in the place of the data.
type comingBack struct {
	made desk.Copy
	err  error
}

// restore closes the data, puts the state of a backup in their place, and opens
// them again as at a start. Pages are built anew: what they show is gone.
func (s *Shell) restore(backup string) {
	if !s.ready() {
		return
	}
	s.leave()
	s.away = true
	s.trail = trail{}
	s.build()
	s.frame.say(s.host, s.host.Say("shell.restoring"), s.host.Say("shell.restoring_wait"))
	d, came := s.host.Desk, &comingBack{}
	s.host.Shared.Stop()
	s.opts.Run(context.Background(), func(context.Context) {
		s.opts.Writer.Wait()
		s.host.Shared.Wait()
		if came.err = d.Close(); came.err == nil {
			came.made, came.err = s.opts.Restore(backup)
		}
	}, func() {
		s.returned, s.unsaved = came, false
		s.dirty.Store(false)
		s.Start()
	})
}

// tellBack says, once the data are open again, what came of the restoring.
func (s *Shell) tellBack() []string {
	came := s.returned
	s.returned = nil
	switch {
	case came == nil:
		return nil
	case came.err != nil:
		s.fail(came.err)
		return nil
	}
	return []string{s.host.Say("shell.restored", "Values", int(came.made.Values), "Made", came.made.Made)}
}
