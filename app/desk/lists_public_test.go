package desk_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
)

// told are the internal fields that make a list what it is: the list of vehicles
// tells those who travel which is theirs.
var told = []string{"vehicle.name", "vehicle.side", "vehicle.seats", "vehicle.visit"}

// secretFor is a value of an internal field that no other field has, and that keeps
// to what the field allows; "" where it has to be something else than a text.
func secretFor(d *plan.Declaration, f plan.Field, n int) string {
	name := string(d.Kind) + "." + f.Name
	switch {
	case f.Class == plan.Public, f.Ref != "", f.Type.Kind() != reflect.String, slices.Contains(told, name):
		return ""
	case f.Name == "email":
		return fmt.Sprintf("kin%d@example.org", n)
	case f.Name == "pos":
		return ""
	}
	return fmt.Sprintf("kín %d", n)
}

// keepSecrets fills the internal and personal fields of all records, as the tags
// of their fields say, and makes a field visit whose time is internal.
func keepSecrets(t *testing.T, d *desk.Desk, visit string) (secrets map[string]string) {
	t.Helper()
	stop := desk.Of[*plan.FieldVisit](d, visit)[0]
	hidden := &plan.AgendaItem{
		Visit: visit, Title: "mục kín", Detail: "chi tiết kín", Place: "nơi kín", Internal: true, FieldVisit: stop.ID,
		When: plan.Slot{Day: "2024-06-10", Start: "03:33", Length: 7},
	}
	keep(t, d, hidden, &plan.Gift{Visit: visit, Item: "Quà"}, &plan.Lodging{Visit: visit, Name: "Nhà khách"}, &plan.Unit{Name: "Phòng Nội vụ"})
	secrets = map[string]string{"mục kín": "agenda_item", "chi tiết kín": "agenda_item", "nơi kín": "agenda_item", "3h33": "agenda_item"}
	for _, decl := range plan.Declarations() {
		for _, one := range d.List(decl.Kind, "") {
			r, _ := desk.Get[plan.Record](d, one.ID)
			changed := false
			for _, f := range decl.Fields {
				text := secretFor(decl, f, len(secrets))
				v := decl.Value(r, f)
				if text == "" || !v.CanSet() || f.Name == "our_role" || f.Name == "direction" || f.Name == "printed" {
					continue
				}
				v.SetString(text)
				secrets[text], changed = string(decl.Kind)+"."+f.Name, true
			}
			if changed {
				keep(t, d, r)
			}
		}
	}
	return secrets
}

// No public list, in any of its formats and variants, holds a value of a field
// that its tag calls internal or personal, nor anything of an internal item.
func TestPublicListsHoldNothingInternal(t *testing.T) {
	d, visit := full(t)
	secrets := keepSecrets(t, d, visit)
	for _, field := range []string{"vehicle.note", "vehicle.plate", "person.phone", "person.email", "attendee.needs", "field_visit.contact", "agenda_item.preparer"} {
		if !slices.Contains(slices.Collect(maps.Values(secrets)), field) {
			t.Fatalf("%s is no secret", field)
		}
	}
	for _, form := range lists.Forms() {
		of := visit
		if form.Visit == lists.NoVisit {
			of = ""
		}
		for _, variant := range []lists.Variant{"", lists.ForSigning, lists.ForMeeting} {
			for _, format := range []lists.Format{lists.CSV, lists.ICS, lists.VCF} {
				if !form.Writes(format) || variant != "" && form.Kind != lists.Delegation {
					continue
				}
				path := filepath.Join(t.TempDir(), "x."+string(format))
				done, err := d.WriteList(of, lists.Ask{Kind: form.Kind, Variant: variant}, path, "test")
				if err != nil || done.Personal != 0 {
					t.Fatalf("%s: %+v, %v", path, done, err)
				}
				raw, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				text := strings.ReplaceAll(string(raw), "\r\n ", "")
				for s, field := range secrets {
					if containsWord(text, s) {
						t.Errorf("%s %s as %s holds %q of %s", form.Kind, variant, format, s, field)
					}
				}
			}
		}
	}
	if all, err := d.SentLists(); err != nil || len(all) != 0 {
		t.Errorf("noted %v, %v", all, err)
	}
}

// containsWord looks for a text that is not the beginning of another number.
func containsWord(text, word string) bool {
	for rest := text; ; {
		_, after, found := strings.Cut(rest, word)
		if !found {
			return false
		}
		if after == "" || !strings.Contains("0123456789", after[:1]) {
			return true
		}
		rest = after
	}
}
