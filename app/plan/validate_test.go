package plan_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

const anID = "01900000-0000-7000-8000-000000000001"

func TestCheck(t *testing.T) {
	check := plan.NewValidator()
	for _, c := range []struct {
		name   string
		record plan.Record
		want   []string
	}{
		{"a good visit", &plan.Visit{Title: "Học tập kinh nghiệm", Hosts: []string{anID}, Status: plan.StatusIdea}, nil},
		{"an empty visit", &plan.Visit{}, []string{"title validation.required"}},
		{
			"a bad visit",
			&plan.Visit{
				Title: strings.Repeat("ệ", 301), Guest: "Thạch An", Hosts: []string{anID, "x"}, Status: "maybe",
				When: plan.Period{From: "2024-02-30", To: "2024-03-01"},
			},
			[]string{
				"title validation.max_text", "guest validation.uuid", "hosts[1] validation.uuid",
				"when.from validation.civildate", "status validation.oneof",
			},
		},
		{"300 letters fit, however many bytes", &plan.Visit{Title: strings.Repeat("ệ", 300)}, nil},
		{
			"a bad item",
			&plan.AgendaItem{
				Visit: anID, Title: "x", When: plan.Slot{Day: "2024-06-10", Start: "25:00", Length: 1441},
				Leads: []plan.Speaker{{Text: "Đại biểu 01"}, {Attendee: "x"}}, Topics: make([]string, 51),
			},
			[]string{
				"when.start validation.civilclock", "when.length validation.max",
				"leads[1].attendee validation.uuid", "topics validation.max_items",
			},
		},
		{
			"a bad figure",
			&plan.Indicator{Locality: anID, Measure: "von_giao", Value: "365.032,5", Year: -1, Parts: []plan.Part{{Value: "1"}, {}}},
			[]string{"year validation.min", "value validation.decimal", "parts[1].value validation.required"},
		},
		{"a bad address", &plan.Person{Name: "Đại biểu 01", Email: "không có"}, []string{"email validation.email"}},
		{
			"a bad locality",
			&plan.Locality{Versions: []plan.LocalityVersion{{Name: "Thạch An", Level: "city"}}, Links: []plan.LocalityLink{{From: anID, To: anID}}},
			[]string{"versions[0].level validation.oneof", "links[0].kind validation.required"},
		},
		{"a bad attachment", &plan.Attachment{SHA256: strings.Repeat("g", 64), Name: "a"}, []string{"sha256 validation.hexadecimal"}},
		{"a short checksum", &plan.Attachment{SHA256: "ab", Name: "a"}, []string{"sha256 validation.len"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, i := range check.Check(c.record) {
				if i.Level != plan.LevelError {
					t.Errorf("%s has level %q", i.Field, i.Level)
				}
				got = append(got, i.Field+" "+i.Key)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("issues (-want +got):\n%s", diff)
			}
		})
	}
}

func TestIssuesOfBoundsNameThem(t *testing.T) {
	issues := plan.NewValidator().Check(&plan.Visit{Title: strings.Repeat("ệ", 301)})
	want := map[string]any{"Max": plan.Figure("300"), "Length": 301}
	if len(issues) != 1 || !cmp.Equal(issues[0].Args, want) {
		t.Errorf("issues = %+v, want args %v", issues, want)
	}
}

// TestEveryKindCanBeChecked runs every tag of every kind, on values that are
// empty and on values that are not, so that none panics on its type.
func TestEveryKindCanBeChecked(t *testing.T) {
	check := plan.NewValidator()
	for _, d := range plan.Declarations() {
		check.Check(d.New())
		full := d.New()
		fill(t, reflect.ValueOf(full).Elem())
		for _, i := range check.Check(full) {
			if _, known := d.Field(strings.FieldsFunc(i.Field, func(r rune) bool { return r == '.' || r == '[' })[0]); !known {
				t.Errorf("%s: issue beside %q, which is no field", d.Kind, i.Field)
			}
		}
	}
}

// fill puts something into every field, lists get one entry.
func fill(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Type != reflect.TypeFor[plan.Head]() {
				fill(t, v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(t, v.Index(0))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		value := reflect.New(v.Type().Elem()).Elem()
		fill(t, value)
		v.SetMapIndex(reflect.ValueOf("x"), value)
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Bool:
		v.SetBool(true)
	default:
		t.Fatalf("no value for a %s", v.Type())
	}
}

func TestZeroHeadIsNoMatterOfValidation(t *testing.T) {
	v := &plan.Visit{Title: "x"}
	v.Origin = struct{ Day civil.Date }{"not a day"}
	if issues := plan.NewValidator().Check(v); len(issues) != 0 {
		t.Errorf("issues = %+v", issues)
	}
}
