package official_test

import (
	"nhipcau/app/paper"
	. "nhipcau/app/paper/official"
)

// programme is the paper of the domain notes, §2.1, with an annex on a lying sheet.
func programme() paper.Document {
	grid := Standard().Grid(
		GridColumn{Title: "TT", Width: 10, Center: true},
		GridColumn{Title: "Thời gian", Width: 29, Center: true},
		GridColumn{Title: "Nội dung"},
		GridColumn{Title: "Thực hiện", Width: 42},
		GridColumn{Title: "Địa điểm", Width: 24},
	)
	grid.Group("Ngày 10/6/2024 (thứ Hai)")
	grid.Add("1", "13h30 - 13h45", "Đón tiếp đại biểu", "Văn phòng HĐND và UBND huyện", "Sảnh trụ sở")
	grid.Add("2", "13h45 - 13h50", "Tuyên bố lý do, giới thiệu đại biểu", "Lãnh đạo Văn phòng HĐND và UBND", "Phòng họp")
	grid.Add("3", "13h50 - 14h05", "Phát biểu chào mừng; thông tin khái quát tình hình phát triển kinh tế - xã hội của huyện",
		"Đ/c Nguyễn Văn Thông - PBT TT Huyện ủy", "Phòng họp")
	grid.Add("4", "14h05 - 14h20", "Phát biểu của Trưởng đoàn; nêu mục đích, nội dung cần trao đổi", "Đ/c Nông Long Giang - Trưởng đoàn", "Phòng họp")
	grid.Add("5", "14h20 - 14h40", "Báo cáo kết quả thực hiện Chương trình MTQG giảm nghèo bền vững giai đoạn 2021 - 2025",
		"Đ/c Trịnh Anh - UVBTV, PCT UBND huyện", "Phòng họp")
	grid.Add("6", "14h40 - 15h40", "Trao đổi, thảo luận:\n☐ đào tạo nghề cho lao động nông thôn;\n☑ hỗ trợ nhà ở cho hộ nghèo;\n✓ mô hình sản xuất, sinh kế",
		"Hai bên (điều hành: Đ/c Trần Nam Thuần)", "Phòng họp")
	grid.Add("7", "15h40 - 15h55", "Phát biểu đáp từ; phát biểu kết thúc buổi làm việc", "Trưởng đoàn; lãnh đạo huyện", "Phòng họp")
	grid.Add("8", "15h55 - 16h05", "Tặng quà lưu niệm, chụp ảnh lưu niệm", "Hai bên", "Phòng họp")
	grid.Add("9", "16h15 - 17h15", "Tham quan thực tế mô hình trồng dâu nuôi tằm", "UBND xã Quảng Khê, chủ mô hình", "Thôn 8, xã Quảng Khê")
	grid.Add("10", "17h15", "Tiễn đoàn", "Văn phòng HĐND và UBND", "")
	people := Standard().Grid(
		GridColumn{Title: "STT", Width: 12, Center: true},
		GridColumn{Title: "Họ và tên", Width: 60},
		GridColumn{Title: "Chức vụ, đơn vị công tác"},
		GridColumn{Title: "Ghi chú", Width: 40},
	)
	people.Group("I. LÃNH ĐẠO HUYỆN")
	people.Add("1", "Nông Long Giang", "Phó Chủ tịch UBND huyện", "Trưởng đoàn")
	people.Add("2", "Đại biểu 01", "Phòng Lao động - Thương binh và Xã hội", "")
	return Standard().Document("Chương trình đón tiếp và làm việc",
		Standard().Header(Letterhead{
			Issuer: []Line{{Text: "ỦY BAN NHÂN DÂN", Bold: true}, {Text: "HUYỆN ĐẮK GLONG", Bold: true}},
			Number: Number("", "CTr-UBND"),
			Date:   PlaceDate("Đắk Glong", 0, 6, 2024),
		}),
		Standard().Title("CHƯƠNG TRÌNH", "Đón tiếp và làm việc với Đoàn công tác huyện Thạch An, tỉnh Cao Bằng\n"+
			"về học tập kinh nghiệm thực hiện công tác giảm nghèo bền vững"),
		[]paper.Block{
			Standard().Heading1("I. THỜI GIAN, ĐỊA ĐIỂM"),
			Standard().Item("", "1. Thời gian: 01 buổi, từ 13 giờ 30 phút, ngày 10 tháng 6 năm 2024 (thứ Hai)."),
			Standard().Item("", "2. Địa điểm: Phòng họp UBND huyện Đắk Glong; thôn 8, xã Quảng Khê."),
			Standard().Heading1("II. THÀNH PHẦN"),
			Standard().Item("", "1. Đoàn công tác huyện Thạch An: 20 đồng chí (có danh sách kèm theo)."),
			Standard().Item("", "2. Huyện Đắk Glong: Thường trực Huyện ủy; Thường trực HĐND; lãnh đạo UBND huyện; lãnh đạo một số phòng, ban chuyên môn của huyện."),
			Standard().Heading1("III. NỘI DUNG CHƯƠNG TRÌNH"),
			grid.Table(),
			Standard().Heading1("IV. PHÂN CÔNG CHUẨN BỊ"),
			Standard().Item("1. Văn phòng HĐND và UBND:", "phòng họp, biển tên, ma-két, tài liệu, nước uống, giới thiệu đại biểu."),
			Standard().Item("", "2. Phòng Lao động - Thương binh và Xã hội: báo cáo, số liệu, nội dung trả lời câu hỏi của đoàn."),
			Standard().Item("", "3. UBND xã Quảng Khê: điểm tham quan, người giới thiệu mô hình, an toàn, vệ sinh."),
			Standard().Item("", End("4. Công an huyện: an ninh, dẫn đường (nếu cần).")),
		},
		Standard().SignatureBlock(Signature{
			Authority: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"},
			Signer:    "Họ và tên người ký",
			Recipients: []string{
				"Thường trực Huyện ủy (b/c)", "UBND huyện Thạch An (p/h)", "Các cơ quan, đơn vị liên quan", "UBND xã Quảng Khê",
				"Lưu: VT, LĐTBXH",
			},
		}),
		Standard().Annex(AnnexHeading{
			Label: "Phụ lục", Title: "DANH SÁCH", About: "Thành viên Đoàn công tác huyện Thạch An",
			Reference: "(Kèm theo Chương trình số      /CTr-UBND ngày     /6/2024 của UBND huyện Đắk Glong)",
		}, landscape()),
		[]paper.Block{people.Table()},
	)
}

func landscape() *paper.PageSetup {
	page := paper.A4Landscape()
	return &page
}
