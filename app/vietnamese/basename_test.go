package vietnamese_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"nhipcau/app/vietnamese"

	"pgregory.net/rapid"
)

func TestBaseName(t *testing.T) {
	for name, want := range map[string]string{
		"Giấy mời số 15.pdf":               "Giấy mời số 15.pdf",
		"Gia\u0302\u0301y.pdf":             "Gi\u1ea5y.pdf",
		"/home/van-phong/anh.jpg":          "anh.jpg",
		`C:\Users\Văn phòng\Kế hoạch.docx`: "Kế hoạch.docx",
		"../../autoexec.bat":               "autoexec.bat",
		"..":                               "",
		"":                                 "",
		".bashrc":                          "bashrc",
		"anh\u202Egpj.exe":                 "anhgpj.exe",
		"a\x00b\tc\n.pdf":                  "ab c .pdf",
		"a:stream.txt":                     "astream.txt",
		"NUL.txt":                          "_NUL.txt",
		"com1":                             "_com1",
		"console.txt":                      "console.txt",
		"kết thúc. . ":                     "kết thúc",
		strings.Repeat("ữ", 100) + ".pdf":  strings.Repeat("ữ", 48) + ".pdf",
		strings.Repeat("a", 300):           strings.Repeat("a", 150),
		"a." + strings.Repeat("b", 300):    "a." + strings.Repeat("b", 148),
		"\xff\xfe.pdf":                     "pdf",
	} {
		if got := vietnamese.BaseName(name); got != want {
			t.Errorf("BaseName(%q) = %q, want %q", name, got, want)
		}
	}
}

// Whatever the name, what is left is one part of a path, and cleaning it again
// changes nothing.
func TestBaseNameIsOneName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := vietnamese.BaseName(rapid.String().Draw(t, "name") + rapid.SampledFrom([]string{"", "/", `\..\`, "\u202e", "."}).Draw(t, "end") +
			rapid.String().Draw(t, "rest"))
		if got == "" {
			return
		}
		if !filepath.IsLocal(got) || filepath.Base(got) != got || len(got) > 150 || !utf8.ValidString(got) {
			t.Fatalf("%q is no name of a file", got)
		}
		if strings.ContainsFunc(got, func(r rune) bool { return unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*`, r) }) {
			t.Fatalf("%q holds what no name may", got)
		}
		if again := vietnamese.BaseName(got); again != got {
			t.Fatalf("%q becomes %q", got, again)
		}
	})
}
