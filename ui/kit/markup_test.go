package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

// TestMarkup compares what the widgets draw with the files in testdata; a changed drawing is laid down in testdata/failed.
func TestMarkup(t *testing.T) {
	tests := []struct {
		name          string
		width, height float32
		build         func(env *kit.Env) fyne.CanvasObject
	}{
		{"button_primary", 160, 32, func(*kit.Env) fyne.CanvasObject {
			return kit.NewIconButton(kit.Primary, icons.Plus, "Thêm đại biểu", nil)
		}},
		{"button_danger", 100, 32, func(*kit.Env) fyne.CanvasObject { return kit.NewButton(kit.Danger, "Xóa", nil) }},
		{"chip_warning", 140, 20, func(*kit.Env) fyne.CanvasObject {
			return kit.NewIconChip(kit.AmberTone, icons.Warning, "Gói 3 chưa nhận")
		}},
		{"segmented", 220, 32, func(*kit.Env) fyne.CanvasObject {
			return kit.NewSegmented([]string{"Dòng thời gian", "Danh sách"}, nil)
		}},
		{"checkbox", 160, 25, func(*kit.Env) fyne.CanvasObject {
			c := kit.NewCheckBox("In hai mặt", nil)
			c.SetChecked(true)
			return c
		}},
		{"ring", 56, 56, func(*kit.Env) fyne.CanvasObject { return kit.NewLargeRing(7, 9) }},
		{"tabs", 300, 36, func(*kit.Env) fyne.CanvasObject {
			return kit.NewTabs([]kit.Tab{{ID: "a", Title: "Thông tin"}, {ID: "b", Title: "Thành phần", Count: "34"}}, nil)
		}},
		{"line", 300, 44, func(*kit.Env) fyne.CanvasObject {
			return kit.NewLine("Gói 4 từ huyện Thạch An", "Khác nhau 2, đề nghị 1", "Xem gói", func() {})
		}},
		{"field_error", 240, 80, func(env *kit.Env) fyne.CanvasObject {
			f := kit.NewTextField(env, "Mục đích")
			f.SetValue("Học tập")
			f.SetError("Còn thiếu nội dung.")
			return f
		}},
		{"grid", 300, 90, func(env *kit.Env) fyne.CanvasObject {
			g := kit.NewGrid(env, func(d delegate) string { return d.name }, columns()...)
			g.SetRows(delegates(2))
			g.Select("Đại biểu 00001")
			g.SetSort("id", false)
			return g
		}},
		{"empty", 300, 80, func(*kit.Env) fyne.CanvasObject {
			return kit.EmptyState("Chưa có mô hình.", kit.NewButton(kit.Secondary, "Thêm mô hình", nil), nil)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			env, _ := kittest.Env()
			kittest.App(t, theme.Light, theme.Percent100)
			w := test.NewTempWindow(t, tt.build(env))
			w.SetPadded(false)
			w.Resize(fyne.NewSize(tt.width, tt.height))
			test.AssertRendersToMarkup(t, tt.name+".xml", w.Canvas())
		})
	}
}

// TestFocusIsAlwaysSeen draws each widget with and without the keyboard and wants to see a difference.
func TestFocusIsAlwaysSeen(t *testing.T) {
	env, _ := kittest.Env()
	build := map[string]func() fyne.CanvasObject{
		"button":    func() fyne.CanvasObject { return kit.NewButton(kit.Secondary, "Để sau", nil) },
		"primary":   func() fyne.CanvasObject { return kit.NewButton(kit.Primary, "Áp dụng", nil) },
		"quiet":     func() fyne.CanvasObject { return kit.NewButton(kit.Quiet, "Hủy", nil) },
		"icon":      func() fyne.CanvasObject { return kit.NewIconButton(kit.Plain, icons.Undo, "", nil) },
		"segmented": func() fyne.CanvasObject { return kit.NewSegmented([]string{"a", "b"}, nil) },
		"checkbox":  func() fyne.CanvasObject { return kit.NewCheckBox("In hai mặt", nil) },
		"radio":     func() fyne.CanvasObject { return kit.NewRadio("13:30", nil) },
		"tabs":      func() fyne.CanvasObject { return kit.NewTabs([]kit.Tab{{ID: "a", Title: "Thông tin"}}, nil) },
		"link":      func() fyne.CanvasObject { return kit.NewLink("Xem tất cả", func() {}) },
		"line":      func() fyne.CanvasObject { return kit.NewLine("Gửi biên bản", "", "Hôm nay", func() {}) },
		"field":     func() fyne.CanvasObject { return kit.NewTextField(env, "Tên") },
		"area":      func() fyne.CanvasObject { return kit.NewTextArea(env, "Ghi chú", 2) },
		"select":    func() fyne.CanvasObject { return kit.NewSelect(env, "Loại", nil) },
		"sheet":     func() fyne.CanvasObject { return kit.NewSheet(env) },
		"rail": func() fyne.CanvasObject {
			return kit.NewRail("N", "H", []kit.RailItem{{ID: "a", Title: "A", Icon: icons.Home}}, nil)
		},
		"search": func() fyne.CanvasObject { return kit.NewHeader(kit.HeaderLabels{}, nil, nil, nil).Object() },
		"grid": func() fyne.CanvasObject {
			g := kit.NewGrid(env, func(d delegate) string { return d.name }, columns()[1:2]...)
			g.SetRows(delegates(2))
			return g
		},
		"empty grid": func() fyne.CanvasObject {
			return kit.NewGrid(env, func(d delegate) string { return d.name }, columns()[1:2]...)
		},
	}
	for name, f := range build {
		t.Run(name, func(t *testing.T) {
			w := kittest.Window(t, env, f(), 300, 200)
			before := test.RenderObjectToMarkup(w.Content())
			w.Canvas().FocusNext()
			if w.Canvas().Focused() == nil {
				t.Fatal("Tab does not reach it")
			}
			if test.RenderObjectToMarkup(w.Content()) == before {
				t.Error("nobody sees that the keyboard is here")
			}
		})
	}
}
