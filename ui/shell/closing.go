package shell

import (
	"context"
	"log/slog"
)

// Close keeps what is being typed, waits until everything is stored, closes the
// data and then the window.
func (s *Shell) Close() {
	if s.closing || s.away && s.failed == nil {
		return // under way; what is being put in place must not be torn off
	}
	if s.host.Desk == nil || s.away {
		s.closing = true
		s.window.Close()
		return
	}
	s.leave()
	s.remember(setWindow, sizeText(s.window.Canvas().Size()))
	if s.shown != nil {
		s.remember(setRoute, routeText(s.Here()))
	}
	s.closing = true
	s.frame.busy(s.host)
	s.host.Shared.Stop()
	s.opts.Run(context.Background(), func(context.Context) {
		s.opts.Writer.Wait()
		s.host.Shared.Wait()
		if err := s.host.Desk.Close(); err != nil {
			slog.Error("data not closed", "error", err)
		}
	}, s.window.Close)
}
