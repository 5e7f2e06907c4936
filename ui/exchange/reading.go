package exchange

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// look is how often the bar asks how far the reading has come.
const look = 100 * time.Millisecond

// incoming is a bundle that was read and compared with what is here.
type incoming struct {
	preview *desk.Preview
	earlier []desk.ImportedBundle
	err     error
}

// read reads a bundle beside the UI goroutine and shows its review. Nothing is
// written by it. What stood on the page before comes back if the file is
// refused.
func (p *exchange) read(path string) { p.readWith(path, p.host.Shared.PassphraseFor(path)) }

// readWith reads a file that may be sealed with a passphrase.
func (p *exchange) readWith(path, passphrase string) {
	p.stop()
	p.setTrouble("")
	ctx, cancel := context.WithCancel(context.Background())
	var count counter
	p.stop, p.busy = cancel, true
	p.put(p.reading(ctx, path, &count))
	var in incoming
	p.host.Kit.Run(ctx, func(ctx context.Context) {
		b, err := readBundle(ctx, p.host.Desk, path, passphrase, &count)
		if err != nil {
			in.err = err
			return
		}
		in = compare(p.host, b)
	}, func() {
		cancel()
		p.busy = false
		switch {
		case needsPassphrase(in.err):
			p.goHome()
			p.askPassphrase(path, fault.KeyOf(in.err) == wrongPassphrase)
			return
		case in.err != nil:
			p.refuse(path, in.err)
			return
		}
		p.showReview(path, in)
	})
}

// compare makes the preview anew, after something was changed here.
func (p *exchange) compare(path string, b *bundle.Bundle) {
	turn := p.turn
	var in incoming
	p.host.Kit.Run(context.Background(), func(context.Context) { in = compare(p.host, b) }, func() {
		switch {
		case turn != p.turn || p.review == nil || p.review.preview.Bundle != b:
		case in.err != nil:
			p.refuse(path, in.err)
		default:
			p.review.show(in)
		}
	})
}

func compare(h *page.Host, b *bundle.Bundle) (in incoming) {
	if in.preview, in.err = h.Desk.Preview(b); in.err != nil {
		return in
	}
	in.earlier, in.err = h.Desk.Imports()
	return in
}

// refuse goes back and says in a sentence that stays why a file was not read.
func (p *exchange) refuse(path string, err error) {
	p.goHome()
	if key := fault.KeyOf(err); key == "" || key == "fault.internal" {
		p.host.Fail(err)
		return
	}
	h := p.host
	p.setTrouble(h.Say("exchange.refused", "File", filepath.Base(path), "Reason", h.Words.Explain(err)))
}

func (p *exchange) setTrouble(sentence string) {
	p.trouble.Objects = nil
	p.trouble.Hidden = sentence == ""
	if sentence != "" {
		p.trouble.Objects = []fyne.CanvasObject{kit.Notice(kit.RedTone, sentence)}
	}
	p.home.Refresh()
}

// reading is what the page shows meanwhile.
func (p *exchange) reading(ctx context.Context, path string, count *counter) fyne.CanvasObject {
	h := p.host
	sentence := h.Say("exchange.reading", "File", filepath.Base(path))
	bar := kit.NewProgress(sentence, h.Say("exchange.stop"), p.goHome)
	var again func()
	again = func() {
		if ctx.Err() != nil {
			return
		}
		share := count.share()
		if share >= 1 {
			sentence = h.Say("exchange.comparing")
		}
		bar.Set(share, sentence)
		h.Kit.Timer(look, again)
	}
	if h.Kit.Timer != nil {
		h.Kit.Timer(look, again)
	}
	return kit.Page(kit.PageHead(h.Say("exchange.title"), nil), kit.VBox(theme.Gap8, bar))
}

// readBundle reads a file. It ends early when ctx is done; nobody asks for the
// error then.
func readBundle(ctx context.Context, d *desk.Desk, path, passphrase string, count *counter) (*bundle.Bundle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	if info, err := f.Stat(); err == nil {
		count.size.Store(info.Size())
	}
	return d.OpenBundle(&counted{ctx, f, count}, passphrase)
}

// counter says how much of a file has been read. It is written beside the UI
// goroutine and read on it.
type counter struct{ done, size atomic.Int64 }

func (c *counter) share() float32 {
	size := c.size.Load()
	if size <= 0 {
		return 0
	}
	return float32(c.done.Load()) / float32(size)
}

// counted is a reader that counts.
type counted struct {
	ctx   context.Context
	from  io.Reader
	count *counter
}

// Read implements io.Reader.
func (c *counted) Read(into []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.from.Read(into)
	c.count.done.Add(int64(n))
	return n, err
}
