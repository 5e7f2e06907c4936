package lists

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-vcard"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func cards(t rapid.TB, list ...Contact) ([]vcard.Card, string) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteVCF(&b, list, stamp()); err != nil {
		t.Fatal(err)
	}
	dec := vcard.NewDecoder(bytes.NewReader(b.Bytes()))
	var out []vcard.Card
	for range list {
		c, err := dec.Decode()
		if err != nil {
			t.Fatalf("%v in\n%s", err, b.String())
		}
		out = append(out, c)
	}
	return out, b.String()
}

func TestContactNames(t *testing.T) {
	for full, want := range map[string]vcard.Name{
		"Nông Long Giang":       {FamilyName: "Nông", GivenName: "Giang", AdditionalName: "Long"},
		"Tôn Nữ Đại Biểu":       {FamilyName: "Tôn Nữ", GivenName: "Biểu", AdditionalName: "Đại"},
		"H'Tên Họ":              {GivenName: "H'Tên Họ"},
		"Y Tên Họ":              {GivenName: "Y Tên Họ"},
		"Biểu":                  {GivenName: "Biểu"},
		"Đại Biểu; Phó, Trưởng": {FamilyName: "Đại", GivenName: "Trưởng", AdditionalName: "Biểu, Phó,"},
	} {
		got, _ := cards(t, Contact{UID: "1", Name: full})
		name := got[0].Name()
		name.Field = nil
		if diff := cmp.Diff(&want, name); diff != "" {
			t.Errorf("%s (-want +got):\n%s", full, diff)
		}
		if got[0].Value(vcard.FieldFormattedName) != full {
			t.Errorf("%q is shown as %q", full, got[0].Value(vcard.FieldFormattedName))
		}
	}
}

func TestContactHasWhatIsKnown(t *testing.T) {
	_, text := cards(t, Contact{
		UID: "0190a000-0000-7000-8000-000000000001", Name: "Đại biểu 01", Posts: []string{"Phó Bí thư", "Chủ tịch"},
		Unit: "UBND huyện", Place: "huyện Thạch An, tỉnh Cao Bằng", Phone: "+84 912 345 678", Email: "a@example.org",
		Category: "Học tập, trao đổi", Changed: time.Date(2024, 6, 1, 2, 3, 4, 0, time.UTC),
	})
	for _, want := range []string{
		"BEGIN:VCARD\r\nVERSION:4.0\r\n", "UID:urn:uuid:0190a000-0000-7000-8000-000000000001\r\n", "KIND:individual\r\n",
		"TITLE:Phó Bí thư\\, Chủ tịch\r\n", "TEL:+84 912 345 678\r\n", "EMAIL:a@example.org\r\n", "REV:20240601T020304Z\r\n",
		"N;SORT-AS=01:Đại;01;biểu;;\r\n", "CATEGORIES:Học tập  trao đổi\r\n", "END:VCARD\r\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	_, text = cards(t, Contact{UID: "1", Name: "Đại biểu 01"})
	if strings.Contains(text, "TEL") || strings.Contains(text, "EMAIL") || strings.Contains(text, "ORG") {
		t.Errorf("there are empty lines in\n%s", text)
	}
}

func TestContactsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Contact{UID: "u", Name: "x" + Clean(texts().Draw(t, "name")), Posts: []string{Clean(texts().Draw(t, "post"))}, Unit: texts().Draw(t, "unit"), SortName: texts().Draw(t, "sort")}
		got, text := cards(t, c)
		for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %q", line)
			}
		}
		if diff := cmp.Diff(Clean(c.Name), got[0].Value(vcard.FieldFormattedName)); diff != "" {
			t.Errorf("name (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(Clean(joined(", ", c.Posts...)), got[0].Value(vcard.FieldTitle)); diff != "" {
			t.Errorf("posts (-want +got):\n%s", diff)
		}
	})
}

func TestNoContactsAreNoLines(t *testing.T) {
	var b bytes.Buffer
	if err := WriteVCF(&b, nil, stamp()); err != nil || b.Len() != 0 {
		t.Errorf("%q, %v", b.String(), err)
	}
}
