package precedence_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/precedence"
)

func TestFunctionsAreThoseThatTheOtherSideCanHold(t *testing.T) {
	table := table(t, nil)
	for name, test := range map[string]struct {
		posts []string
		want  []string
	}{
		"chair":         {[]string{"Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"}, []string{"deputy_secretary", "executive_chair"}},
		"member":        {[]string{"UVBTV", "Phó Chủ tịch HĐND huyện"}, []string{"council_deputy_chair"}},
		"below":         {[]string{"Chủ tịch UBND các xã"}, []string{"executive_chair/commune"}},
		"former":        {[]string{"Nguyên Bí thư Huyện ủy"}, nil},
		"agencies":      {[]string{"Trưởng phòng Nội vụ", "Giám đốc Trung tâm Y tế huyện"}, []string{"agency_leaders"}},
		"group":         {[]string{"Lãnh đạo các phòng, ban"}, []string{"agency_leaders"}},
		"no function":   {[]string{"Lái xe", "Phóng viên"}, nil},
		"not a post":    {[]string{"Đại biểu"}, nil},
		"nothing known": {nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := precedence.Rank(test.posts, precedence.District, table).Functions(precedence.District)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("functions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSplitFunction(t *testing.T) {
	if post, level := precedence.SplitFunction("executive_chair/commune"); post != "executive_chair" || level != precedence.Commune {
		t.Errorf("got %q, %q", post, level)
	}
	if post, level := precedence.SplitFunction("secretary"); post != "secretary" || level != "" {
		t.Errorf("got %q, %q", post, level)
	}
}

func TestLabelNamesAPost(t *testing.T) {
	rules := precedence.Rules{Posts: []precedence.Post{{Code: "secretary", Vi: "Bí thư", En: "Secretary"}}}
	for _, test := range []struct{ post, language, want string }{
		{"secretary", "vi", "Bí thư"}, {"secretary", "en", "Secretary"}, {"override:Phó Đoàn", "en", "Phó Đoàn"}, {"new", "vi", "new"},
	} {
		if got := rules.Label(test.post, test.language); got != test.want {
			t.Errorf("%s in %s is %q, want %q", test.post, test.language, got, test.want)
		}
	}
}

func TestSplitPostsDividesWhereAPostBegins(t *testing.T) {
	table := table(t, nil)
	for text, want := range map[string][]string{
		"Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện": {"Phó Bí thư Thường trực Huyện ủy", "Chủ tịch HĐND huyện"},
		"UVBTV, Phó Chủ tịch UBND huyện":                       {"UVBTV", "Phó Chủ tịch UBND huyện"},
		"Giám đốc Sở Văn hóa, Thể thao và Du lịch":             {"Giám đốc Sở Văn hóa, Thể thao và Du lịch"},
		"HUV; Trưởng phòng Lao động, Thương binh và Xã hội":    {"HUV", "Trưởng phòng Lao động, Thương binh và Xã hội"},
		"Chuyên viên, Nguyên Bí thư Đoàn":                      {"Chuyên viên", "Nguyên Bí thư Đoàn"},
		"Trưởng thôn 8":                                        {"Trưởng thôn 8"},
		" , ; \n":                                              nil,
		"a,\nThành viên":                                       {"a", "Thành viên"},
	} {
		if diff := cmp.Diff(want, precedence.SplitPosts(text, table)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

// Whatever is divided, no word is lost and none is empty.
func TestSplitPostsLosesNothing(t *testing.T) {
	table := table(t, nil)
	words := rapid.SampledFrom([]string{"Bí thư", "Trưởng phòng", "xã", "và", "Kinh tế", ",", ";", "\n", " "})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(words).Draw(t, "words"), " ")
		got := precedence.SplitPosts(text, table)
		letters := func(s string) string {
			return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",; \n", r) }), "")
		}
		if letters(strings.Join(got, " ")) != letters(text) {
			t.Errorf("%q became %q", text, got)
		}
		for _, post := range got {
			if strings.Trim(post, ", ") == "" {
				t.Errorf("%q gives an empty post in %q", text, got)
			}
		}
	})
}
