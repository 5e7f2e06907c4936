package word_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"nhipcau/app/desk/desktest"
	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// trial is a document that has to look in Word as it does on paper.
type trial struct {
	name string
	make func(testing.TB) paper.Document
}

// trials are the documents that Word files are tried with. A new paper goes in here.
func trials() []trial {
	return []trial{
		{"programme of the sample", sampleProgramme},
		{"programme as a draft", func(t testing.TB) paper.Document {
			doc := sampleProgramme(t)
			doc.Draft = true
			return doc
		}},
		{"plan with annexes", func(testing.TB) paper.Document { return plan3() }},
		{"list of 200 rows", func(testing.TB) paper.Document { return list(200) }},
		{"running text", func(testing.TB) paper.Document { return runningText() }},
		{"words that break", func(testing.TB) paper.Document { return breakable() }},
		{"side by side", func(testing.TB) paper.Document { return sideBySide() }},
		{"reprint", func(testing.TB) paper.Document { return reprint() }},
		{"drawings", func(t testing.TB) paper.Document { return drawings(t) }},
	}
}

func sampleProgramme(t testing.TB) paper.Document {
	t.Helper()
	d := desktest.New(t)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := d.Subject(visit, papers.Request{Kind: "programme"}, func(r plan.Record, field string) string { return r.Label() + " (" + field + ")" })
	if err != nil {
		t.Fatal(err)
	}
	return papers.Programme(subject)
}

// sentence is running text with the hyphens, brackets and long words of official papers.
const sentence = "Căn cứ Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia giảm " +
	"nghèo bền vững giai đoạn 2021-2025 (gọi tắt là Chương trình); Kế hoạch số 15/KH-UBND; đề nghị Phòng LĐ-TB&XH phối hợp với các cơ quan, " +
	"đơn vị liên quan thực hiện từ 13h30-14h00, ngày 10/6/2024 - kịp thời, đúng quy định."

func body(n int) []paper.Block {
	var out []paper.Block
	for i := range n {
		words := strings.Fields(sentence)
		turn := i * 5 % len(words)
		out = append(out, official.Standard().Body(strings.Join(append(append([]string(nil), words[turn:]...), words[:turn]...), " ")))
	}
	return out
}

func letterhead() []paper.Block {
	return official.Standard().Header(official.Letterhead{
		Issuer: []official.Line{{Text: "UBND HUYỆN ĐẮK GLONG"}, {Text: "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", Bold: true}},
		Number: official.Number("", "KH-LĐTBXH"), Date: official.PlaceDate("Đắk Glong", 0, 6, 2024),
	})
}

func signature() []paper.Block {
	return official.Standard().SignatureBlock(official.Signature{
		Authority: []string{"KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"}, Signer: "Họ và tên người ký",
		Recipients: []string{"Thường trực Huyện ủy (b/c)", "UBND huyện (b/c)", "Các cơ quan, đơn vị liên quan", "Lưu: VT"},
	})
}

func attendees(n int) *official.Grid {
	grid := official.Standard().Grid(
		official.GridColumn{Title: "TT", Width: 12, Center: true}, official.GridColumn{Title: "Họ và tên"}, official.GridColumn{Title: "Chức vụ, đơn vị"}, official.GridColumn{Title: "Ghi chú", Width: 25},
	)
	post := []rune("Phó Trưởng phòng Lao động - Thương binh và Xã hội huyện")
	for i := range n {
		if i%25 == 0 {
			grid.Group("NHÓM " + string(rune('A'+i/25)))
		}
		grid.Add(strings.Repeat("1", 1+i%3), "Đại biểu "+strings.Repeat("mười ", i%4)+"hai", string(post[:25+i%20]), "")
	}
	return grid
}

// plan3 is a paper of several pages with an annex on a lying sheet and another that stands again.
func plan3() paper.Document {
	lying, standing := paper.A4Landscape(), paper.A4Portrait()
	return official.Standard().Document("Kế hoạch tổ chức đoàn",
		letterhead(),
		official.Standard().Title("KẾ HOẠCH", "Tổ chức đoàn công tác học tập kinh nghiệm thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững"),
		[]paper.Block{official.Standard().Heading1("I. MỤC ĐÍCH, YÊU CẦU")}, body(4),
		[]paper.Block{official.Standard().Heading1("II. NỘI DUNG"), official.Standard().Item("1. Thời gian:", "01 ngày, ngày 10 tháng 6 năm 2024.")}, body(5),
		signature(),
		official.Standard().Annex(official.AnnexHeading{
			Label: "Phụ lục I", Title: "DANH SÁCH ĐOÀN CÔNG TÁC", Reference: "(Kèm theo Kế hoạch số      /KH-LĐTBXH ngày      tháng 6 năm 2024)",
		}, &lying),
		[]paper.Block{attendees(60).Table()},
		official.Standard().Annex(official.AnnexHeading{Label: "Phụ lục II", Title: "LỊCH TRÌNH"}, &standing),
		body(4),
		signature(),
	)
}

// reprint is plan3 with a line more, another gone, two reworded and two more rows, marked against it.
func reprint() paper.Document {
	old, now := plan3(), plan3()
	old.Blocks = append(old.Blocks, official.Standard().Body("Thực hiện từ năm trước."))
	blocks := append([]paper.Block(nil), now.Blocks...)
	for i, b := range blocks {
		if table, ok := b.(paper.Table); ok {
			rows := append([]paper.Row(nil), table.Rows...)
			rows[3], rows[4] = paper.Row{Cells: rows[5].Cells}, paper.Row{Cells: rows[6].Cells}
			table.Rows = rows
			blocks[i] = table
		}
	}
	said := official.Standard().Body(sentence + " Nội dung này mới.")
	blocks[4], blocks[5] = said, official.Standard().Body("Thêm một dòng.")
	now.Blocks = blocks
	now, _ = papers.MarkChanges(old, now)
	now.Reprint = "Bản in lần 2 ngày 05/6/2024, thay bản in lần 1 ngày 01/6/2024"
	return now
}

func list(rows int) paper.Document {
	return official.Standard().Document("Danh sách", official.Standard().Title("DANH SÁCH", ""), []paper.Block{attendees(rows).Table()})
}

func runningText() paper.Document {
	blocks := body(14)
	for i, align := range []paper.Align{paper.Left, paper.Right, paper.Center, paper.Justify} {
		p := official.Standard().Body(sentence)
		p.Align, p.Indent, p.FirstIndent, p.Leading = align, float64(5*i), float64(3-4*i), 1+float64(i)/4
		p.Before, p.After = 4, float64(3*i)
		p.Runs = append(p.Runs, paper.Run{Text: " Chữ đậm, ", Bold: true}, paper.Run{Text: "nghiêng và nhỏ,\nxuống dòng.", Italic: true, Size: 11})
		blocks = append(blocks, p)
	}
	return official.Standard().Document("Văn bản", blocks, body(9))
}

// breakable has, at the end of lines, the words that one program or another would break inside.
func breakable() paper.Document {
	words := strings.Fields("15/KH-UBND 8h00–9h00 xã/phường/thị_trấn và/hoặc +84-912-345-678 (LĐ-TB&XH) 1.200.000đ 50% 25°C a—b “Chương trình”… " +
		"phong.ldtbxh@dakglong.daknong.gov.vn 10/6/2024 Krông-Nô C:\\hồ-sơ 2021–2025; QĐ-TTg, [1]–[3] 3×4 a=b {x} #5 $7 1+1 A|B 'ab'-\"cd\" ĐT:0912 A.B.C")
	var blocks []paper.Block
	for i := range 2 * len(words) {
		turned := append(append([]string(nil), words[i%len(words):]...), words[:i%len(words)]...)
		blocks = append(blocks, official.Standard().Body(strings.Repeat("i", i)+" "+strings.Join(turned, " ")))
	}
	return official.Standard().Document("Ngắt dòng", blocks)
}

func sideBySide() paper.Document {
	cell := func(text string) paper.Cell {
		return paper.Cell{Paragraphs: []paper.Paragraph{{Runs: []paper.Run{{Text: text}}}}}
	}
	table := paper.Table{
		Columns: []paper.Column{{Width: 30}, {}, {}}, Border: paper.GridBorder, Padding: paper.Padding{X: 2, Y: 1},
		Rows: []paper.Row{
			{Cells: []paper.Cell{cell("a"), cell("b"), {Fill: paper.Fill{On: true, Ink: paper.Ink{R: 220, G: 230, B: 255}}}}},
			{Cells: []paper.Cell{{Paragraphs: cell("giữa").Paragraphs, Span: 2, Middle: true}, cell("một\nhai\nba")}},
			{Cells: []paper.Cell{cell("ô cuối")}, Height: 20},
		},
	}
	return official.Standard().Document("Cạnh nhau",
		letterhead(), official.Standard().Addressees("Ủy ban nhân dân huyện Thạch An", "Phòng Lao động - Thương binh và Xã hội"),
		body(1), []paper.Block{table, table, paper.Space{Height: 5}, table},
		official.Standard().TwoSignatures(official.Pair{Authority: "THƯ KÝ", Signer: "Đại biểu 01"}, official.Pair{Authority: "CHỦ TỌA", Signer: "Đại biểu 02"}),
		[]paper.Block{paper.PageBreak{}, paper.Columns{Weights: []float64{1, 2}, Gap: 6, Parts: [][]paper.Block{
			{official.Standard().Body("Bên trái ngắn."), paper.Rule{Of: 1, Before: 2, After: 2}},
			append(body(1), table),
		}}}, body(1),
		[]paper.Block{paper.PageBreak{}, table}, body(1),
	)
}

func drawings(t testing.TB) paper.Document {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for i := range 40 {
		img.Set(i, i/2, color.RGBA{R: 200, A: 255})
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	label := func(text string) paper.Paragraph {
		return paper.Paragraph{Runs: []paper.Run{{Text: text, Bold: true, Size: 20}}, Align: paper.Center}
	}
	seats := paper.Drawing{Width: 100, Height: 60, Align: paper.Center, Before: 6, After: 6, Shapes: []paper.Shape{
		paper.Rect{W: 100, H: 60, Stroke: paper.HairStroke},
		paper.Label{X: 10, Y: 10, W: 80, H: 15, Paragraphs: []paper.Paragraph{label("CHỦ TỌA")}},
		paper.Picture{X: 40, Y: 35, W: 20, H: 10, Data: data.Bytes()},
		paper.Polygon{Points: []paper.Point{{X: 5, Y: 50}, {X: 15, Y: 50}, {X: 10, Y: 40}}, Fill: paper.Fill{On: true}},
	}}
	card := paper.Drawing{Width: 170, Height: 257, Shapes: []paper.Shape{paper.Rect{W: 170, H: 257, Stroke: 1}}}
	cards := paper.PageSetup{Width: 210, Height: 297, Top: 20, Bottom: 20, Left: 20, Right: 20, Unnumbered: true}
	return official.Standard().Document("Hình", body(1), []paper.Block{seats}, body(1),
		[]paper.Block{paper.PageBreak{Page: &cards}, card, paper.PageBreak{}, card})
}
