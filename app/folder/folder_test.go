package folder_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

func TestThreeOfficesConverge(t *testing.T) {
	all := offices(t, 3)
	all[0].writes("Mục đích mới")
	all[1].adds("Nội dung của nơi hai")
	all[2].adds("Nội dung của nơi ba")
	settle(t, all)
	if !alike(all) {
		t.Fatal("the records differ")
	}
	if got := len(desk.Of[*plan.Topic](all[0].desk, all[0].visit)); got != 3 {
		t.Errorf("%d topics", got)
	}
	for _, o := range all {
		partners, err := o.desk.Partners()
		o.must(err)
		for _, p := range partners {
			if gaps := p.Gaps(); len(gaps) > 0 {
				t.Errorf("%s misses %v of %s", o.desk.Replica(), gaps, p.Replica)
			}
		}
	}
}

// histories is how many are tried; each waits some dozen times for the disk.
const histories = 25

// Whatever is written where, and whatever a carrier does to the files, all have
// the same in the end, and nothing is asked that is no conflict.
func TestConvergesWhateverTheCarrierDoes(t *testing.T) {
	for seed := range uint64(histories) {
		draw := rand.New(rand.NewPCG(seed, 0))
		all := offices(t, 3)
		old := map[*office][]byte{}
		for range 3 + draw.IntN(10) {
			o := all[draw.IntN(len(all))]
			there, _ := os.ReadFile(o.file())
			switch draw.IntN(5) {
			case 0:
				o.adds(fmt.Sprint("Nội dung ", draw.IntN(1000)))
			case 1:
				o.sync()
				old[o] = o.bytes()
			case 2:
				_ = os.Remove(o.file())
			case 3:
				if len(there) > 0 {
					o.put(filepath.Base(o.file()), there[:draw.IntN(len(there))])
				}
			case 4:
				if old[o] != nil {
					o.put(o.visit+".sync-conflict-20240607-101500-ABCDEFG.json.age", old[o])
				}
			}
		}
		settle(t, all)
		if !alike(all) {
			t.Fatalf("history %d: the records differ", seed)
		}
		for _, o := range all {
			if r := o.sync(); len(r.Waiting)+len(r.Refused)+r.Unfinished > 0 {
				t.Fatalf("history %d: %+v", seed, r)
			}
		}
	}
}

func TestNothingIsSharedUnasked(t *testing.T) {
	all := offices(t, 2)
	if r := all[0].syncWith(folder.Options{}); len(r.Written) > 0 {
		t.Error("written without being asked")
	}
	if entries, _ := os.ReadDir(all[0].dir); len(entries) > 0 {
		t.Errorf("in the folder: %v", entries)
	}
}

func TestNothingIsWrittenUnsealed(t *testing.T) {
	o := strangers(t, 1)[0]
	if r := o.sync(); !r.Unlocked || len(r.Written) > 0 {
		t.Errorf("%+v", r)
	}
	if entries, _ := os.ReadDir(o.dir); len(entries) > 0 {
		t.Errorf("in the folder: %v", entries)
	}
}

func TestUnchangedIsNotWrittenAgain(t *testing.T) {
	all := offices(t, 2)
	settle(t, all)
	before := all[0].bytes()
	all[0].sync()
	if !bytes.Equal(before, all[0].bytes()) {
		t.Error("written again")
	}
	// A new partner must be able to read it, so it is sealed anew.
	third := newOffice(t, 7)
	b, err := third.desk.Export(desk.Scope{Receipt: true, To: all[0].desk.OfficeID()})
	third.must(err)
	_, err = all[0].desk.Import(b)
	third.must(err)
	if r := all[0].sync(); len(r.Written) != 1 {
		t.Error("not sealed for the new partner")
	}
	// What was changed or taken away in our name is put right.
	all[0].put(filepath.Base(all[0].file()), []byte("x"))
	if r := all[0].sync(); len(r.Written) != 1 {
		t.Error("a spoilt file of ours stays")
	}
}

// What asks waits; each reason is told.
func TestWhatAsksWaits(t *testing.T) {
	tests := map[desk.Question]func(all []*office){
		desk.AskDiffer: func(all []*office) {
			all[0].writes("Lời của nơi một")
			all[1].writes("Lời của nơi hai")
		},
		desk.AskRemoved: func(all []*office) { all[1].must(deleted(all[1])) },
		desk.AskBeyond: func(all []*office) {
			// A known partner says that the head of our office is another one.
			all[1].must(all[1].desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
				ours, ok := desk.Read[*plan.Office](tx, all[0].desk.OfficeID())
				if !ok {
					return fault.New("fault.no_office")
				}
				ours.Name = "UBND khác"
				return tx.Put(ours)
			}))
		},
		folder.AskUndone: func(all []*office) {
			all[1].writes("Lời của nơi hai")
			all[1].sync()
			r := all[0].sync()
			_, err := all[0].desk.UndoImport(r.Taken[0].Import)
			all[0].must(err)
			all[1].writes("Lời khác của nơi hai")
		},
	}
	for why, prepare := range tests {
		t.Run(string(why), func(t *testing.T) {
			all := offices(t, 2)
			prepare(all)
			all[1].sync()
			before := all[0].records()
			for round := range 2 {
				r := all[0].sync()
				if len(r.Waiting) != 1 || r.Waiting[0].Why != why || r.Waiting[0].New != (round == 0) {
					t.Fatalf("%+v", r.Waiting)
				}
				if len(r.Taken) > 0 || !bytes.Equal(before, all[0].records()) {
					t.Error("taken in behind our back")
				}
			}
		})
	}
}

func deleted(o *office) error {
	return o.desk.Do(desk.Step{Why: "delete"}, func(tx *desk.Tx) error { return tx.Delete(o.visit) })
}

// A computer that was set back finds in the folder what it wrote before. That may be
// what the person wanted to be rid of, so it asks.
func TestWhatAnEarlierSelfWroteWaits(t *testing.T) {
	all := offices(t, 2)
	settle(t, all)
	backup := desktest.NewStore()
	all[0].must(all[0].store.Scan("", func(key string, value []byte) error {
		if key == "m/identity" {
			value = bytes.Replace(value, []byte(all[0].desk.Replica()), []byte("SETBACK00001"), 1)
		}
		return backup.Commit([]desk.Op{{Key: key, Value: value}})
	}))
	keys, err := all[0].desk.Keys()
	all[0].must(err)
	all[0].writes("Viết sau khi sao lưu")
	all[0].sync()
	after := *all[0]
	after.desk = desktest.OpenSigning(t, backup, 1, func(string) (*seal.Keys, error) { return keys, nil })
	r := after.sync()
	if len(r.Waiting) != 1 || r.Waiting[0].Why != desk.AskSetBack || after.purpose() == "Viết sau khi sao lưu" {
		t.Errorf("%+v", r)
	}
}

// Another key in the name of a known office waits, also with a name of its own.
func TestChangedKeyWaits(t *testing.T) {
	all := offices(t, 2)
	all[1].desk = desktest.OpenSigning(t, all[1].store, 2, desktest.Keyring())
	all[1].writes("Ký bằng khóa khác")
	all[1].sync()
	r := all[0].sync()
	if len(r.Waiting) != 1 || r.Waiting[0].Why != desk.AskSigner {
		t.Fatalf("%+v", r)
	}
}

// With a passphrase, strangers read each other; the first bundle of each waits, and
// what a person has taken in by hand waits no more.
func TestPassphraseAmongStrangers(t *testing.T) {
	all := strangers(t, 2)
	opts := folder.Options{Passphrase: "chuyến đi Đắk Glong", Visits: []string{all[0].visit}}
	all[1].writes("Lời của nơi hai")
	all[1].syncWith(opts)
	reading := folder.Options{Passphrase: opts.Passphrase}
	r := all[0].syncWith(reading)
	if len(r.Waiting) != 1 || r.Waiting[0].Why != desk.AskUnknown {
		t.Fatalf("%+v", r)
	}
	f, err := os.Open(r.Waiting[0].Path)
	all[0].must(err)
	defer f.Close()
	b, err := all[0].desk.OpenBundle(f, opts.Passphrase)
	all[0].must(err)
	_, err = all[0].desk.Import(b)
	all[0].must(err)
	if r := all[0].syncWith(reading); len(r.Waiting) > 0 || all[0].purpose() != "Lời của nơi hai" {
		t.Errorf("%+v", r)
	}
	all[1].writes("Lời nữa của nơi hai")
	all[1].syncWith(opts)
	if r := all[0].syncWith(reading); len(r.Taken) != 1 || all[0].purpose() != "Lời nữa của nơi hai" {
		t.Errorf("%+v", r)
	}
}

func TestWrongPassphraseIsToldOnceAndTriedAgain(t *testing.T) {
	all := offices(t, 2)
	all[1].writes("Lời của nơi hai")
	all[1].syncWith(folder.Options{Passphrase: "chuyến đi Đắk Glong", Visits: []string{all[1].visit}})
	wrong := folder.Options{Passphrase: "chuyến đi Đắk Mil"}
	for round := range 2 {
		r := all[0].syncWith(wrong)
		if len(r.Refused) != 1 || r.Refused[0].Err.Key != "fault.seal_passphrase_wrong" || r.Refused[0].New != (round == 0) {
			t.Fatalf("%+v", r.Refused)
		}
	}
	if r := all[0].syncWith(folder.Options{Passphrase: "chuyến đi Đắk Glong"}); len(r.Taken) != 1 || len(r.Refused) > 0 {
		t.Errorf("%+v", r)
	}
}

// A file that has not arrived whole is nobody's mistake, whatever is missing.
func TestHalfWrittenIsLeftForLater(t *testing.T) {
	all := offices(t, 2)
	all[1].writes("Lời của nơi hai")
	all[1].sync()
	whole := all[1].bytes()
	zeros := make([]byte, len(whole))
	for _, half := range [][]byte{{}, whole[:1], whole[:20], whole[:150], whole[:len(whole)/2], whole[:len(whole)-1], zeros} {
		all[1].put(filepath.Base(all[1].file()), half)
		r := all[0].sync()
		if r.Unfinished != 1 || len(r.Refused)+len(r.Waiting)+len(r.Taken) > 0 {
			t.Fatalf("%d bytes: %+v", len(half), r)
		}
	}
	all[1].put(filepath.Base(all[1].file()), whole)
	if r := all[0].sync(); len(r.Taken) != 1 {
		t.Errorf("%+v", r)
	}
}

// Names that carriers and strangers make.
func TestHostileNames(t *testing.T) {
	all := offices(t, 2)
	secret := filepath.Join(t.TempDir(), "secret.json.age")
	all[1].writes("Lời của nơi hai")
	all[1].sync()
	all[0].must(os.WriteFile(secret, all[1].bytes(), 0o600))
	all[0].must(os.Remove(all[1].file()))
	base := filepath.Dir(all[1].file())
	all[0].must(os.Symlink(secret, filepath.Join(base, "link.json.age")))
	all[0].must(os.Symlink(filepath.Dir(secret), filepath.Join(all[0].dir, "ABCDEFGHIJKL")))
	all[0].must(os.Mkdir(filepath.Join(base, "folder.json.age"), 0o755))
	for _, name := range []string{".syncthing.x.json.age.tmp", ".hidden.json.age", "~x.json.age", "x.json.age.part", "x\u202e.json.age", strings.Repeat("x", 240) + ".age"} {
		all[1].put(name, []byte("x"))
	}
	r := all[0].sync()
	if len(r.Taken)+len(r.Waiting)+len(r.Refused)+r.Unfinished > 0 {
		t.Errorf("%+v", r)
	}
	if all[0].purpose() == "Lời của nơi hai" {
		t.Error("a link was followed out of the folder")
	}
}

// A link in the place of our own folder would lead what we write elsewhere.
func TestOwnFolderIsNoLink(t *testing.T) {
	all := offices(t, 2)
	elsewhere := t.TempDir()
	all[0].must(os.Symlink(elsewhere, filepath.Join(all[0].dir, all[0].desk.Replica())))
	_, err := folder.Sync(t.Context(), all[0].desk, folder.Options{Dir: all[0].dir, Visits: []string{all[0].visit}})
	if fault.KeyOf(err) != "fault.exchange_folder_readonly" {
		t.Errorf("%v", err)
	}
	if entries, _ := os.ReadDir(elsewhere); len(entries) > 0 {
		t.Errorf("written elsewhere: %v", entries)
	}
}

func TestFolderAway(t *testing.T) {
	o := offices(t, 1)[0]
	_, err := folder.Sync(t.Context(), o.desk, folder.Options{Dir: filepath.Join(o.dir, "gone")})
	if fault.KeyOf(err) != "fault.exchange_folder_away" {
		t.Errorf("%v", err)
	}
}

// Undo is for what a person has done here; what came is taken back by its name.
func TestUndoPassesOverWhatCame(t *testing.T) {
	all := offices(t, 2)
	settle(t, all)
	all[0].adds("Nội dung của ta")
	all[1].writes("Lời của nơi hai")
	all[1].sync()
	r := all[0].sync()
	_, err := all[0].desk.Undo()
	all[0].must(err)
	if got := len(desk.Of[*plan.Topic](all[0].desk, all[0].visit)); got != 1 || all[0].purpose() != "Lời của nơi hai" {
		t.Errorf("%d topics, purpose %q", got, all[0].purpose())
	}
	if _, err := all[0].desk.Redo(); err != nil {
		t.Error(err)
	}
	_, err = all[0].desk.UndoImport(r.Taken[0].Import)
	all[0].must(err)
	if all[0].purpose() == "Lời của nơi hai" {
		t.Error("the import still stands")
	}
}

// Years of rounds leave no more behind than the last of them.
func TestRoundsDoNotPileUp(t *testing.T) {
	all := offices(t, 2)
	for n := range 70 {
		all[1].writes(fmt.Sprint("Lần ", n))
		all[1].sync()
		all[0].sync()
	}
	imports, err := all[0].desk.Imports()
	all[0].must(err)
	if len(imports) > 55 {
		t.Errorf("%d imports are kept", len(imports))
	}
	states := 0
	all[0].must(all[0].store.Scan("i/", func(string, []byte) error { states++; return nil }))
	if states > 150 {
		t.Errorf("%d states are kept", states)
	}
	if standing, _ := all[1].desk.StandingBundles(); len(standing) != 1 {
		t.Errorf("%d lines of what stands in the folder", len(standing))
	}
	if entries, _ := os.ReadDir(filepath.Dir(all[1].file())); len(entries) != 1 {
		t.Errorf("%d files", len(entries))
	}
}

func TestSharedNoMore(t *testing.T) {
	all := offices(t, 2)
	settle(t, all)
	all[0].put("."+all[0].visit+".json.age.0123456789ab.tmp", []byte("x"))
	r := all[0].syncWith(folder.Options{})
	if entries, _ := os.ReadDir(filepath.Dir(all[0].file())); len(entries) > 0 || r.Removed != 2 {
		t.Errorf("%v stays; %+v", entries, r)
	}
}

// A file that lies in the folder of somebody else than its sender waits.
func TestFileInAForeignFolderWaits(t *testing.T) {
	all := offices(t, 2)
	all[1].writes("Lời của nơi hai")
	all[1].sync()
	foreign := filepath.Join(all[0].dir, "STRANGER0001")
	all[0].must(os.Rename(filepath.Dir(all[1].file()), foreign))
	if r := all[0].sync(); len(r.Waiting) != 1 || r.Waiting[0].Why != desk.AskBeyond {
		t.Errorf("%+v", r)
	}
}
