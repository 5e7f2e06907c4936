package plan

import (
	"reflect"
	"regexp"
	"strings"

	"nhipcau/app/vietnamese"
)

// Choices are the values of a field that takes one of a fixed list, in its
// order; nil for any other field.
func (f Field) Choices() []string { return choicesOf(f.Rule) }

// Required says that a record is not kept without the field.
func (f Field) Required() bool { return hasRule(f.Rule, "required") }

// Decimal says that the text of the field is a decimal in wire form.
func (f Field) Decimal() bool { return hasRule(f.Rule, "decimal") }

// ChoicesAt are the values that stand to choose at a path in json as an issue
// has it, "layout.font" or "versions[0].level"; nil where anything goes.
func (d *Declaration) ChoicesAt(path string) []string {
	names := strings.Split(indexes.ReplaceAllString(path, ""), ".")
	f, ok := d.Field(names[0])
	if !ok {
		return nil
	}
	rule, t := f.Rule, f.Type
	for _, name := range names[1:] {
		for t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		sf, ok := memberOf(t, name)
		if !ok {
			return nil
		}
		rule, t = sf.Tag.Get("validate"), sf.Type
	}
	return choicesOf(rule)
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// memberOf finds a field of a struct by its name in json.
func memberOf(t reflect.Type, name string) (reflect.StructField, bool) {
	if t.Kind() != reflect.Struct {
		return reflect.StructField{}, false
	}
	for i := range t.NumField() {
		sf := t.Field(i)
		if json, _, _ := strings.Cut(sf.Tag.Get("json"), ","); json == name {
			return sf, true
		}
	}
	return reflect.StructField{}, false
}

func choicesOf(rules string) []string {
	for _, rule := range strings.Split(rules, ",") {
		if list, ok := strings.CutPrefix(rule, "oneof="); ok {
			return strings.Fields(list)
		}
	}
	return nil
}

func hasRule(rules, name string) bool {
	for _, rule := range strings.Split(rules, ",") {
		if rule == name {
			return true
		}
	}
	return false
}

// attendanceWords are the answers to an invitation as offices write them in a
// column of their lists, by their search key; "" is that no answer has come.
var attendanceWords = map[string]Attendance{
	"dong y": Confirmed, "tham du": Confirmed, "tham gia": Confirmed, "co": Confirmed, "co mat": Confirmed, "du": Confirmed,
	"xac nhan": Confirmed, "da xac nhan": Confirmed, "xac nhan tham du": Confirmed, "co tham du": Confirmed, "se tham du": Confirmed,
	"nhan loi": Confirmed, "yes": Confirmed, "confirmed": Confirmed, "x": Confirmed,
	"tu choi": Declined, "khong": Declined, "khong tham du": Declined, "khong tham gia": Declined, "khong du": Declined,
	"khong dong y": Declined, "vang": Declined, "vang mat": Declined, "xin vang": Declined, "bao vang": Declined,
	"no": Declined, "declined": Declined,
	"chua tra loi": "", "chua": "", "chua xac nhan": "", "cho tra loi": "", "cho xac nhan": "", "chua ro": "", "": "",
}

// AttendanceOf reads whether somebody comes; ok is false for words that do not
// say.
func AttendanceOf(words string) (a Attendance, ok bool) {
	a, ok = attendanceWords[vietnamese.Fold(words)]
	return a, ok
}
