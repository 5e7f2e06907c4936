//go:build !windows

package printing

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"

	"nhipcau/app/fault"
)

// The print portal of desktops (https://flatpak.github.io/xdg-desktop-portal/, org.freedesktop.portal.Print).
const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = "/org/freedesktop/portal/desktop"
	portalPrint   = "org.freedesktop.portal.Print"
	portalRequest = "org.freedesktop.portal.Request"
)

// portal is the print dialog of the desktop, reached over its message bus.
type portal struct {
	bus string
	// patience is how long it may take to say that it is there.
	patience time.Duration
}

// portalTime is long for a desktop that answers at all.
const portalTime = 2 * time.Second

// sessionBus returns the address of the message bus of the person's session, "" where there is none. The library would start one.
func sessionBus() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	socket := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")
	if !filepath.IsAbs(socket) {
		return ""
	}
	if _, err := os.Stat(socket); err != nil {
		return ""
	}
	return "unix:path=" + socket
}

// connect opens a connection, which the caller closes.
func (p portal) connect(ctx context.Context) (*dbus.Conn, error) {
	if p.bus == "" {
		return nil, os.ErrNotExist
	}
	return dbus.Connect(p.bus, dbus.WithContext(ctx))
}

// there begins to ask whether the desktop has the dialog, and says so on the
// channel. One that does not answer in time has none.
func (p portal) there(ctx context.Context) <-chan bool {
	out, answer := make(chan bool, 1), make(chan bool, 1)
	ctx, cancel := context.WithTimeout(ctx, p.patience)
	go func() { answer <- p.answers(ctx) }() // the handshake with a bus that is silent can't be broken off
	go func() {
		defer cancel()
		select {
		case yes := <-answer:
			out <- yes
		case <-ctx.Done():
			out <- false
		}
	}()
	return out
}

func (p portal) answers(ctx context.Context) bool {
	conn, err := p.connect(ctx)
	if err != nil {
		return false
	}
	defer conn.Close()
	var version dbus.Variant
	call := conn.Object(portalName, portalPath).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, portalPrint, "version")
	return call.Store(&version) == nil
}

// print shows the dialog for a PDF and waits until the person has printed or cancelled.
func (p portal) print(ctx context.Context, title string, file *os.File) error {
	conn, err := p.connect(ctx)
	if err != nil {
		return fault.New("fault.print_dialog", err)
	}
	defer conn.Close()
	answers := make(chan *dbus.Signal, 8)
	conn.Signal(answers)
	token := "nhipcau" + rand.Text()
	handle := requestPath(conn.Names()[0], token)
	if err := conn.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(handle), dbus.WithMatchInterface(portalRequest)); err != nil {
		return fault.New("fault.print_dialog", err)
	}
	options := map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	call := conn.Object(portalName, portalPath).CallWithContext(ctx, portalPrint+".Print", 0, "", title, dbus.UnixFD(file.Fd()), options)
	var given dbus.ObjectPath
	if err := call.Store(&given); err != nil {
		return fault.New("fault.print_dialog", err)
	}
	return awaitAnswer(ctx, conn, answers, given)
}

// requestPath is where the answer to a request with our token will come from; who asks later could miss it.
func requestPath(sender, token string) dbus.ObjectPath {
	sender = strings.ReplaceAll(strings.TrimPrefix(sender, ":"), ".", "_")
	return dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
}

// The answers of a request.
const (
	portalDone      = 0
	portalCancelled = 1
)

func awaitAnswer(ctx context.Context, conn *dbus.Conn, answers <-chan *dbus.Signal, handle dbus.ObjectPath) error {
	for {
		select {
		case <-ctx.Done():
			conn.Object(portalName, handle).Go(portalRequest+".Close", dbus.FlagNoReplyExpected, nil)
			return ctx.Err()
		case s, open := <-answers:
			if !open {
				return fault.New("fault.print_dialog", os.ErrClosed)
			}
			if s.Name != portalRequest+".Response" || s.Path != handle || len(s.Body) == 0 {
				continue
			}
			switch s.Body[0] {
			case uint32(portalDone):
				return nil
			case uint32(portalCancelled):
				return context.Canceled
			default:
				return fault.New("fault.print_dialog", fmt.Errorf("the portal answers %v", s.Body[0]))
			}
		}
	}
}
