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
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
	"nhipcau/storage"
)

// BenchmarkProgrammePDF makes the programme of the sample visit a PDF, from the
// start of the process to its end. The reference is LibreOffice, which makes
// one of the same text and table as HTML. Its first run, in which it makes its
// own settings, is reported beside the others and does not count.
func BenchmarkProgrammePDF(b *testing.B) {
	program := built(b, "nhipcau")
	dir := b.TempDir()
	office, page, own := filepath.Join(dir, "office"), filepath.Join(dir, "page.html"), filepath.Join(dir, "own.pdf")
	if err := os.WriteFile(page, htmlOf(b, sampleProgramme(b, office)), 0o600); err != nil {
		b.Fatal(err)
	}
	libreOffice := func() time.Duration {
		return took(b, filepath.Join(dir, "page.pdf"), "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
			"--headless", "--convert-to", "pdf", "--outdir", dir, page)
	}
	first := libreOffice()
	var reference, ours []time.Duration
	for b.Loop() {
		reference = append(reference, libreOffice())
		ours = append(ours, took(b, own, program, "--data", office, "paper", "programme", "--visit", sample.VisitID, "--out", own))
	}
	b.Logf("LibreOffice first %v, then %v, nhipcau %v", first, reference, ours)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(milliseconds(first), "LibreOffice-first-ms")
	b.ReportMetric(milliseconds(median(reference)), "LibreOffice-ms")
	b.ReportMetric(milliseconds(median(ours)), "nhipcau-ms")
	b.ReportMetric(float64(median(reference))/float64(median(ours)), "times-faster")
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

// sampleProgramme makes a data folder with the sample visit and gives its
// programme.
func sampleProgramme(b *testing.B, dir string) paper.Document {
	b.Helper()
	store, err := storage.Open(dir, storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	d, err := desk.OpenWithAssets(store, desk.Options{})
	if err != nil {
		b.Fatal(err)
	}
	read, err := bundle.Read(bytes.NewReader(sample.Bundle))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := d.Import(read); err != nil {
		b.Fatal(err)
	}
	subject, err := d.Subject(sample.VisitID, papers.Request{Kind: "programme"}, func(r plan.Record, field string) string { return fmt.Sprint(r.Label(), field) })
	if err != nil {
		b.Fatal(err)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return papers.Programme(subject)
}
