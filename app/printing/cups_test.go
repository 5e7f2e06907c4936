package printing

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/fault"
	"nhipcau/app/paper"
)

func sheetsOf(t *testing.T, setup paper.PageSetup) *paper.Pages {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := paper.Layout(paper.Document{Title: "Thử", Page: setup, Blocks: []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "thử"}}}}}, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestArgumentsOfLp(t *testing.T) {
	job := Job{Title: "Chương trình làm việc Đắk Glong", Pages: sheetsOf(t, paper.A4Landscape()), Copies: 25, Sides: ShortEdge}
	const want = "-d tang2 -n 25 -t Chuong trinh lam viec Dak Glong -o media=iso_a4_210x297mm -o sides=two-sided-short-edge " +
		"-o collate=true -o print-scaling=none -- -"
	if got := strings.Join(arguments("tang2", job), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	odd := arguments("x", Job{Title: "…", Pages: sheetsOf(t, paper.PageSetup{Width: 100, Height: 150})})
	for _, want := range []string{"media=Custom.100x150mm", "nhip-cau", "1", "sides=one-sided"} {
		if !slices.Contains(odd, want) {
			t.Errorf("%q lacks %s", odd, want)
		}
	}
}

// fakeCUPS is a CUPS that answers from tables.
type fakeCUPS struct {
	jobs      []int // the states of the job, one a look; the last stays
	printer   byte  // its state
	complaint string
	ran       []string
}

func (f *fakeCUPS) cups() *cups {
	return &cups{run: f.run, ask: f.ask, pause: func(ctx context.Context) error { return ctx.Err() }, sendTime: sendTime}
}

func (f *fakeCUPS) run(_ context.Context, _ io.Reader, program string, args ...string) (string, string, error) {
	f.ran = append(f.ran, program+" "+args[len(args)-1])
	if program == "lp" && f.complaint != "" {
		return "", "lp: " + f.complaint + "\n", errors.New("exit status 1")
	}
	return "request id is tang-2-17 (0 file(s))\n", "", nil
}

func (f *fakeCUPS) ask(_ context.Context, request []byte) (int, []attributes, error) {
	if request[3] == getPrinterAttributes {
		return parseAnswer(answer(0, [][3]string{
			number("printer-state", tagEnum, f.printer), keyword("printer-state-reasons", "media-empty-error"),
			{"printer-state-message", "\x41", "khay 2"},
		}))
	}
	state := f.jobs[0]
	if len(f.jobs) > 1 {
		f.jobs = f.jobs[1:]
	}
	return parseAnswer(answer(0, [][3]string{number("job-state", tagEnum, byte(state)), {"job-printer-state-message", "\x41", "bận"}}))
}

func TestWhatBecomesOfAJobIsTold(t *testing.T) {
	pages := sheetsOf(t, paper.A4Portrait())
	for _, c := range []struct {
		name      string
		fake      fakeCUPS
		key       string
		done      bool
		takenBack bool
	}{
		{"printed", fakeCUPS{jobs: []int{3, 5, 9}, printer: 4}, "", true, false},
		{"still printing", fakeCUPS{jobs: []int{5}, printer: 4}, "", false, false},
		{"given up", fakeCUPS{jobs: []int{5, 8}, printer: 4}, "fault.print_aborted", false, false},
		{"cancelled there", fakeCUPS{jobs: []int{7}, printer: 3}, "fault.print_cancelled", false, false},
		{"stopped", fakeCUPS{jobs: []int{3}, printer: 5}, "fault.print_stopped", false, true},
		{"not accepting", fakeCUPS{complaint: `Destination "x" is not accepting jobs.`}, "fault.print_not_accepting", false, false},
		{"missing", fakeCUPS{complaint: "Error - The printer or class does not exist."}, "fault.print_no_printer", false, false},
		{"anything else", fakeCUPS{complaint: "Error - too many."}, "fault.print_refused", false, false},
	} {
		r, err := c.fake.cups().print(t.Context(), Printer{Name: "tang-2"}, Job{Title: "x", Pages: pages, Copies: 1})
		if fault.KeyOf(err) != c.key || r.Done != c.done {
			t.Errorf("%s: %+v, %v", c.name, r, err)
		}
		if slices.Contains(c.fake.ran, "cancel tang-2-17") != c.takenBack {
			t.Errorf("%s: ran %q", c.name, c.fake.ran)
		}
	}
}

func TestSettingsOfADriverSayTheJob(t *testing.T) {
	d := make(devmode, dmLeast)
	job := Job{Pages: sheetsOf(t, paper.A4Landscape()), Sides: LongEdge}
	if !d.wish(job, 3) || d.get(dmPaperSize) != 9 || d.get(dmOrientation) != landscapeSheet || d.get(dmDuplex) != 2 || d.get(dmCopies) != 3 {
		t.Errorf("% x", d)
	}
	if devmode(nil).wish(job, 1) || make(devmode, 60).wish(job, 1) {
		t.Error("settings that are too short are written")
	}
}

func TestStatesOfTheSpooler(t *testing.T) {
	state, troubles := stateOfPrinter(printerPaused|printerPaperOut, printerWorkOffline)
	if state != Stopped || !slices.Equal(troubles, []Trouble{PaperOut, Offline}) {
		t.Errorf("%v, %v", state, troubles)
	}
	for job, key := range map[uint32]string{jobError: "fault.print_aborted", jobDeleted: "fault.print_cancelled", jobPaused: "fault.print_stopped", jobPaperOut: ""} {
		if got := failureOf(job, Ready); got != key {
			t.Errorf("%#x: %q, want %q", job, got, key)
		}
	}
}
