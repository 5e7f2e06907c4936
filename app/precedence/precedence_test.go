package precedence_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/catalogue"
	"nhipcau/app/precedence"
)

func table(t testing.TB, overrides map[string]int) precedence.Table {
	t.Helper()
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	table, err := c.RankTable(overrides)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

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

// The people of the public article, in the order in which it prints each side.
func guests() []precedence.Person {
	return []precedence.Person{
		{ID: "1", FullName: "Nông Long Giang", Posts: []string{"Phó Chủ tịch UBND huyện"}, Level: precedence.District, Head: true},
		{ID: "2", FullName: "Triệu Thị Thiết", Posts: []string{"Phó Bí thư Thường trực Huyện ủy", "Chủ tịch HĐND huyện"}, Level: precedence.District},
		{ID: "3", FullName: "Nông Thế Phúc", Posts: []string{"Chủ tịch UBND huyện"}, Level: precedence.District},
		{ID: "4", FullName: "Lãnh đạo các phòng, ban", Posts: []string{"Lãnh đạo các phòng, ban, đơn vị chuyên môn"}, Level: precedence.District},
		{ID: "5", FullName: "Chủ tịch UBND các xã", Posts: []string{"Chủ tịch UBND các xã trên địa bàn huyện Thạch An"}, Level: precedence.District},
	}
}

func hosts() []precedence.Person {
	return []precedence.Person{
		{ID: "1", FullName: "Nguyễn Văn Thông", Posts: []string{"Phó Bí thư Thường trực Huyện ủy Đắk Glong"}, Level: precedence.District},
		{ID: "2", FullName: "Trần Nam Thuần", Posts: []string{"Phó Bí thư Huyện ủy, Chủ tịch UBND huyện"}, Level: precedence.District},
		{ID: "3", FullName: "Nguyễn Hữu Tấn", Posts: []string{"UVBTV Phó Chủ tịch HĐND huyện"}, Level: precedence.District},
		{ID: "4", FullName: "Trịnh Anh", Posts: []string{"UVBTV Phó Chủ tịch UBND huyện"}, Level: precedence.District},
		{ID: "5", FullName: "Lãnh đạo cơ quan chuyên môn", Posts: []string{"Đại diện lãnh đạo một số cơ quan chuyên môn"}, Level: precedence.District},
	}
}

func ids(placed []precedence.Placed) []string {
	out := make([]string, len(placed))
	for i, p := range placed {
		out[i] = p.Person.ID
	}
	return out
}

func whys(placed []precedence.Placed) []precedence.Why {
	out := make([]precedence.Why, len(placed))
	for i, p := range placed {
		out[i] = p.Reason.Why
	}
	return out
}

func TestArticle(t *testing.T) {
	ranks := table(t, nil)
	for name, people := range map[string][]precedence.Person{"guests": guests(), "hosts": hosts()} {
		want := []string{"1", "2", "3", "4", "5"}
		shuffled := slices.Clone(people)
		slices.Reverse(shuffled)
		if got := ids(precedence.Order(shuffled, ranks)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want the order printed", name, got)
		}
	}
}

func TestReasons(t *testing.T) {
	ranks := table(t, nil)
	placed := precedence.Order(hosts(), ranks)
	want := []precedence.Why{
		precedence.WhyRank, precedence.WhyRank, precedence.WhyRank, precedence.WhyFurtherPost, precedence.WhyRank,
	}
	if got := whys(placed); !slices.Equal(got, want) {
		t.Errorf("reasons %v, want %v", got, want)
	}
	last := placed[3].Reason
	if last.Post.Post != "executive_deputy_chair" || last.Post.Rank != 372 || last.After != "3" {
		t.Errorf("reason of the fourth: %+v", last)
	}
	if head := precedence.Order(guests(), ranks)[0]; head.Reason.Why != precedence.WhyHead || head.Number != 1 || head.Reason.After != "" {
		t.Errorf("the head: %+v", head)
	}
}

func TestTies(t *testing.T) {
	post := []string{"Trưởng phòng"}
	people := []precedence.Person{
		{ID: "a", FullName: "Đại biểu Ba", Posts: post, Level: precedence.District},
		{ID: "b", FullName: "Đại biểu Bá", Posts: post, Level: precedence.District},
		{ID: "c", FullName: "Đại biểu An", Posts: post, Level: precedence.District, InPostSince: "2022-01-01"},
		{ID: "d", FullName: "Đại biểu Vân", Posts: post, Level: precedence.District, InPostSince: "2021-01-01"},
		{ID: "e", FullName: "Đại biểu 01", Level: precedence.District},
		{ID: "f", FullName: "Đại biểu Ba", Posts: []string{"HUV, Trưởng phòng"}, Level: precedence.District},
		{ID: "g", FullName: "Đại biểu Ba", Posts: []string{"HUV"}, Level: precedence.District},
	}
	placed := precedence.Order(people, table(t, nil))
	if got, want := ids(placed), []string{"f", "g", "d", "c", "a", "b", "e"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	want := []precedence.Why{
		precedence.WhyRank, precedence.WhyFurtherPost, precedence.WhyRank, precedence.WhySince,
		precedence.WhySince, precedence.WhyName, precedence.WhyUnknown,
	}
	if got := whys(placed); !slices.Equal(got, want) {
		t.Errorf("reasons %v, want %v", got, want)
	}
	if missing := placed[1].Reason.Post; missing != (precedence.Held{}) {
		t.Errorf("the further post that is missing: %+v", missing)
	}
}

func TestDeputy(t *testing.T) {
	people := guests()
	people[3].Deputy = true
	ranks := table(t, nil)
	placed := precedence.Order(people, ranks)
	if got, want := ids(placed), []string{"1", "4", "2", "3", "5"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	if placed[1].Reason.Why != precedence.WhyDeputy {
		t.Errorf("reason of the deputy: %+v", placed[1].Reason)
	}
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	c.Ranks.DeputySecond = false
	if ranks, err = c.RankTable(nil); err != nil {
		t.Fatal(err)
	}
	if got, want := ids(precedence.Order(people, ranks)), []string{"1", "2", "3", "4", "5"}; !slices.Equal(got, want) {
		t.Errorf("without the setting %v, want %v", got, want)
	}
}

func TestManual(t *testing.T) {
	ranks := table(t, nil)
	people := hosts()
	for i, pos := range []string{"4", "3", "2", "1", "5"} {
		people[i].Manual = pos
	}
	placed := precedence.Order(people, ranks)
	if got, want := ids(placed), []string{"4", "3", "2", "1", "5"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want the one made by hand %v", got, want)
	}
	for _, p := range placed {
		if p.Reason.Why != precedence.WhyManual {
			t.Errorf("%s: reason %s", p.Person.ID, p.Reason.Why)
		}
	}
}

func TestManualAndNew(t *testing.T) {
	// Somebody who is added to a list ordered by hand lands before the first
	// whom he precedes, and the head before all.
	ranks := table(t, nil)
	people := guests()
	people[1].Manual, people[2].Manual, people[4].Manual = "k", "h", "p"
	if got, want := ids(precedence.Order(people, ranks)), []string{"1", "3", "2", "4", "5"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	people[0].Manual = "z"
	if got, want := ids(precedence.Order(people, ranks)), []string{"3", "2", "4", "5", "1"}; !slices.Equal(got, want) {
		t.Errorf("with the head placed by hand %v, want %v", got, want)
	}
}

// posts are texts from which delegations are drawn.
var posts = []string{
	"", "Bí thư Huyện ủy", "Phó Bí thư, Chủ tịch UBND huyện", "Phó Bí thư Huyện ủy", "UVBTV",
	"UVBTV Phó Chủ tịch UBND huyện", "nguyên Phó Bí thư Huyện ủy", "HUV, Trưởng phòng Nội vụ",
	"Trưởng phòng", "Chủ tịch UBND xã", "Lái xe", "Giám đốc Sở", "không rõ",
}

func drawPerson(t *rapid.T) precedence.Person {
	text := rapid.SampledFrom(posts)
	return precedence.Person{
		ID:          rapid.StringMatching(`[a-c]{1,2}`).Draw(t, "id"),
		FullName:    rapid.SampledFrom([]string{"", "Đại biểu 01", "Đại biểu 02", "Đại biểu An"}).Draw(t, "name"),
		Posts:       rapid.SliceOfN(text, 0, 2).Draw(t, "posts"),
		Level:       rapid.SampledFrom([]precedence.Level{"", precedence.Province, precedence.District, precedence.Commune}).Draw(t, "level"),
		Head:        rapid.IntRange(0, 5).Draw(t, "head") == 0,
		Deputy:      rapid.IntRange(0, 5).Draw(t, "deputy") == 0,
		Manual:      rapid.SampledFrom([]string{"", "", "a", "b", "bb"}).Draw(t, "manual"),
		InPostSince: "",
	}
}

// describe is everything that is seen of an order.
func describe(placed []precedence.Placed) string {
	var out string
	for _, p := range placed {
		out += fmt.Sprintln(p.Number, p.Person.ID, p.Person.FullName, p.Person.Posts, p.Person.Manual, p.Key.Ranks(), p.Reason)
	}
	return out
}

func TestOrderIsOne(t *testing.T) {
	// The order does not depend on the order of input, keeps everybody, and
	// keeps what was placed by hand.
	ranks := table(t, nil)
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfNDistinct(rapid.Custom(drawPerson), 0, 8, func(p precedence.Person) string { return p.ID }).Draw(t, "people")
		placed := precedence.Order(people, ranks)
		if len(placed) != len(people) {
			t.Fatalf("%d of %d people", len(placed), len(people))
		}
		other := precedence.Order(rapid.Permutation(people).Draw(t, "other"), ranks)
		if a, b := describe(placed), describe(other); a != b {
			t.Fatalf("two orders:\n%s\n%s", a, b)
		}
		last := ""
		for i, p := range placed {
			if p.Number != i+1 {
				t.Errorf("place %d has number %d", i+1, p.Number)
			}
			if p.Person.Manual == "" {
				continue
			}
			if p.Person.Manual < last {
				t.Errorf("placed by hand at %q after %q", p.Person.Manual, last)
			}
			last = p.Person.Manual
		}
	})
}

func TestCompareIsAnOrder(t *testing.T) {
	ranks := table(t, nil)
	key := rapid.Custom(func(t *rapid.T) precedence.Key {
		p := drawPerson(t)
		return precedence.Rank(p.Posts, p.Level, ranks)
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := key.Draw(t, "a"), key.Draw(t, "b"), key.Draw(t, "c")
		if a.Compare(a) != 0 || a.Compare(b) != -b.Compare(a) {
			t.Errorf("%v and %v are not compared alike both ways", a, b)
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Errorf("%v, %v, %v go round", a, b, c)
		}
	})
}

func FuzzRank(f *testing.F) {
	for _, post := range posts {
		f.Add(post, "district")
	}
	f.Add("TT TT TT PBT PBT TT,,;-", "")
	ranks := table(f, nil)
	f.Fuzz(func(t *testing.T, post, level string) {
		key := precedence.Rank([]string{post}, precedence.Level(level), ranks)
		for i, h := range key {
			if h.Rank <= 0 || h.Rank >= precedence.Unknown || h.Post == "" {
				t.Errorf("%q: %+v", post, h)
			}
			if i > 0 && key[i-1].Rank > h.Rank {
				t.Errorf("%q: %v is not in order", post, key.Ranks())
			}
		}
	})
}

func BenchmarkOrder(b *testing.B) {
	ranks := table(b, nil)
	people := append(guests(), hosts()...)
	for b.Loop() {
		precedence.Order(people, ranks)
	}
}
