package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

func writePDF(t testing.TB, pages *Pages) []byte {
	t.Helper()
	var file bytes.Buffer
	info := Info{Author: "UBND xã", Creator: "Nhịp Cầu", Created: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)}
	if err := WritePDF(&file, pages, info); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

var (
	streamPattern = regexp.MustCompile(`(?s)/Filter /FlateDecode[^>]*>>\s*stream\n(.*?)\nendstream`)
	textPattern   = regexp.MustCompile(`(?s)BT ([-\d.]+) ([-\d.]+) Td \((.*?[^\\]|)\) Tj ET`)
)

// streams unpacks the compressed streams of a PDF that are texts of operators.
func streams(t testing.TB, file []byte) (list []string) {
	t.Helper()
	for _, m := range streamPattern.FindAllSubmatch(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // a picture
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(data))
	}
	return list
}

// shown is a word that a PDF shows, in points from the bottom left corner.
type shown struct {
	x, y float64
	text string
}

func shownWords(t testing.TB, file []byte) (words []shown) {
	t.Helper()
	for _, s := range streams(t, file) {
		for _, m := range textPattern.FindAllStringSubmatch(s, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			words = append(words, shown{x, y, utf16Text(m[3])})
		}
	}
	return words
}

var escapes = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r")

func utf16Text(s string) string {
	raw := escapes.Replace(s)
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}

// sample is a document of two pages with everything that the pen draws.
func sample(t testing.TB) Document {
	t.Helper()
	body := text(sentence + "(trong ngoặc) \\ 10\u00a0giờ ẨỄỬỘ")
	body.Align, body.FirstIndent, body.Outline = Justify, 10, 1
	landscape := A4Landscape()
	return Document{Title: "Chương trình (thử) 😀", Language: "vi-VN", Page: A4Portrait(), Blocks: []Block{
		body,
		Paragraph{Runs: []Run{{Text: "Đậm ", Bold: true, Ink: Ink{R: 200}}, {Text: "nghiêng", Italic: true}}, Outline: 3},
		Table{Columns: []Column{{}, {}}, Border: GridBorder, Rows: []Row{cells("a", "☑ b")}},
		Drawing{Width: 60, Height: 40, Align: Center, Shapes: []Shape{
			Rect{W: 60, H: 40, Stroke: 0.5},
			Line{X2: 60, Y2: 40, Stroke: 0.2},
			Rect{X: 1, Y: 1, W: 5, H: 5, Fill: Fill{On: true}},
			Rect{},
			Polygon{Points: []Point{{5, 5}, {20, 5}, {5, 20}}, Stroke: 0.3, Fill: Fill{On: true, Ink: Ink{G: 90}}},
			Picture{X: 30, Y: 5, W: 10, H: 10, Data: pngFile(t)},
			Picture{X: 45, Y: 5, W: 10, H: 10, Data: jpegFile(t)},
			Label{X: 0, Y: 20, W: 60, H: 20, Paragraphs: []Paragraph{text("Ngược")}, Turned: true},
		}},
		PageBreak{Page: &landscape},
		Paragraph{Runs: []Run{{Text: "Trang hai"}}, Outline: 1},
	}}
}

func picture(width int) image.Image {
	img := image.NewNRGBA64(image.Rect(0, 0, width, 4))
	for x := range width {
		for y := range 4 {
			img.Set(x, y, color.NRGBA64{R: uint16(x) * 10000, G: uint16(y) * 15000, A: 0xFFFF - uint16(x)*8000})
		}
	}
	return img
}

func pngFile(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, picture(6)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFile(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(5), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPDFShowsTheDisplayList: every word of the display list is in the file, in order, within two hundredths of a point.
func TestPDFShowsTheDisplayList(t *testing.T) {
	pages := layDocument(t, sample(t))
	words := shownWords(t, writePDF(t, pages))
	fonts, next := pages.fonts, 0
	for _, page := range pages.List {
		for _, op := range texts(page) {
			x := op.X
			for _, word := range strings.SplitAfter(op.String, " ") {
				if word == "" {
					continue // after a space at the end
				}
				if next == len(words) {
					t.Fatalf("%q is not in the file", word)
				}
				got, wantX, wantY := words[next], x/MillimetresPerPoint, (page.Height-op.Y)/MillimetresPerPoint
				if got.text != word || !near(got.x, wantX, 0.02) || !near(got.y, wantY, 0.02) {
					t.Errorf("%+v, want %q at %.2f %.2f", got, word, wantX, wantY)
				}
				x += fonts.Width(word, op.Style, op.Size) + op.Gap
				next++
			}
		}
	}
	if next != len(words) {
		t.Errorf("%d words too many", len(words)-next)
	}
}

func utf16Hex(s string) string {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return hex.EncodeToString(b)
}

func TestPDFSaysWhatItIs(t *testing.T) {
	pages := layDocument(t, sample(t))
	file := writePDF(t, pages)
	for name, want := range map[string]string{
		"language": "/Lang (vi-VN)",
		"date":     "/CreationDate (D:20261123080000)",
		"regular":  "/BaseFont /utf8serif\n",
		"bold":     "/BaseFont /utf8serifB\n",
		"italic":   "/BaseFont /utf8serifI\n",
		"unicode":  "/ToUnicode",
		"size":     "/MediaBox [0 0 841.89 595.28]",
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("%s: no %q", name, want)
		}
	}
	if bytes.Contains(file, []byte("serifBI")) {
		t.Error("a style that no page uses is embedded")
	}
	raw := hex.EncodeToString([]byte(escapes.Replace(string(file))))
	for _, title := range []string{"Chương trình (thử) □", "Trang hai", "Đậm nghiêng", "UBND xã"} {
		if !strings.Contains(raw, utf16Hex(title)) {
			t.Errorf("no %q", title)
		}
	}
	if n := bytes.Count(file, []byte("/Dest [")); n != 3 {
		t.Errorf("%d bookmarks, want 3", n)
	}
	// The first bookmark is at the top margin of an upright page, although the last page is a lying one.
	if want := fmt.Sprintf("/XYZ 0 %.2f null", (297-20)/MillimetresPerPoint); !bytes.Contains(file, []byte(want)) {
		t.Errorf("no %q", want)
	}
}

func TestPDFIsTheSameEveryTime(t *testing.T) {
	pages := layDocument(t, sample(t))
	if !bytes.Equal(writePDF(t, pages), writePDF(t, pages)) {
		t.Error("two files of the same pages differ")
	}
}

func TestPDFLeavesOutAStrangeLanguage(t *testing.T) {
	pages := layDocument(t, Document{Language: "vi) /Evil (", Page: A4Portrait()})
	if bytes.Contains(writePDF(t, pages), []byte("/Lang")) {
		t.Error("the language breaks out of its brackets")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestPDFReportsABrokenWriter(t *testing.T) {
	if err := WritePDF(brokenWriter{}, lay(t, text("a")), Info{}); err == nil {
		t.Error("no error")
	}
}

func TestPicturesThatCannotBeRead(t *testing.T) {
	hostile := append([]byte(nil), pngFile(t)...)
	copy(hostile[16:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65,536 × 65,536 dots; the checksum is wrong too
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("<svg/>"), "huge": hostile, "torn": pngFile(t)[:60]} {
		doc := Document{Page: A4Portrait(), Blocks: []Block{Drawing{Width: 9, Height: 9, Shapes: []Shape{Picture{W: 9, H: 9, Data: data}}}}}
		if _, err := Layout(doc, loadFonts(t)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
