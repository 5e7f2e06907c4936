package paper

import "fmt"

// band is a strip of a page that no page break goes through: a line, a table row, a drawing, columns.
type band struct {
	height        float64 // mm
	lead          float64 // mm of it above the text, which vanish at the top of a page as they do in word processors
	before, after float64 // mm, which vanish at the top and at the bottom of a page
	ops           []Op    // from the band's top left corner
	keep          bool    // on the same page as the next band
	blank         bool    // nothing but height, which vanishes at the top of a page
	level         bool    // of no height: where Columns begin anew at the same height
	header        []band  // put on top again when this band begins a page
	bookmark      *Bookmark
	changed       bool    // since the last print
	widest        float64 // mm: the longest line of the paragraph that the band belongs to
}

// filler puts bands on pages.
type filler struct {
	setup  PageSetup
	number int // of the page before
	pages  []Page
	y      float64 // mm from the top margin: where the last band ended
	after  float64 // mm wanted after it
	fresh  bool    // nothing is on the page yet
}

func (f *filler) fill(bands []band) error {
	f.open()
	for len(bands) > 0 {
		n := kept(bands)
		if !f.fits(bands[:n]) && !f.fresh {
			f.open()
		}
		if !f.fits(bands[:n]) {
			n = 1 // what does not go on one page together is kept together no longer
		}
		for _, b := range bands[:n] {
			if err := f.put(b); err != nil {
				return err
			}
		}
		bands = bands[n:]
	}
	return nil
}

// kept returns how many of the first bands must stand on one page.
func kept(bands []band) int {
	for i, b := range bands {
		if !b.keep {
			return i + 1
		}
	}
	return len(bands)
}

// fits reports whether bands go on what is left of the page.
func (f *filler) fits(bands []band) bool {
	trial := *f
	trial.pages = nil
	for _, b := range bands {
		trial.advance(b, func(band, float64) {})
	}
	return trial.y <= f.setup.TextHeight()+tolerance
}

// put places a band on the page at hand, or on a new one.
func (f *filler) put(b band) error {
	if !f.fits([]band{b}) {
		if !f.fresh {
			f.open()
		}
		if !f.fits([]band{b}) {
			return fmt.Errorf("%.0f mm of height on a page of %.0f mm: %w", b.height, f.setup.TextHeight(), ErrTooLarge)
		}
	}
	f.advance(b, f.draw)
	return nil
}

// advance goes on by a band, telling draw where it stands.
func (f *filler) advance(b band, draw func(b band, y float64)) {
	if f.fresh {
		if b.blank {
			return
		}
		f.fresh = false
		for _, h := range b.header {
			f.advance(h, draw)
		}
		if len(b.header) == 0 {
			b.before = 0
			b = b.atTop()
		}
		f.after = 0
	}
	f.y += f.after + b.before
	draw(b, f.y)
	f.y += b.height
	f.after = b.after
}

// atTop returns the band without its lead.
func (b band) atTop() band {
	if b.lead > 0 {
		b = b.shifted(0, -b.lead)
		b.height -= b.lead
	}
	return b
}

const (
	changeGap    = 4   // mm from the text to the stroke that marks a change
	changeStroke = 0.6 // mm
)

func (f *filler) draw(b band, y float64) {
	page := &f.pages[len(f.pages)-1]
	for _, op := range b.ops {
		page.Ops = append(page.Ops, op.moved(f.setup.Left, f.setup.Top+y))
	}
	if b.changed {
		page.Changed = true
		x := f.setup.Left - changeGap
		page.Ops = append(page.Ops, Line{X1: x, Y1: f.setup.Top + y, X2: x, Y2: f.setup.Top + y + b.height, Stroke: changeStroke})
	}
	if b.bookmark != nil {
		mark := *b.bookmark
		mark.Y = f.setup.Top + y
		page.Bookmarks = append(page.Bookmarks, mark)
	}
}

func (f *filler) open() {
	f.number++
	f.pages = append(f.pages, Page{Width: f.setup.Width, Height: f.setup.Height, Number: f.number})
	f.y, f.after, f.fresh = 0, 0, true
}
