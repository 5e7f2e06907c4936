package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// gridBody is as high as all rows together and draws those in sight, with row widgets that are used again and again.
type gridBody struct {
	widget.BaseWidget
	view    *gridView
	rows    []*gridRow // in sight
	spare   []*gridRow
	hovered int
	drop    *canvas.Rectangle // where a dragged row would fall
	dragged int               // row being dragged, or -1
	dropAt  int
}

func newGridBody(v *gridView) *gridBody {
	b := &gridBody{view: v, hovered: -1, dragged: -1, drop: canvas.NewRectangle(theme.Color(theme.None))}
	b.drop.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// forget makes all rows be filled anew.
func (b *gridBody) forget() {
	b.spare = append(b.spare, b.rows...)
	b.rows = nil
	b.hovered = -1
}

// inSight returns the first row in sight and the one after the last.
func (b *gridBody) inSight() (first, end int) {
	top, height := b.view.sight()
	h := b.view.rowHeight()
	first = min(max(int(top/h), 0), b.view.count)
	end = min(int((top+height)/h)+1, b.view.count)
	return first, max(end, first)
}

// update brings the row widgets in line with what is in sight; with all, also those that were there already are filled anew.
func (b *gridBody) update(all bool) {
	first, end := b.inSight()
	kept := make([]*gridRow, end-first)
	for _, row := range b.rows {
		if row.index >= first && row.index < end && kept[row.index-first] == nil {
			kept[row.index-first] = row
		} else {
			b.spare = append(b.spare, row)
		}
	}
	widths := b.view.widths()
	for i, row := range kept {
		fresh := row == nil
		if fresh {
			row = b.take()
			kept[i] = row
		}
		b.fill(row, first+i, widths, fresh || all)
	}
	b.rows = kept
	repaint(b)
}

func (b *gridBody) take() *gridRow {
	if n := len(b.spare); n > 0 {
		row := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return row
	}
	return newGridRow(b.view)
}

func (b *gridBody) fill(row *gridRow, index int, widths []float32, anew bool) {
	h := b.view.rowHeight()
	row.Move(fyne.NewPos(0, float32(index)*h))
	if anew {
		row.bind(index, widths)
		row.BaseWidget.Resize(fyne.NewSize(b.view.Size().Width, h))
		row.Refresh()
	}
}

// row returns the widget of a row in sight, or nil.
func (b *gridBody) row(index int) *gridRow {
	for _, r := range b.rows {
		if r.index == index {
			return r
		}
	}
	return nil
}

func (b *gridBody) hover(index int) {
	old := b.hovered
	b.hovered = index
	b.refresh(old, index)
}

// refresh shows rows anew, as far as they are in sight.
func (b *gridBody) refresh(indexes ...int) {
	for _, i := range indexes {
		if r := b.row(i); r != nil {
			r.Refresh()
		}
	}
}

// drag shows where the dragged row would fall; y is the pointer's place in the body.
func (b *gridBody) drag(from int, y float32) {
	if b.dragged < 0 {
		b.dragged = from
	}
	h := b.view.rowHeight()
	top, height := b.view.sight()
	if y < top+h/2 {
		b.view.scrollTo(top - h)
	} else if y > top+height-h/2 && y < float32(b.view.count)*h {
		b.view.scrollTo(min(top+h, float32(b.view.count)*h-height))
	}
	b.dropAt = min(max(int(y/h+0.5), 0), b.view.count)
	b.drop.FillColor = theme.Color(theme.Accent)
	b.drop.Show()
	b.drop.Move(fyne.NewPos(0, float32(b.dropAt)*h-theme.Size(theme.Hairline)))
	b.drop.Resize(fyne.NewSize(b.Size().Width, theme.Size(theme.FocusWidth)))
	repaint(b)
}

func (b *gridBody) dragEnd() {
	from, to := b.dragged, b.dropAt
	b.dragged = -1
	b.drop.Hide()
	repaint(b)
	if from < 0 {
		return
	}
	if to > from { // the row itself goes away from above
		to--
	}
	b.view.model.moveTo(from, to)
}

func (b *gridBody) CreateRenderer() fyne.WidgetRenderer { return &gridBodyRenderer{b} }

type gridBodyRenderer struct{ b *gridBody }

func (r *gridBodyRenderer) Layout(fyne.Size) {}

func (r *gridBodyRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, float32(r.b.view.count)*r.b.view.rowHeight())
}

func (r *gridBodyRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(r.b.rows)+1)
	for _, row := range r.b.rows {
		objects = append(objects, row)
	}
	return append(objects, r.b.drop)
}

func (r *gridBodyRenderer) Refresh() { r.b.update(true) }

func (r *gridBodyRenderer) Destroy() {}
