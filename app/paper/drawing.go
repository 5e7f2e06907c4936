package paper

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // photographs of field visits
	_ "image/png"  // QR codes, charts and signatures
)

// HairStroke is the width in millimetres of thin lines: half a point.
const HairStroke = 0.5 * MillimetresPerPoint

// maxPicturePixels bounds what a picture may unpack to, so that a small hostile file cannot fill the memory.
const maxPicturePixels = 64 << 20

// Ink is an opaque colour; the zero value is black.
type Ink struct{ R, G, B uint8 }

// Fill is the inside of a shape: nothing, or an ink.
type Fill struct {
	On  bool
	Ink Ink
}

// Drawing is a block of shapes: seat plans, charts, name cards, QR codes.
type Drawing struct {
	Width, Height float64 // mm
	Align         Align
	Before, After float64 // points
	Changed       bool    // a stroke in the left margin says so
	Shapes        []Shape // placed from the drawing's top left corner
}

// Shape is a part of a drawing: Line, Rect, Polygon, Picture or Label.
type Shape interface{ shape() }

// Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64
	Stroke         float64 // width in mm
	Ink            Ink
}

// Rect is an upright rectangle.
type Rect struct {
	X, Y, W, H float64
	Stroke     float64 // width in mm of the outline; 0 means none
	Ink        Ink     // of the outline
	Fill       Fill
}

// Point is a place in millimetres.
type Point struct{ X, Y float64 }

// Polygon is a closed shape of straight edges.
type Polygon struct {
	Points []Point
	Stroke float64 // width in mm of the outline; 0 means none
	Ink    Ink     // of the outline
	Fill   Fill
}

// Picture is a PNG or JPEG file drawn over a rectangle.
type Picture struct {
	X, Y, W, H float64
	Data       []byte
	decoded    image.Image
}

// Label is text inside a rectangle of a drawing.
type Label struct {
	X, Y, W, H float64
	Paragraphs []Paragraph
	Top        bool // at the top of the rectangle instead of its middle
	Fit        bool // type is made smaller until no word is broken and the text fits; U+00A0 keeps a name on one line
	Turned     bool // upside down, as on the back face of a folded card
}

func (Line) shape()    {}
func (Rect) shape()    {}
func (Polygon) shape() {}
func (Picture) shape() {}
func (Label) shape()   {}

// decode reads the picture's file.
func (p Picture) decode() (Picture, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(p.Data))
	if err != nil {
		return p, fmt.Errorf("picture: %w", err)
	}
	if config.Width*config.Height > maxPicturePixels {
		return p, fmt.Errorf("picture of %d × %d dots: %w", config.Width, config.Height, ErrTooLarge)
	}
	p.decoded, _, err = image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return p, fmt.Errorf("picture: %w", err)
	}
	return p, nil
}
