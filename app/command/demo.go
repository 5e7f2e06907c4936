package command

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
	"nhipcau/app/seal"
	embedded "nhipcau/assets/sample"
)

func (l *line) demoCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "demo --out DIR", Short: "Do the main job with the sample visit, without a window", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error { return l.demo(out) }),
	}
	c.Flags().StringVar(&out, "out", "", "the folder for the demonstration")
	_ = c.MarkFlagRequired("out") // the flag is there
	return c
}

// demonstration is two offices and the files that go between them.
type demonstration struct {
	*line
	dir         string
	step        int
	host, guest string // data folders
	visit       string
}

func (l *line) demo(out string) error {
	dir, err := freshDir(out)
	if err != nil {
		return fault.New("fault.file_unwritable", "File", out, err)
	}
	d := &demonstration{line: l, dir: dir, visit: embedded.VisitID}
	d.env.Keys = nil // the offices of a demonstration have no keys that would stay on this computer
	d.host, d.guest = filepath.Join(dir, "dak-glong"), filepath.Join(dir, "thach-an")
	for _, step := range []func() error{
		d.importSample, d.edit, d.print, d.sendToGuest, d.editAsGuest, d.bringBack, d.compare,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	l.say("demo.done", "Folder", dir)
	return nil
}

// freshDir never writes over an earlier demonstration: where the folder is not
// empty, a numbered one inside it is taken.
func freshDir(out string) (string, error) {
	dir := out
	for n := 2; ; n++ {
		entries, err := os.ReadDir(dir)
		if os.IsNotExist(err) || err == nil && len(entries) == 0 {
			return dir, os.MkdirAll(dir, 0o700)
		}
		if err != nil {
			return "", err
		}
		dir = filepath.Join(out, fmt.Sprintf("demo-%02d", n))
	}
}

// tell says what a step has done, under its number.
func (d *demonstration) tell(key string, args ...any) {
	d.step++
	_, _ = fmt.Fprintf(d.env.Stdout, "%d. %s\n", d.step, d.words.Say(key, args...))
}

func (d *demonstration) atHost(fn func(*desk.Desk) error) error {
	return d.withDeskAt(d.host, mayCreate, fn)
}

func (d *demonstration) atGuest(fn func(*desk.Desk) error) error {
	return d.withDeskAt(d.guest, mayCreate, fn)
}

func (d *demonstration) importSample() error {
	return d.atHost(func(k *desk.Desk) error {
		b, err := bundle.Read(bytes.NewReader(embedded.Bundle))
		if err != nil {
			return err
		}
		if err := setUp(k, "UBND huyện Đắk Glong", "huyện Đắk Glong, tỉnh Đắk Nông"); err != nil {
			return err
		}
		report, err := k.Import(b)
		if err != nil {
			return err
		}
		d.tell("demo.imported", "Folder", d.host, "Count", report.Counts[desk.Added])
		return nil
	})
}

func setUp(k *desk.Desk, name, locality string) error {
	office := plan.Office{Name: name, Level: "district", IssuerKind: "state", Symbol: "UBND"}
	if found := k.FindLocalities(locality, sample.Day, 1); len(found) == 1 {
		office.Locality = found[0].ID
	}
	return k.SetUp(office, "Văn phòng "+name)
}

// edit gives the first item of the programme a place, takes it back and does
// it again, as somebody does who hesitates.
func (d *demonstration) edit() error {
	return d.atHost(func(k *desk.Desk) error {
		view, ok := k.View(d.visit)
		if !ok || len(view.Agenda) == 0 {
			return fault.New("fault.no_such_visit", "ID", d.visit)
		}
		first := view.Agenda[0]
		first.Place = "Hội trường UBND huyện"
		if err := k.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(first) }); err != nil {
			return err
		}
		if _, err := k.Undo(); err != nil {
			return err
		}
		if _, err := k.Redo(); err != nil {
			return err
		}
		d.tell("demo.edited", "Item", first.Title, "Place", first.Place)
		return nil
	})
}

func (d *demonstration) print() error {
	out := filepath.Join(d.dir, "CTr_ThachAn_DakGlong_20240610.pdf")
	d.tell("demo.printing")
	return d.atHost(func(k *desk.Desk) error {
		return d.writePaper(k, d.visit, papers.Request{Kind: plan.PaperProgramme}, out, reprinting{})
	})
}

// send writes the visit to a file and gives its path.
func (d *demonstration) send(k *desk.Desk, locality string) (string, error) {
	b, err := k.Export(desk.Scope{Visit: d.visit})
	if err != nil {
		return "", err
	}
	file := filepath.Join(d.dir, bundle.FileName(locality, sample.Day, b.Seq))
	if err := k.WriteBundle(b, seal.Lock{}, file); err != nil {
		return "", err
	}
	return file, k.Sent(b, filepath.Base(file))
}

func (d *demonstration) receive(k *desk.Desk, file string) (desk.Report, error) {
	b, err := readBundle(file, "")
	if err != nil {
		return desk.Report{}, err
	}
	return k.Import(b)
}

func (d *demonstration) sendToGuest() error {
	var file string
	if err := d.atHost(func(k *desk.Desk) (err error) {
		file, err = d.send(k, "Đắk Glong")
		return err
	}); err != nil {
		return err
	}
	d.tell("demo.exported", "File", file)
	return d.atGuest(func(k *desk.Desk) error {
		if err := setUp(k, "UBND huyện Thạch An", "huyện Thạch An, tỉnh Cao Bằng"); err != nil {
			return err
		}
		report, err := d.receive(k, file)
		if err != nil {
			return err
		}
		d.tell("demo.received", "Folder", d.guest, "Count", report.Counts[desk.Added])
		return nil
	})
}

// editAsGuest asks a question under the first topic, as the guest side does.
func (d *demonstration) editAsGuest() error {
	return d.atGuest(func(k *desk.Desk) error {
		topics := desk.Of[*plan.Topic](k, d.visit)
		if len(topics) == 0 {
			return fault.New("fault.no_such_visit", "ID", d.visit)
		}
		q := &plan.Question{
			Visit: d.visit, Topic: topics[0].ID, State: plan.QuestionOpen,
			Text: d.words.Say("demo.question"), AskedBy: "Đoàn công tác huyện Thạch An",
		}
		if err := k.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(q) }); err != nil {
			return err
		}
		d.tell("demo.asked", "Topic", topics[0].Title, "Question", q.Text)
		return nil
	})
}

func (d *demonstration) bringBack() error {
	var file string
	if err := d.atGuest(func(k *desk.Desk) (err error) {
		file, err = d.send(k, "Thạch An")
		return err
	}); err != nil {
		return err
	}
	return d.atHost(func(k *desk.Desk) error {
		report, err := d.receive(k, file)
		if err != nil {
			return err
		}
		d.tell("demo.brought_back", "File", file, "Added", report.Counts[desk.Added],
			"Edited", report.Counts[desk.Edited], "Same", report.Counts[desk.Same])
		return nil
	})
}

// compare shows that both offices hold the same visit, byte for byte.
func (d *demonstration) compare() error {
	var both [2][]byte
	for i, at := range []func(func(*desk.Desk) error) error{d.atHost, d.atGuest} {
		if err := at(func(k *desk.Desk) (err error) {
			both[i], err = d.visitBytes(k)
			return err
		}); err != nil {
			return err
		}
	}
	if !bytes.Equal(both[0], both[1]) {
		return fault.New("fault.demo_differs", "Folder", d.dir)
	}
	d.tell("demo.agree", "Bytes", len(both[0]))
	return nil
}

// visitBytes packs the visit and all that travels with it.
func (d *demonstration) visitBytes(k *desk.Desk) ([]byte, error) {
	b, err := k.Export(desk.Scope{Visit: d.visit})
	if err != nil {
		return nil, err
	}
	return bundle.RecordsBytes(b)
}
