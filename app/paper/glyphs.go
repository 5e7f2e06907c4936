package paper

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
)

// outline is the shape of a glyph in font units, and the box that it stays in, y downwards.
type outline struct {
	segments               []sfnt.Segment
	left, top, right, foot float32
}

// outline returns the shape of a glyph, read from the file once.
func (f *face) outline(index sfnt.GlyphIndex) outline {
	if known, ok := f.shapes.Load(index); ok {
		return known.(outline)
	}
	var buffer sfnt.Buffer
	var shape outline
	if segments, err := f.font.LoadGlyph(&buffer, index, f.ppem(), nil); err == nil {
		shape = newOutline(segments)
	}
	f.shapes.Store(index, shape)
	return shape
}

func newOutline(segments []sfnt.Segment) outline {
	o := outline{segments: append([]sfnt.Segment(nil), segments...)}
	first := true
	for _, s := range o.segments {
		for _, p := range s.Args[:corners(s.Op)] {
			x, y := float32(p.X)/64, float32(p.Y)/64
			if first {
				o.left, o.right, o.top, o.foot, first = x, x, y, y, false
			}
			o.left, o.right = min(o.left, x), max(o.right, x)
			o.top, o.foot = min(o.top, y), max(o.foot, y)
		}
	}
	return o
}

// corners returns how many points a segment has.
func corners(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	case sfnt.SegmentOpMoveTo, sfnt.SegmentOpLineTo:
	}
	return 1
}

// steps is how many places between two dots a glyph can begin at. Letters evenly spaced matter more than letters of the same blur.
const steps = 4

// maskKey names a glyph drawn at one size and one place between two dots.
type maskKey struct {
	style  Style
	index  sfnt.GlyphIndex
	size   float64
	step   int
	turned bool
}

// text draws a stretch of text. Baselines stand on whole dots, so that all lines of a page are equally sharp.
func (r *raster) text(t Text) {
	face := r.fonts.faces[t.Style&BoldItalic]
	perUnit := face.scale(t.Size) * r.scale
	x, y := t.X*r.scale, r.round(t.Y)
	way := 1.0
	if t.Turned {
		way = -1
	}
	for _, c := range t.String {
		g := face.glyph(c)
		cell := math.Floor(x*steps+0.5) / steps
		whole := math.Floor(cell)
		mask := r.mask(maskKey{t.Style, g.index, t.Size, int((cell - whole) * steps), t.Turned}, face, perUnit)
		if len(mask.Pix) > 0 {
			r.blend(mask, image.Pt(int(whole), y).Add(mask.Rect.Min), t.Ink)
		}
		x += way * float64(g.advance) * perUnit
		if c == ' ' {
			x += way * t.Gap * r.scale
		}
	}
}

// mask returns the dots of a glyph around the dot that its baseline begins in.
func (r *raster) mask(key maskKey, face *face, perUnit float64) *image.Alpha {
	if known, ok := r.masks[key]; ok {
		return known
	}
	mask := r.drawMask(face.outline(key.index), float32(perUnit), float32(key.step)/steps, key.turned)
	r.masks[key] = mask
	return mask
}

func (r *raster) drawMask(o outline, perUnit, dx float32, turned bool) *image.Alpha {
	if len(o.segments) == 0 {
		return &image.Alpha{}
	}
	if turned {
		perUnit = -perUnit
	}
	x0, x1 := ordered(o.left*perUnit+dx, o.right*perUnit+dx)
	y0, y1 := ordered(o.top*perUnit, o.foot*perUnit)
	box := image.Rect(floor(x0), floor(y0), floor(x1)+1, floor(y1)+1)
	at := func(s sfnt.Segment, i int) (x, y float32) {
		return float32(s.Args[i].X)/64*perUnit + dx - float32(box.Min.X), float32(s.Args[i].Y)/64*perUnit - float32(box.Min.Y)
	}
	r.path.Reset(box.Dx(), box.Dy())
	for _, s := range o.segments {
		x, y := at(s, 0)
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			r.path.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			r.path.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			u, v := at(s, 1)
			r.path.QuadTo(x, y, u, v)
		case sfnt.SegmentOpCubeTo:
			u, v := at(s, 1)
			w, z := at(s, 2)
			r.path.CubeTo(x, y, u, v, w, z)
		}
	}
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.path.DrawOp = draw.Src
	r.path.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	mask.Rect = box
	return mask
}

func ordered(a, b float32) (low, high float32) { return min(a, b), max(a, b) }

func floor(x float32) int { return int(math.Floor(float64(x))) }
