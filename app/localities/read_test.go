package localities

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

func TestNamespace(t *testing.T) {
	if want := uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:nhipcau:localities")); namespace != want {
		t.Errorf("namespace %s, want %s", namespace, want)
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"deep":      {"# c\n  001 Huyện X\n", "line 2: indented by 2"},
		"code":      {"0001 Tỉnh X\n", `line 1: code "0001"`},
		"no type":   {"01 Cao Bằng\n", `line 1: name "Cao Bằng"`},
		"no name":   {"01\n", `line 1: name ""`},
		"same code": {"01 Tỉnh X\n01 Tỉnh Y\n", "code 01 stands for Tỉnh X and for Tỉnh Y"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := load(list{dataset: "test", text: test.text})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("01 Tỉnh X\n 001 Huyện Y\n  00001 Xã Z\tXã A, xã B\n")
	f.Add("# only a comment")
	f.Add("   ")
	f.Fuzz(func(t *testing.T, text string) {
		units, err := read(list{dataset: "fuzz", text: text})
		if err != nil {
			return
		}
		for _, u := range units {
			if u.Name == "" || u.Level == "" || u.ID == "" {
				t.Errorf("incomplete unit %+v", u)
			}
		}
	})
}
