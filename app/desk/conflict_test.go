package desk_test

import (
	"encoding/json"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// differing gives two desks that differ on the title of a visit.
func differing(t *testing.T) (a, b *desk.Desk, visitID string) {
	t.Helper()
	a, b, visitID = twoDesks(t)
	send(t, a, b, desk.Scope{Visit: visitID})
	setTitle(t, a, visitID, "Lời của ta", "")
	setTitle(t, b, visitID, "Lời của bạn", "")
	send(t, b, a, desk.Scope{Visit: visitID})
	return a, b, visitID
}

// settle is one way to say which value stands.
var settle = map[string]func(*testing.T, *desk.Desk, string, json.RawMessage){
	"choose": func(t *testing.T, d *desk.Desk, id string, value json.RawMessage) {
		if err := d.Choose(id, "title", value); err != nil {
			t.Fatal(err)
		}
	},
	"set the field": func(t *testing.T, d *desk.Desk, id string, value json.RawMessage) {
		if err := d.SetField(id, "title", value); err != nil {
			t.Fatal(err)
		}
	},
	"put with the field named": func(t *testing.T, d *desk.Desk, id string, value json.RawMessage) {
		v := visit(t, d, id)
		if err := json.Unmarshal(value, &v.Title); err != nil {
			t.Fatal(err)
		}
		do(t, d, func(tx *desk.Tx) error { return tx.Put(v, "title") })
	},
}

func TestConflictIsSettledInFavourOfEitherValue(t *testing.T) {
	for name, in := range settle {
		for _, pick := range []int{0, 1} {
			t.Run(name, func(t *testing.T) {
				a, b, visitID := differing(t)
				it, _ := a.Record(visitID)
				both := it.Conflicts["title"]
				if len(both) != 2 || both[0].Author == both[1].Author || both[0].At.IsZero() {
					t.Fatalf("alternatives: %+v", it.Conflicts)
				}
				in(t, a, visitID, both[pick].Value)
				var want string
				_ = json.Unmarshal(both[pick].Value, &want)
				if v := visit(t, a, visitID); v.Title != want || len(v.Conflicts) != 0 {
					t.Errorf("title %q, want %q; conflicts %v", v.Title, want, v.Conflicts)
				}
				send(t, a, b, desk.Scope{Visit: visitID})
				if v := visit(t, b, visitID); v.Title != want || len(v.Conflicts) != 0 {
					t.Errorf("at b: title %q, want %q; conflicts %v", v.Title, want, v.Conflicts)
				}
			})
		}
	}
}

func TestPutOfAnotherFieldDoesNotSettle(t *testing.T) {
	a, _, visitID := differing(t)
	v := visit(t, a, visitID)
	v.Purpose = "Mục đích"
	put(t, a, v)
	if got := visit(t, a, visitID).Conflicts; len(got) != 1 {
		t.Errorf("conflicts = %v", got)
	}
}

func TestChooseRefusesWhatIsNoChoice(t *testing.T) {
	a, _, visitID := differing(t)
	for name, args := range map[string][3]string{
		"another value":           {visitID, "title", `"Lời khác"`},
		"a field without a doubt": {visitID, "status", `"idea"`},
		"no json":                 {visitID, "title", `"`},
	} {
		if err := a.Choose(args[0], args[1], json.RawMessage(args[2])); fault.KeyOf(err) != "fault.no_such_choice" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := a.Choose("nothing", "title", json.RawMessage("null")); fault.KeyOf(err) != "fault.no_such_record" {
		t.Errorf("no record: %v", err)
	}
}
