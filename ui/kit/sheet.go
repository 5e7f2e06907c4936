package kit

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

const (
	dotsPerInch = 96 // one Fyne unit at 100 % zoom
	zoomStep    = 0.1
	zoomLeast   = 0.25
	zoomMost    = 4
)

// PageSource is a paper that can be drawn page by page. Render is called away from the UI goroutine.
type PageSource struct {
	Pages         int
	Width, Height float32 // of the largest page, in inches
	// Size gives the width and height of one page in inches; nil means that all are as large as the largest.
	Size   func(page int) (width, height float32)
	Render func(ctx context.Context, page int, dpi float64) image.Image
}

// Sheet shows the pages of a paper below one another on the desk, each drawn when it comes into sight. Plus and minus zoom, 0 fits the
// width, PageUp, PageDown, Home and End move.
type Sheet struct {
	control
	// OnPage hears which page is in sight, from 0; OnZoom the zoom, 1 for 100 %.
	OnPage func(page int)
	OnZoom func(zoom float32)

	env    *Env
	source PageSource
	zoom   float32
	fit    bool
	cancel context.CancelFunc
	ctx    context.Context
	turn   int
	page   int

	back   *canvas.Rectangle
	ring   *outline
	scroll *container.Scroll
	pile   *sheetPile
}

// NewSheet returns an empty sheet that fits the width.
func NewSheet(env *Env) *Sheet {
	s := &Sheet{env: env, zoom: 1, fit: true, ring: newOutline(), back: canvas.NewRectangle(theme.Color(theme.None))}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.pile = &sheetPile{sheet: s}
	s.pile.ExtendBaseWidget(s.pile)
	s.scroll = container.NewScroll(s.pile)
	s.scroll.OnScrolled = func(fyne.Position) { s.looked() }
	s.init(s, nil)
	return s
}

// SetSource shows another paper, or the same one anew after a change. The place in it is kept.
func (s *Sheet) SetSource(source PageSource) {
	s.restart()
	s.source = source
	s.pile.pages = s.pile.pages[:0]
	for range source.Pages {
		p := &sheetPage{image: &canvas.Image{FillMode: canvas.ImageFillStretch}}
		p.edge, p.white = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
		s.pile.pages = append(s.pile.pages, p)
	}
	s.Refresh()
}

// restart forgets what is being drawn.
func (s *Sheet) restart() {
	s.cancel()
	s.turn++
	s.ctx, s.cancel = context.WithCancel(context.Background())
}

// Zoom returns the zoom, 1 for 100 %.
func (s *Sheet) Zoom() float32 { return s.zoom }

// SetZoom sets the zoom, from 0.25 to 4.
func (s *Sheet) SetZoom(zoom float32) {
	s.fit = false
	s.setZoom(zoom)
	s.Refresh()
}

// ZoomIn and ZoomOut change the zoom by a tenth.
func (s *Sheet) ZoomIn() { s.SetZoom(s.zoom + zoomStep) }

// ZoomOut makes the page smaller by a tenth.
func (s *Sheet) ZoomOut() { s.SetZoom(s.zoom - zoomStep) }

// FitWidth makes the page as wide as the room for it, and keeps it so.
func (s *Sheet) FitWidth() {
	s.fit = true
	s.Refresh()
}

// Page returns the page in sight, from 0.
func (s *Sheet) Page() int { return s.page }

// GoTo brings a page into sight.
func (s *Sheet) GoTo(page int) {
	if page < 0 || page >= len(s.pile.pages) {
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(s.scroll.Offset.X, s.pile.top(page)-theme.Size(theme.Gap12)))
	s.looked()
}

func (s *Sheet) setZoom(zoom float32) {
	zoom = min(max(zoom, zoomLeast), zoomMost)
	if zoom == s.zoom {
		return
	}
	s.zoom = zoom
	s.restart()
	for _, p := range s.pile.pages {
		p.asked = false
	}
	if s.OnZoom != nil {
		s.OnZoom(zoom)
	}
}

// TypedKey is part of fyne.Focusable.
func (s *Sheet) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyPageDown:
		s.GoTo(s.page + 1)
	case fyne.KeyPageUp:
		s.GoTo(s.page - 1)
	case fyne.KeyHome:
		s.GoTo(0)
	case fyne.KeyEnd:
		s.GoTo(len(s.pile.pages) - 1)
	case fyne.KeyUp:
		s.scrollBy(-theme.Size(theme.RailEntry))
	case fyne.KeyDown:
		s.scrollBy(theme.Size(theme.RailEntry))
	default:
		passKey(s, ev)
	}
}

// TypedRune is part of fyne.Focusable.
func (s *Sheet) TypedRune(r rune) {
	switch r {
	case '+', '=':
		s.ZoomIn()
	case '-':
		s.ZoomOut()
	case '0':
		s.FitWidth()
	}
}

func (s *Sheet) scrollBy(dy float32) {
	s.scroll.ScrollToOffset(s.scroll.Offset.AddXY(0, dy))
	s.looked()
}

// looked draws what has come into sight and reports the page.
func (s *Sheet) looked() {
	top := s.scroll.Offset.Y
	bottom := top + s.scroll.Size().Height
	page := 0
	for i, p := range s.pile.pages {
		y, h := s.pile.top(i), s.pile.sizeOf(i).Height
		if y < bottom && y+h > top {
			s.ask(i, p)
		}
		if y <= top+(bottom-top)/2 {
			page = i
		}
	}
	if page != s.page {
		s.page = page
		if s.OnPage != nil {
			s.OnPage(page)
		}
	}
}

// ask has a page drawn beside the UI goroutine.
func (s *Sheet) ask(i int, p *sheetPage) {
	if p.asked || s.source.Render == nil {
		return
	}
	p.asked = true
	scale := float32(1)
	if c := canvasOf(s); c != nil {
		scale = c.Scale()
	}
	render, dpi, turn := s.source.Render, float64(s.zoom*dotsPerInch*scale), s.turn
	var drawn image.Image
	s.env.run(s.ctx, func(ctx context.Context) { drawn = render(ctx, i, dpi) }, func() {
		if turn == s.turn && drawn != nil {
			p.image.Image = drawn
			p.image.Refresh()
		}
	})
}

// CreateRenderer is part of fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &boxRenderer{owner: s, objects: append(list(s.back, s.scroll), s.ring.objects()...)}
	r.refresh = func() {
		s.back.FillColor = theme.Color(theme.Desk)
		s.ring.paint(s.ringed)
	}
	r.minSize = func() fyne.Size { return fyne.NewSquareSize(theme.Size(theme.RailWidth)) }
	r.layout = s.place
	r.refresh()
	return r
}

func (s *Sheet) place(size fyne.Size) {
	s.back.Resize(size)
	s.ring.place(fyne.Position{}, size)
	if s.fit && s.source.Width > 0 && size.Width > 0 {
		margin := theme.Size(theme.Gap24) + theme.Size(theme.Gap8)
		s.setZoom((size.Width - 2*margin) / (s.source.Width * dotsPerInch))
	}
	s.scroll.Resize(size)
	s.pile.Refresh()
	s.scroll.Refresh()
	s.looked()
}

// sheetPage is one page: its edge, the blank page and its picture.
type sheetPage struct {
	edge  *canvas.Rectangle
	white *canvas.Rectangle
	image *canvas.Image
	asked bool
}

// sheetPile holds the pages below one another.
type sheetPile struct {
	widget.BaseWidget
	sheet *Sheet
	pages []*sheetPage
}

func (p *sheetPile) pageSize() fyne.Size {
	dots := p.sheet.zoom * dotsPerInch
	return fyne.NewSize(p.sheet.source.Width*dots, p.sheet.source.Height*dots)
}

// sizeOf is the size of one page as it is drawn.
func (p *sheetPile) sizeOf(page int) fyne.Size {
	source := p.sheet.source
	if source.Size == nil {
		return p.pageSize()
	}
	width, height := source.Size(page)
	dots := p.sheet.zoom * dotsPerInch
	return fyne.NewSize(width*dots, height*dots)
}

// top is where a page begins; that after the last is where all end.
func (p *sheetPile) top(page int) float32 {
	gap := theme.Size(theme.Gap16)
	y := gap
	for i := range page {
		y += p.sizeOf(i).Height + gap
	}
	return y
}

func (p *sheetPile) CreateRenderer() fyne.WidgetRenderer { return &pileRenderer{p} }

type pileRenderer struct{ p *sheetPile }

func (r *pileRenderer) Layout(size fyne.Size) {
	for i, s := range r.p.pages {
		page := r.p.sizeOf(i)
		at := fyne.NewPos(max((size.Width-page.Width)/2, theme.Size(theme.Gap8)), r.p.top(i))
		for _, o := range []fyne.CanvasObject{s.white, s.image} {
			o.Move(at)
			o.Resize(page)
		}
		line := theme.Size(theme.Hairline)
		s.edge.Move(at.SubtractXY(line, line))
		s.edge.Resize(page.AddWidthHeight(2*line, 2*line))
	}
}

func (r *pileRenderer) MinSize() fyne.Size {
	page := r.p.pageSize()
	return fyne.NewSize(page.Width+2*theme.Size(theme.Gap8), r.p.top(len(r.p.pages)))
}

func (r *pileRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 3*len(r.p.pages))
	for _, s := range r.p.pages {
		objects = append(objects, s.edge, s.white, s.image)
	}
	return objects
}

func (r *pileRenderer) Refresh() {
	for _, s := range r.p.pages {
		s.edge.FillColor, s.white.FillColor = theme.Color(theme.Line2), theme.Color(theme.Sheet)
	}
	r.Layout(r.p.Size())
	repaint(r.p)
}

func (r *pileRenderer) Destroy() {}
