package precedence_test

import (
	"slices"
	"strings"
	"testing"

	"nhipcau/app/catalogue"
	"nhipcau/app/precedence"
)

func TestRank(t *testing.T) {
	const (
		province = precedence.Province
		district = precedence.District
		commune  = precedence.Commune
	)
	tests := []struct {
		post  string
		level precedence.Level
		want  []int
	}{
		// The results of domain notes §3.4.
		{"Chủ tịch UBND huyện", district, []int{345}},
		{"Phó chủ tịch UBND huyện", district, []int{372}},
		{"HUV, Trưởng phòng LĐTBXH", district, []int{390, 404}},
		{"Chủ tịch UBND xã", district, []int{545}},
		{"Bí thư Huyện đoàn", district, []int{406}},
		{"Lái xe", district, []int{900}},

		// The article, as printed.
		{"Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện Thạch An", district, []int{310, 340}},
		{"Phó Bí thư Thường trực Huyện ủy Đắk Glong", district, []int{310}},
		{"Phó Bí thư Huyện ủy, Chủ tịch UBND huyện", district, []int{335, 345}},
		{"UVBTV Phó Chủ tịch HĐND huyện", district, []int{360, 370}},
		{"UVBTV Phó Chủ tịch UBND huyện", district, []int{360, 372}},

		// Spellings.
		{"PBT TT Huyện ủy", district, []int{310}},
		{"Phó bí thư thường trực huyện uỷ", district, []int{310}},
		{"Phó Bí thư - Chủ tịch UBND huyện", district, []int{335, 345}},
		{"Phó Bí thư – Chủ tịch UBND huyện", district, []int{335, 345}},
		{"PBT, CT UBND huyện", district, []int{335, 345}},
		{"Pho Bi thu Huyen uy, Chu tich UBND huyen", commune, []int{335, 345}},
		{"Ủy viên Ban Thường vụ, Phó Chủ tịch Ủy ban nhân dân huyện", district, []int{360, 372}},
		{"Uỷ viên BTV Huyện uỷ; PCT HĐND huyện", district, []int{360, 370}},
		{"Phó Chủ tịch Thường trực HĐND huyện", district, []int{370}},
		{"PCT TT UBND huyện", district, []int{372}},
		{"CHỦ TỊCH UBND HUYỆN", commune, []int{345}},
		{"Phó Chủ tịch huyện", district, []int{372}},

		// Levels.
		{"Chủ tịch UBND", district, []int{345}},
		{"Chủ tịch UBND", commune, []int{545}},
		{"Chủ tịch UBND", "", []int{545}},
		{"Bí thư Tỉnh ủy", commune, []int{100}},
		{"Bí thư Đảng ủy, Chủ tịch HĐND xã", commune, []int{500, 540}},
		{"Bí thư Đảng ủy, Chủ tịch HĐND phường", province, []int{500, 540}},
		{"Phó Bí thư Thường trực Đảng ủy xã", district, []int{510}},
		{"ĐUV, Phó Chủ tịch UBND đặc khu", commune, []int{572, 590}},
		{"HUV, Chủ tịch UBND xã Quảng Khê", district, []int{390, 545}},
		{"Chủ tịch UBND xã Quảng Khê, huyện Đắk Glong, tỉnh Đắk Nông", district, []int{545}},
		{"Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Huyện ủy Thạch An", district, []int{160, 300}},
		{"TUV, Giám đốc Sở Nội vụ", province, []int{190, 204}},
		{"Giám đốc Sở Lao động - Thương binh và Xã hội", commune, []int{204}},
		{"Trưởng phòng Nghiệp vụ, Sở Nội vụ", province, []int{240}},
		{"Phó Chủ tịch UBND thành phố", district, []int{372}},
		{"Phó Chủ tịch UBND thành phố", province, []int{172}},
		{"Phó Chủ tịch UBND thành phố Hồ Chí Minh", commune, []int{172}},
		{"Bí thư Thành ủy", district, []int{300}},
		{"Bí thư Thị ủy", commune, []int{300}},
		{"Chủ tịch UBND TT Đông Khê", district, []int{545}},
		{"Chủ tịch UBND TX", commune, []int{345}},

		// Traps.
		{"Trưởng phòng Lao động - Thương binh và Xã hội", district, []int{404}},
		{"Trưởng phong Lao dong - Thuong binh va Xa hoi", district, []int{404}},
		{"Trưởng phòng Thống kê số liệu", district, []int{404}},
		{"Phó Giám đốc cơ sở cai nghiện", district, []int{430}},
		{"Chuyên viên phụ trách hợp tác xã", district, []int{800}},
		{"Chủ tịch Liên minh hợp tác xã", province, []int{precedence.Unknown}},
		{"TP Nội vụ", district, []int{404}},
		{"HUV, TP Nội vụ", district, []int{390, 404}},
		{"PTP Tài nguyên và Môi trường", district, []int{430}},
		{"Trưởng phòng Tổ chức cán bộ", district, []int{404}},
		{"Trưởng phòng Tài nguyên và Môi trường", district, []int{404}},
		{"Phó Trưởng phòng GD&ĐT", district, []int{430}},
		{"GĐ Sở GD&ĐT", province, []int{204}},
		{"Trưởng bản", commune, []int{710}},
		{"Trưởng Ban", district, []int{402}},
		{"Bí thư Chi bộ, Trưởng thôn", commune, []int{700, 710}},
		{"Bí thư Đảng ủy Sở Nội vụ", province, []int{208}},

		// Agencies, Front, mass organisations, others.
		{"Chánh Văn phòng HĐND và UBND", commune, []int{604}},
		{"Chánh Văn phòng Huyện ủy", district, []int{400}},
		{"Phó Chánh Văn phòng", district, []int{430}},
		{"Chủ nhiệm UBKT Huyện ủy", district, []int{400}},
		{"Trưởng Ban Tổ chức Huyện ủy", district, []int{400}},
		{"Trưởng Ban Pháp chế HĐND huyện", district, []int{402}},
		{"Trưởng Ban Quản lý dự án huyện", district, []int{404}},
		{"Giám đốc Trung tâm Phục vụ hành chính công xã", commune, []int{604}},
		{"Chỉ huy trưởng Ban Chỉ huy Quân sự huyện", district, []int{404}},
		{"Trưởng Công an huyện", district, []int{404}},
		{"UVBTV, Chủ tịch Ủy ban MTTQ Việt Nam huyện", district, []int{360, 374}},
		{"Phó Chủ tịch UBMTTQ, Chủ tịch Hội LHPN xã", commune, []int{606, 630}},
		{"Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã", commune, []int{630}},
		{"Phó Bí thư Huyện đoàn", district, []int{430}},
		{"Trưởng đoàn ĐBQH tỉnh", province, []int{150}},
		{"Chủ tịch UBND huyện, Trưởng đoàn", district, []int{345}},
		{"Lãnh đạo các phòng, ban, đơn vị chuyên môn", district, []int{405}},
		{"Đại diện lãnh đạo một số cơ quan chuyên môn của huyện", commune, []int{405}},
		{"Chủ tịch UBND các xã trên địa bàn huyện", district, []int{545}},
		{"Kế toán", district, []int{800}},
		{"Chủ mô hình", commune, []int{820}},
		{"Giám đốc HTX", commune, []int{820}},
		{"Giám đốc Hợp tác xã", commune, []int{820}},
		{"Phóng viên", district, []int{850}},

		// Who works for somebody does not rank as he does.
		{"Trợ lý Bí thư Tỉnh ủy", province, []int{800}},
		{"Thư ký Chủ tịch UBND tỉnh", province, []int{800}},
		{"Thư ký của đồng chí Phó Bí thư Thường trực Huyện ủy", district, []int{800}},
		{"Thu ky Chu tich UBND tinh", province, []int{800}},
		{"Chuyên viên giúp việc Chủ tịch UBND tỉnh", province, []int{800}},
		{"Giúp việc Thường trực Huyện ủy", district, []int{800}},
		{"Trợ lý", district, []int{800}},
		{"Phó Chánh Văn phòng, Thư ký Bí thư Huyện ủy", district, []int{430, 800}},
		{"Trợ lý Bí thư Tỉnh ủy, Phó Chánh Văn phòng Tỉnh ủy", province, []int{230, 800}},
		{"Lái xe của Chủ tịch UBND huyện", district, []int{900}},
		{"Bí thư Huyện ủy Kỳ Anh", district, []int{300}},
		{"Bí thư Kỳ Anh", district, []int{300}},
		{"Bi thu Ky Anh", district, []int{300}},
		{"Chánh Văn phòng, Thư ký đoàn", district, []int{404}},
		{"Tổng Thư ký Hội Khuyến học", district, []int{precedence.Unknown}},

		{"", district, []int{precedence.Unknown}},
		{"Đại biểu 01", district, []int{precedence.Unknown}},
	}
	ranks := table(t, nil)
	for _, test := range tests {
		if got := precedence.Rank([]string{test.post}, test.level, ranks).Ranks(); !slices.Equal(got, test.want) {
			t.Errorf("Rank(%q, %q) = %v, want %v", test.post, test.level, got, test.want)
		}
	}
}

func TestRankOfSeveralTexts(t *testing.T) {
	ranks := table(t, nil)
	one := precedence.Rank([]string{"Phó Bí thư Huyện ủy, Chủ tịch UBND huyện"}, precedence.District, ranks)
	two := precedence.Rank([]string{"Chủ tịch UBND huyện", "Phó Bí thư Huyện ủy"}, precedence.District, ranks)
	if !slices.Equal(one, two) {
		t.Errorf("%v is not %v", one, two)
	}
	if one[0].Post != "deputy_secretary" || one[0].Level != precedence.District {
		t.Errorf("highest post %+v", one[0])
	}
}

func TestFormer(t *testing.T) {
	ranks := table(t, nil)
	rank := func(post string) precedence.Key {
		return precedence.Rank([]string{post}, precedence.District, ranks)
	}
	serving, former := rank("Phó Bí thư Huyện ủy"), rank("nguyên Phó Bí thư Huyện ủy")
	lower := rank("Chủ tịch HĐND huyện")
	if serving.Compare(former) >= 0 || former.Compare(lower) >= 0 {
		t.Errorf("not in order: %v, %v, %v", serving, former, lower)
	}
	for _, post := range []string{
		"Bí thư Tỉnh ủy Thái Nguyên", "UVBTV Tỉnh ủy Thái Nguyên Bí thư Huyện ủy",
		"Phòng Tài nguyên - Phó Trưởng phòng", "Nguyễn Bí thư",
	} {
		for _, h := range rank(post) {
			if h.Former {
				t.Errorf("%q is read as former: %+v", post, h)
			}
		}
	}
}

func TestOverride(t *testing.T) {
	// Đắk Lắk puts the Party bloc before the Committee's.
	before, after := table(t, nil), table(t, map[string]int{"Trưởng Ban Tổ chức": 365, "Lái xe riêng": 890})
	post := []string{"Trưởng Ban Tổ chức Huyện ủy"}
	if got := precedence.Rank(post, precedence.District, before).Ranks(); !slices.Equal(got, []int{400}) {
		t.Errorf("without override %v", got)
	}
	if got := precedence.Rank(post, precedence.District, after).Ranks(); !slices.Equal(got, []int{365}) {
		t.Errorf("with override %v", got)
	}
	if got := precedence.Rank([]string{"Lái xe riêng"}, precedence.District, after).Ranks(); !slices.Equal(got, []int{890}) {
		t.Errorf("new post %v", got)
	}
}

// Longer patterns go first, so that each head of something needs his deputy in
// the rules too: "Phó Trưởng Ban Tổ chức" must not be read as his head.
func TestADeputyNeverRanksAsTheHead(t *testing.T) {
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	ranks := table(t, nil)
	for _, p := range c.Ranks.Posts {
		for _, pattern := range p.Patterns {
			pattern = strings.TrimLeft(pattern, "=^")
			first, _, _ := strings.Cut(pattern, " ")
			if !slices.Contains([]string{"Bí", "Chủ", "Trưởng", "Giám", "Chánh", "Chỉ", "Viện"}, first) {
				continue
			}
			head := precedence.Rank([]string{pattern}, precedence.District, ranks)
			deputy := precedence.Rank([]string{"Phó " + pattern}, precedence.District, ranks)
			together := slices.Contains(p.Patterns, "Phó "+pattern)
			if !together && head[0].Rank < 700 && deputy.Compare(head) <= 0 {
				t.Errorf("Phó %s ranks %v, %s %v", pattern, deputy.Ranks(), pattern, head.Ranks())
			}
		}
	}
}
