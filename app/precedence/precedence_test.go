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
