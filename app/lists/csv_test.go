package lists

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDisarm(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "",
		"Nông Long Giang":     "Nông Long Giang",
		"=1+1":                "'=1+1",
		"+84 912 345 678":     "'+84 912 345 678",
		"-12,5":               "-12,5",
		"-1.234.567":          "-1.234.567",
		"-12,24%":             "-12,24%",
		"-12+3":               "'-12+3",
		"- gạch đầu dòng":     "'- gạch đầu dòng",
		"-":                   "'-",
		"@SUM(A1)":            "'@SUM(A1)",
		"\t=1":                "'\t'=1",
		"\r=1":                "'\r'=1",
		"x;=1+1":              "x;'=1+1",
		"x; =1+1; y":          "x;' =1+1; y",
		"x\t@SUM(A1)":         "x\t'@SUM(A1)",
		"x\n=1+1":             "x\n'=1+1",
		"x;'=1+1":             "x;''=1+1",
		"x;\"=1+1;":           "x;'\"=1+1;",
		"x\n- một\n- hai":     "x\n- một\n- hai",
		"x\n- cmd|'/C'!A0":    "x\n'- cmd|'/C'!A0",
		"năm 2023;-12,5;x":    "năm 2023;-12,5;x",
		"Phòng A; Phòng B":    "Phòng A; Phòng B",
		"  =1":                "'  =1",
		"＝1":                  "'＝1",
		"'=1":                 "''=1",
		"'s-Hertogenbosch":    "'s-Hertogenbosch",
		"a=b":                 "a=b",
		"0912 345 678":        "0912 345 678",
		"-cmd|'/C calc'!A0":   "'-cmd|'/C calc'!A0",
		"=HYPERLINK(\"http\"": "'=HYPERLINK(\"http\"",
	} {
		if got := Disarm(text); got != want {
			t.Errorf("Disarm(%q) = %q, want %q", text, got, want)
		}
		if got := Arm(want); got != text {
			t.Errorf("Arm(%q) = %q, want %q", want, got, text)
		}
	}
}

// texts are what people write, with what spreadsheets take for formulas.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.StringMatching(`['=+\-@ \t]{0,3}[A-Za-zăđộ0-9,.;"%\n]{0,8}`),
		rapid.StringMatching(`([a-z"]{0,2}[;\t\n]['" ]{0,2}[=+\-@1]{0,2}){0,4}`),
	)
}

func lists() *rapid.Generator[List] {
	return rapid.Custom(func(t *rapid.T) List {
		n := rapid.IntRange(2, 6).Draw(t, "columns")
		l := List{Title: "DANH SÁCH", Lines: []string{"Đoàn công tác"}, Foot: "(Danh sách)"}
		for range n {
			l.Columns = append(l.Columns, Column{Title: Clean(rapid.StringMatching(`[A-ZĐa-zộ ]{1,12}`).Draw(t, "title")), Width: 12})
		}
		for range rapid.IntRange(0, 5).Draw(t, "rows") {
			row := make([]string, n)
			for i := range row {
				row[i] = Clean(texts().Draw(t, "cell"))
			}
			l.Rows = append(l.Rows, row)
		}
		return l
	})
}

func TestDisarmedTextIsNoFormulaAndComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := texts().Draw(t, "text")
		safe := Disarm(text)
		if strings.ContainsAny(first(safe), "=+@\t\r\n") || first(safe) == "-" && !negative.MatchString(safe) {
			t.Errorf("%q is still a formula", safe)
		}
		if got := Arm(safe); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	})
}

// A spreadsheet whose list separator is another parts the lines of the file
// elsewhere: no such cell is a formula either.
func TestNoPartOfALineIsAFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		l := List{Columns: []Column{{Title: "a"}, {Title: "b"}}, Rows: [][]string{{texts().Draw(t, "one"), texts().Draw(t, "two")}}}
		if err := WriteCSV(&b, l); err != nil {
			t.Fatal(err)
		}
		parts := strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune(";\t\r\n", r) })
		for _, part := range parts {
			part = strings.TrimLeft(part, "\" ")
			if strings.ContainsAny(first(part), "=+@") || first(part) == "-" && strings.ContainsAny(part, "|(") {
				t.Errorf("%q is a formula in %q", part, b.String())
			}
		}
	})
}

func first(text string) string {
	text = strings.TrimLeft(text, " ")
	if text == "" {
		return ""
	}
	return text[:1]
}

func TestCSVComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := lists().Draw(t, "list")
		var b bytes.Buffer
		if err := WriteCSV(&b, l); err != nil {
			t.Fatal(err)
		}
		text, marked := strings.CutPrefix(b.String(), "\uFEFF")
		if !marked {
			t.Fatal("no byte order mark")
		}
		if lone := strings.Count(text, "\n") - strings.Count(text, "\r\n"); lone != 0 {
			t.Errorf("%d line ends are no CRLF", lone)
		}
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(len(l.Rows)+1, len(rows)); diff != "" {
			t.Fatal(diff)
		}
		for i, row := range rows[1:] {
			for c := range row {
				if got := Arm(row[c]); got != l.Rows[i][c] {
					t.Errorf("%q came back as %q", l.Rows[i][c], got)
				}
			}
		}
	})
}

func TestCleanKeepsWhatACellCanHold(t *testing.T) {
	for text, want := range map[string]string{
		" a\r\nb\rc ":  "a\nb\nc",
		"a\x00b\x1fc":  "a b c",
		"a\tb":         "a\tb",
		"\xff":         "\uFFFD",
		"a\uFFFEb":     "a b",
		"Ê Đê, H'Mông": "Ê Đê, H'Mông",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
}
