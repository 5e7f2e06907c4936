package official_test

import (
	"testing"

	"nhipcau/app/paper"
	. "nhipcau/app/paper/official"
)

func TestRowsOfAGrid(t *testing.T) {
	grid := Standard().Grid(GridColumn{Title: "STT", Width: 12, Center: true}, GridColumn{Title: "Họ và tên"})
	grid.RowHeight = 11
	grid.Group("A. ĐOÀN CÔNG TÁC")
	grid.SubGroup("I. LÃNH ĐẠO HUYỆN")
	grid.Add("1", "Đại biểu 01")
	grid.AddStrong("2", "Đại biểu 02")
	grid.Add("3", "Đại biểu 03")
	pages := lay(t, Standard().Document("", []paper.Block{grid.Table()}))
	for text, style := range map[string]paper.Style{
		"A. ĐOÀN CÔNG TÁC": paper.Bold, "I. LÃNH ĐẠO HUYỆN": paper.BoldItalic, "Đại biểu 01": paper.Regular, "Đại biểu 02": paper.Bold,
	} {
		if got, _ := found(t, pages, text); got.Style != style {
			t.Errorf("%q is %s", text, got.Style)
		}
	}
	second, _ := found(t, pages, "Đại biểu 02")
	third, _ := found(t, pages, "Đại biểu 03")
	if d := third.Y - second.Y; d < 11 {
		t.Errorf("rows of %.1f mm", d)
	}
}
