//go:build journey

package measure

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/paper"
	"nhipcau/app/paper/word"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
	"nhipcau/storage"
)

// libreOffice converts Word files, with settings of its own.
type libreOffice struct {
	profile string
	first   time.Duration // its first run, in which it makes its settings; it does not count
}

// newLibreOffice has made its settings, with the Word file that is given.
func newLibreOffice(b *testing.B, file string) *libreOffice {
	b.Helper()
	o := &libreOffice{profile: filepath.Join(b.TempDir(), "profile")}
	o.first = o.convert(b, file)
	return o
}

// convert makes a PDF of a Word file, beside it, and says how long the process took.
func (o *libreOffice) convert(b *testing.B, file string) time.Duration {
	b.Helper()
	out := file[:len(file)-len(filepath.Ext(file))] + ".pdf"
	return took(b, out, "soffice", "-env:UserInstallation=file://"+o.profile, "--headless", "--convert-to", "pdf", "--outdir", filepath.Dir(file), file)
}

// BenchmarkProgrammePDF makes the programme of the sample visit a PDF, from the
// start of the process to its end. The reference is LibreOffice, which makes
// one of the Word file of the same programme.
func BenchmarkProgrammePDF(b *testing.B) {
	office := newSampleOffice(b)
	comparePDF(b, office, sample.VisitID, "programme")
}

// BenchmarkListPDF makes lists of many rows a PDF. The reference is LibreOffice,
// which makes one of the Word file of the same list.
func BenchmarkListPDF(b *testing.B) {
	for _, rows := range []int{200, 2000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			office, visit := newListOffice(b, rows)
			comparePDF(b, office, visit, "attendee_list")
		})
	}
}

// BenchmarkDossier makes all papers of the sample visit, a PDF and a Word file
// each and one PDF of all, into a new folder of an office that has printed none
// before. The reference is LibreOffice, which makes a PDF of one of the Word
// files.
func BenchmarkDossier(b *testing.B) {
	program, office, dir := built(b, "nhipcau"), newSampleOffice(b), b.TempDir()
	file := filepath.Join(dir, "page.docx")
	writeWord(b, file, office, sample.VisitID, "programme")
	reference := newLibreOffice(b, file)
	var theirs, ours []time.Duration
	for b.Loop() {
		theirs = append(theirs, reference.convert(b, file))
		data, out := copied(b, office), filepath.Join(b.TempDir(), "dossier")
		began := time.Now()
		if said, err := exec.Command(program, "--data", data, "dossier", "--visit", sample.VisitID, "--out", out).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, said)
		}
		ours = append(ours, time.Since(began))
		if made, err := filepath.Glob(filepath.Join(out, "00_*.pdf")); err != nil || len(made) != 1 {
			b.Fatalf("wrote %v, %v", made, err)
		}
	}
	report(b, reference.first, theirs, ours)
}

// comparePDF makes a paper a PDF with the program, and its Word file with LibreOffice.
func comparePDF(b *testing.B, office, visit, kind string) {
	b.Helper()
	program, dir := built(b, "nhipcau"), b.TempDir()
	file, own := filepath.Join(dir, "page.docx"), filepath.Join(dir, "own.pdf")
	writeWord(b, file, office, visit, kind)
	reference := newLibreOffice(b, file)
	var theirs, ours []time.Duration
	for b.Loop() {
		theirs = append(theirs, reference.convert(b, file))
		ours = append(ours, took(b, own, program, "--data", office, "paper", kind, "--visit", visit, "--out", own))
	}
	report(b, reference.first, theirs, ours)
}

// report says how LibreOffice and the program compare, by the middle of their runs.
func report(b *testing.B, first time.Duration, theirs, ours []time.Duration) {
	b.Helper()
	b.Logf("LibreOffice first %v, then %v, nhipcau %v", first, theirs, ours)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(milliseconds(first), "LibreOffice-first-ms")
	b.ReportMetric(milliseconds(median(theirs)), "LibreOffice-ms")
	b.ReportMetric(milliseconds(median(ours)), "nhipcau-ms")
	b.ReportMetric(float64(median(theirs))/float64(median(ours)), "times-faster")
}

// took runs a command to its end and makes sure that it wrote a PDF.
func took(b *testing.B, out, name string, args ...string) time.Duration {
	b.Helper()
	if err := os.RemoveAll(out); err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if said, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, said)
	}
	duration := time.Since(began)
	if raw, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(raw, []byte("%PDF-")) {
		b.Fatalf("%s wrote no PDF: %v", name, err)
	}
	return duration
}

// newSampleOffice makes a data folder with the sample visit.
func newSampleOffice(b *testing.B) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "office")
	withDesk(b, dir, func(d *desk.Desk) error {
		read, err := bundle.Read(bytes.NewReader(sample.Bundle))
		if err == nil {
			_, err = d.Import(read)
		}
		return err
	})
	return dir
}

// newListOffice makes a data folder with one visit of so many people.
func newListOffice(b *testing.B, people int) (dir, visit string) {
	b.Helper()
	dir = filepath.Join(b.TempDir(), "office")
	withDesk(b, dir, func(d *desk.Desk) error {
		v := &plan.Visit{
			Title: words(1, 9), Guest: place(b, d, "Thạch An"), Hosts: []string{place(b, d, "Đắk Glong")},
			When: plan.Period{From: "2024-06-10"}, Status: plan.Statuses()[0], OurRole: plan.RoleReceive,
		}
		return d.Do(desk.Step{}, func(tx *desk.Tx) error {
			err := tx.Put(v)
			visit = v.ID
			for i := 0; err == nil && i < people; i++ {
				err = tx.Put(&plan.Attendee{
					Visit: visit, Side: plan.Guest, Name: fmt.Sprintf("Đại biểu %04d", i+1), Posts: []string{words(i, 6)}, Unit: words(i+1, 5),
				})
			}
			return err
		})
	})
	return dir, visit
}

// writeWord makes a paper of an office a Word file.
func writeWord(b *testing.B, file, office, visit, kind string) {
	b.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		b.Fatal(err)
	}
	withDesk(b, office, func(d *desk.Desk) error {
		subject, err := d.Subject(visit, papers.Request{Kind: kind}, func(r plan.Record, field string) string { return fmt.Sprint(r.Label(), field) })
		if err != nil {
			return err
		}
		made, _ := papers.KindNamed(kind)
		var data bytes.Buffer
		if err := word.Write(&data, made.Make(subject), fonts, paper.Info{}); err != nil {
			return err
		}
		return os.WriteFile(file, data.Bytes(), 0o600)
	})
}

// withDesk opens a data folder, making it if need be, and closes it again.
func withDesk(b *testing.B, dir string, do func(*desk.Desk) error) {
	b.Helper()
	store, err := storage.Open(dir, storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	d, err := desk.OpenWithAssets(store, desk.Options{Author: "Văn phòng"})
	if err != nil {
		b.Fatal(err)
	}
	if err := do(d); err != nil {
		b.Fatal(err)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
}
