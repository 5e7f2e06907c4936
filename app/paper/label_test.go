package paper

import (
	"strings"
	"testing"
)

func card(text string, height float64) Drawing {
	name := Paragraph{Runs: []Run{{Text: text, Bold: true, Size: 60}}, Align: Center}
	return Drawing{Width: 160, Height: 100, Shapes: []Shape{Label{W: 160, H: height, Paragraphs: []Paragraph{name}, Fit: true}}}
}

func TestLabelFits(t *testing.T) {
	for _, c := range []struct {
		text   string
		height float64
		lines  int
		small  bool
	}{
		{"ĐỘNG", 80, 1, false},
		{"NGUYỄN THỊ ẨN", 80, 2, false},
		{"NGUYỄN\u00a0THỊ\u00a0ẨN", 80, 1, true},
		{"NGUYỄN THỊ ẨN ƯỚC CHIẾN THẮNG LỢI", 60, 3, true},
		{"PHÓ-CHỦ-TỊCH-ỦY-BAN-NHÂN-DÂN", 80, 1, true},
	} {
		ops := texts(lay(t, card(c.text, c.height)).List[0])
		if len(ops) != c.lines || ops[0].Size < 60 != c.small {
			t.Errorf("%s: %d lines of %.0f points", c.text, len(ops), ops[0].Size)
		}
		if top, low := ops[0].Y, ops[len(ops)-1].Y; top < 20 || low > 20+c.height {
			t.Errorf("%s: baselines from %.1f to %.1f mm", c.text, top, low)
		}
	}
}

func TestLabelGivesUpFittingAtLast(t *testing.T) {
	ops := texts(lay(t, card(strings.Repeat("x", 5000), 10)).List[0])
	if len(ops) == 0 || ops[0].Size > 10 {
		t.Errorf("%d lines of %v", len(ops), ops[:min(1, len(ops))])
	}
}

func TestLabelStandsInTheMiddle(t *testing.T) {
	label := Label{X: 10, Y: 20, W: 60, H: 30, Paragraphs: []Paragraph{text("giữa")}}
	op, _ := find(t, lay(t, Drawing{Width: 100, Height: 60, Align: Center, Shapes: []Shape{label}}), "giữa")
	if want := 30 + 30 + 10.0; !near(op.X, want, 1e-6) { // left margin, drawing centred in 160 mm, label
		t.Errorf("at %.2f mm, want %.0f", op.X, want)
	}
	if !near(op.Y, 56, 1.5) {
		t.Errorf("baseline at %.2f mm, want it about 56", op.Y)
	}
	label.Top = true
	if op, _ = find(t, lay(t, Drawing{Width: 100, Height: 60, Shapes: []Shape{label}}), "giữa"); op.Y > 45 {
		t.Errorf("baseline at %.2f mm, want it at the top", op.Y)
	}
}
