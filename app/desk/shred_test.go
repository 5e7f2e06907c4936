package desk_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// secret stands in every field of the person who is shredded.
const secret = "Mã-bí-mật"

// content gives all that a store holds.
func content(t testing.TB, s desk.Store) (ops []desk.Op) {
	t.Helper()
	err := s.Scan("", func(key string, value []byte) error {
		ops = append(ops, desk.Op{Key: key, Value: bytes.Clone(value)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return ops
}

func holdersOf(ops []desk.Op, text string) (keys []string) {
	for _, op := range ops {
		if bytes.Contains(op.Value, []byte(text)) {
			keys = append(keys, op.Key)
		}
	}
	return keys
}

// guest puts a person into the directory and into a visit, and gives both ids.
func guest(t *testing.T, d *desk.Desk, visit, name string) (person, attendee string) {
	t.Helper()
	p := &plan.Person{Name: name, Phone: "09" + secret, Posts: []string{"Chủ tịch " + secret}}
	put(t, d, p)
	a := &plan.Attendee{Visit: visit, Side: plan.Guest, Person: p.ID, Name: name, Phone: "09" + secret}
	put(t, d, a)
	return p.ID, a.ID
}

func TestShredRemovesAPersonEverywhere(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "Học tập kinh nghiệm")
	name := "Đại biểu " + secret
	person, attendee := guest(t, d, v.ID, name)
	put(t, d, &plan.Attachment{Of: attendee, Name: secret + ".pdf", SHA256: strings.Repeat("ab", 32), Size: 1})
	put(t, d, &plan.Attendee{Visit: v.ID, Side: plan.Host, Name: name}) // tied to nobody
	a, _ := desk.Get[*plan.Attendee](d, attendee)
	a.Unit = "Văn phòng " + secret
	put(t, d, a)

	planned, err := d.PlanShred(attendee)
	if err != nil || planned.Name != name || len(planned.Records) != 3 || len(planned.Namesakes) != 1 {
		t.Fatalf("planned: %+v, %v", planned, err)
	}
	if _, err := d.Shred(planned.Namesakes[0].ID); err != nil {
		t.Fatal(err)
	}
	if len(holdersOf(content(t, store), secret)) < 5 {
		t.Fatal("the test shows nothing")
	}
	if _, err := d.Shred(attendee); err != nil {
		t.Fatal(err)
	}
	if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
		t.Errorf("it still stands in %q", keys)
	}
	entries, err := d.History(person)
	if err != nil || len(entries) < 2 || entries[0].Why != "shred" || entries[1].Why != "create" {
		t.Errorf("history: %+v, %v", entries, err)
	}
	if len(d.Bin()) != 0 {
		t.Errorf("in the bin: %v", d.Bin())
	}
	for _, id := range []string{person, attendee} {
		if _, err := d.Shred(id); fault.KeyOf(err) != "fault.already_shredded" {
			t.Errorf("again: %v", err)
		}
		if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Restore(id) }); fault.KeyOf(err) != "fault.already_shredded" {
			t.Errorf("restore: %v", err)
		}
	}
	a.Unit = secret // a form that was still open
	err = d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(a) })
	if fault.KeyOf(err) != "fault.already_shredded" {
		t.Errorf("put: %v", err)
	}
	if again := desktest.Open(t, store, 1); len(desk.Of[*plan.Attendee](again, v.ID)) != 0 {
		t.Error("after a restart somebody is there")
	}
}

func TestOnlyPeopleAreShredded(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "Học tập kinh nghiệm")
	if _, err := d.Shred(v.ID); fault.KeyOf(err) != "fault.shred_not_a_person" {
		t.Errorf("a visit: %v", err)
	}
	if _, err := d.Shred("no-such-id"); fault.KeyOf(err) != "fault.no_such_record" {
		t.Errorf("nothing: %v", err)
	}
}

// TestAPartnerLearnsThatSomebodyWasShredded: the record is deleted there, and
// what he still has does not come back.
func TestAPartnerLearnsThatSomebodyWasShredded(t *testing.T) {
	store := desktest.NewStore()
	a, b, visitID := twoDesks(t)
	a2 := desktest.Open(t, store, 3)
	send(t, a, a2, desk.Scope{All: true})
	_, attendee := guest(t, a2, visitID, "Đại biểu "+secret)
	send(t, a2, b, desk.Scope{All: true})
	theirs, _ := desk.Get[*plan.Attendee](b, attendee)
	theirs.Needs = secret
	put(t, b, theirs)
	send(t, b, a2, desk.Scope{All: true})
	if _, err := a2.Shred(attendee); err != nil {
		t.Fatal(err)
	}
	// He did not know, and wrote to it.
	theirs.Room = "Phòng " + secret
	put(t, b, theirs)
	report := send(t, b, a2, desk.Scope{All: true})
	if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
		t.Errorf("it came back into %q", keys)
	}
	if report.Conflicts > 0 || len(report.Aside) > 0 {
		t.Errorf("the import asks: %+v", report)
	}
	send(t, a2, b, desk.Scope{All: true})
	if got, ok := desk.Get[*plan.Attendee](b, attendee); !ok || !got.Contested {
		t.Errorf("he wrote to it meanwhile and is not asked: %+v", got)
	}
}

// TestAReviewThatWasOpenMeanwhileBringsNobodyBack: the person is shredded between
// the preview and its Apply.
func TestAReviewThatWasOpenMeanwhileBringsNobodyBack(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.Open(t, store, 1), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "Học tập kinh nghiệm")
	_, attendee := guest(t, a, v.ID, "Đại biểu "+secret)
	send(t, a, b, desk.Scope{All: true})
	editNeeds(b, attendee, secret+" 2")
	p, err := a.Preview(carry(t, b, desk.Scope{All: true}))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Shred(attendee); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Apply(p); err != nil {
		t.Fatal(err)
	}
	if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
		t.Errorf("it came back into %q", keys)
	}
}

// TestWhatAnUndoneImportHadBroughtIsShreddedToo: it is not in the model any more,
// and redo would bring it back.
func TestWhatAnUndoneImportHadBroughtIsShreddedToo(t *testing.T) {
	for name, withdraw := range map[string]bool{"undone": false, "withdrawn under later steps": true} {
		t.Run(name, func(t *testing.T) {
			store := desktest.NewStore()
			a, b := desktest.Open(t, store, 1), desktest.Open(t, desktest.NewStore(), 2)
			v := newVisit(t, a, "Học tập kinh nghiệm")
			person, _ := guest(t, a, v.ID, "Đại biểu "+secret)
			send(t, a, b, desk.Scope{All: true})
			second := newVisit(t, b, "Chuyến thứ hai")
			put(t, b, &plan.Attendee{Visit: second.ID, Side: plan.Guest, Person: person, Name: "Đại biểu " + secret})
			report := send(t, b, a, desk.Scope{All: true})
			if withdraw {
				setTitle(t, a, v.ID, "Tên sau", "")
			}
			undoImport(t, a, report.Import)
			if _, err := a.Shred(person); err != nil {
				t.Fatal(err)
			}
			if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
				t.Errorf("it still stands in %q", keys)
			}
			_, _ = a.Redo()
			if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
				t.Errorf("after redo it stands in %q", keys)
			}
			if !withdraw && !a.HasVisit(second.ID) {
				t.Error("redo brings the rest of the import no more")
			}
			if again := desktest.Open(t, store, 1); len(desk.Of[*plan.Attendee](again, second.ID)) != 0 {
				t.Error("after a restart somebody is there")
			}
		})
	}
}

// TestAFileOfAShreddedPersonDoesNotComeIn, also one that was attached elsewhere
// and never was here.
func TestAFileOfAShreddedPersonDoesNotComeIn(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.Open(t, store, 1), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "Học tập kinh nghiệm")
	_, attendee := guest(t, a, v.ID, "Đại biểu 01")
	send(t, a, b, desk.Scope{All: true})
	put(t, b, &plan.Attachment{Of: attendee, Visit: v.ID, Name: secret + ".pdf", SHA256: strings.Repeat("ab", 32), Size: 1})
	if _, err := a.Shred(attendee); err != nil {
		t.Fatal(err)
	}
	send(t, b, a, desk.Scope{All: true})
	if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
		t.Errorf("it came into %q", keys)
	}
}

// TestARestoredBackupObeysTheList, wherever in it the person stands.
func TestARestoredBackupObeysTheList(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "Học tập kinh nghiệm")
	_, attendee := guest(t, d, v.ID, "Đại biểu "+secret)
	_, other := guest(t, d, v.ID, "Đại biểu 02")
	file, shared := strings.Repeat("ab", 32), strings.Repeat("cd", 32)
	put(t, d, &plan.Attachment{Of: attendee, Name: secret + ".pdf", SHA256: file, Size: 1})
	put(t, d, &plan.Attachment{Of: attendee, Name: secret + ".pdf", SHA256: shared, Size: 1})
	put(t, d, &plan.Attachment{Of: v.ID, Name: "Chương trình.pdf", SHA256: shared, Size: 1})
	backup := content(t, store)
	if _, err := d.Shred(attendee); err != nil {
		t.Fatal(err)
	}
	list, err := store.Get("m/shredded")
	if err != nil {
		t.Fatal(err)
	}
	ops, files, err := desk.Restored(backup, list)
	if err != nil || len(files) != 1 || files[0] != file {
		t.Fatalf("files that go: %q, %v", files, err)
	}
	restored := desktest.NewStore()
	if err := restored.Commit(ops); err != nil {
		t.Fatal(err)
	}
	d = desktest.Open(t, restored, 1)
	if _, ok := desk.Get[*plan.Attendee](d, other); !ok {
		t.Error("somebody else is gone too")
	}
	if got := desk.Of[*plan.Attendee](d, v.ID); len(got) != 1 {
		t.Errorf("attendees: %d", len(got))
	}
	for {
		if _, err := d.Undo(); err != nil {
			break
		}
	}
	for _, key := range holdersOf(content(t, restored), "Đại biểu "+secret) {
		t.Errorf("it stands in %s", key)
	}
}

// TestNothingBringsAShreddedPersonBack: whatever was done before, no undo, redo,
// import or taking back of an import leaves a trace of it in the store.
func TestNothingBringsAShreddedPersonBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		store := desktest.NewStore()
		d := desktest.Open(t, store, 1)
		peer := desktest.Open(t, desktest.NewStore(), 2)
		v := newVisit(t, d, "Học tập kinh nghiệm")
		_, attendee := guest(t, d, v.ID, "Đại biểu "+secret)
		send(t, d, peer, desk.Scope{All: true})
		var bundles []*bundle.Bundle
		var imports []string
		moves := func(label string) {
			for i := range rapid.IntRange(0, 12).Draw(rt, label) {
				switch rapid.SampledFrom([]string{"edit", "delete", "restore", "undo", "redo", "theirs", "bundle", "import", "take back", "restart"}).Draw(rt, "move") {
				case "edit":
					editNeeds(d, attendee, fmt.Sprint(secret, i))
				case "theirs":
					editNeeds(peer, attendee, fmt.Sprint(secret, "bạn", i))
				case "delete":
					_ = d.Do(desk.Step{Why: "delete"}, func(tx *desk.Tx) error { return tx.Delete(attendee) })
				case "restore":
					_ = d.Do(desk.Step{Why: "restore"}, func(tx *desk.Tx) error { return tx.Restore(attendee) })
				case "undo":
					_, _ = d.Undo()
				case "redo":
					_, _ = d.Redo()
				case "bundle":
					bundles = append(bundles, carry(t, peer, desk.Scope{All: true}))
				case "import":
					if len(bundles) > 0 {
						report, err := d.Import(rapid.SampledFrom(bundles).Draw(rt, "bundle"))
						if err != nil {
							rt.Fatal(err)
						}
						imports = append(imports, report.Import)
					}
				case "take back":
					if len(imports) > 0 {
						_, _ = d.UndoImport(rapid.SampledFrom(imports).Draw(rt, "import"))
					}
				case "restart":
					d = desktest.Open(t, store, 1)
				}
			}
		}
		moves("before")
		if _, err := d.Shred(attendee); err != nil {
			rt.Fatal(err)
		}
		moves("after")
		if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
			rt.Fatalf("it stands in %q", keys)
		}
		if found, err := d.Check(); err != nil || len(found.Damaged) > 0 {
			rt.Fatalf("check: %+v, %v", found, err)
		}
	})
}

// editNeeds writes to an attendee where he still is.
func editNeeds(d *desk.Desk, id, text string) {
	if a, ok := desk.Get[*plan.Attendee](d, id); ok {
		a.Needs = text
		_ = d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(a) })
	}
}

// forgetful is a store that keeps the list as a folder does.
type forgetful struct {
	*desktest.Store
	list   []byte
	files  []string
	broken error
}

func (f *forgetful) Forgotten() ([]byte, error) { return f.list, nil }

func (f *forgetful) Forget(list []byte, ops []desk.Op, files []string) error {
	f.list = bytes.Clone(list)
	if f.broken != nil {
		return f.broken
	}
	f.files = files
	return f.Commit(ops)
}

func (f *forgetful) OldCopies(string, func(string, []byte) bool) ([]desk.OldCopy, error) {
	return nil, nil
}

func (f *forgetful) RemoveOldCopies([]desk.OldCopy) error { return nil }

// TestAnInterruptedShredIsFinishedAtTheNextStart: the list alone is enough.
func TestAnInterruptedShredIsFinishedAtTheNextStart(t *testing.T) {
	store := &forgetful{Store: desktest.NewStore(), broken: errors.New("power")}
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "Học tập kinh nghiệm")
	_, attendee := guest(t, d, v.ID, "Đại biểu "+secret)
	put(t, d, &plan.Attachment{Of: attendee, Name: secret + ".pdf", SHA256: strings.Repeat("ab", 32), Size: 1})
	put(t, d, &plan.Attachment{Of: attendee, Name: secret + ".pdf", SHA256: strings.Repeat("cd", 32), Size: 1})
	put(t, d, &plan.Attachment{Of: v.ID, Name: "Chương trình.pdf", SHA256: strings.Repeat("cd", 32), Size: 1})
	if _, err := d.Shred(attendee); err == nil {
		t.Fatal("the store failed and nobody was told")
	}
	if a, ok := desk.Get[*plan.Attendee](d, attendee); !ok || a.Trashed {
		t.Errorf("nothing was written, and he is %+v", a)
	}
	store.broken = nil
	d = desktest.Open(t, store, 1)
	if keys := holdersOf(content(t, store), secret); len(keys) > 0 {
		t.Errorf("it stands in %q", keys)
	}
	if len(store.files) != 1 || store.files[0] != strings.Repeat("ab", 32) {
		t.Errorf("files that go: %q; one is needed elsewhere", store.files)
	}
	if got := desk.Of[*plan.Attendee](d, v.ID); len(got) != 0 {
		t.Errorf("attendees: %d", len(got))
	}
}

// TestTheListIsKeptTwice: where one copy is lost the other makes it anew.
func TestTheListIsKeptTwice(t *testing.T) {
	store := &forgetful{Store: desktest.NewStore()}
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "Học tập kinh nghiệm")
	_, attendee := guest(t, d, v.ID, "Đại biểu "+secret)
	if _, err := d.Shred(attendee); err != nil {
		t.Fatal(err)
	}
	whole := bytes.Clone(store.list)
	store.list = nil
	desktest.Open(t, store, 1)
	if !bytes.Equal(store.list, whole) {
		t.Errorf("outside: %s", store.list)
	}
	if err := store.Commit([]desk.Op{{Key: "m/shredded"}}); err != nil {
		t.Fatal(err)
	}
	desktest.Open(t, store, 1)
	if got, err := store.Get("m/shredded"); err != nil || !bytes.Equal(got, whole) {
		t.Errorf("inside: %s, %v", got, err)
	}
}
