package printing

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/paper"
)

// cups prints through the Common UNIX Printing System. The job goes through lp and not by IPP, because lp also reaches printers of the
// network that have no queue yet, and knows the settings of the person; what becomes of it is asked by IPP, because lpstat does not tell
// a job that was printed from one that was given up.
type cups struct {
	run   runner
	ask   asker
	user  string
	pause func(context.Context) error
	// sendTime bounds how long lp may take to accept a job.
	sendTime time.Duration
}

// listTime is how long the look for printers may take in all.
const listTime = 10 * time.Second

// sendTime is how long lp may take to accept a job.
const sendTime = 60 * time.Second

// newCUPS returns what prints through CUPS, and whether there are its programs.
func newCUPS(ctx context.Context, run runner, user string) (*cups, bool) {
	server, _, err := run(ctx, nil, "lpstat", "-H")
	if err != nil {
		return nil, false
	}
	return &cups{run: run, ask: askAt(strings.TrimSpace(server)), user: user, pause: pause, sendTime: sendTime}, true
}

// wantedOfPrinters are the attributes of a queue that are asked for.
var wantedOfPrinters = []string{
	"printer-name", "printer-info", "printer-location", "printer-state", "printer-state-reasons", "printer-state-message",
	"printer-is-accepting-jobs", "sides-supported",
}

// printers lists the queues, and the printers of the network that would get one. None is no error: then nothing is set up.
func (c *cups) printers(ctx context.Context) []Printer {
	var out []Printer
	known := map[string]bool{}
	if _, groups, err := c.ask(ctx, request(cupsGetPrinters, "", "", c.user, wantedOfPrinters...)); err == nil {
		for _, a := range groups {
			if p := printerOf(a); p.Name != "" {
				out = append(out, p)
				known[p.Name] = true
			}
		}
	}
	if listed, _, err := c.run(ctx, nil, "lpstat", "-e"); err == nil {
		for name := range strings.FieldsSeq(listed) {
			if !known[name] {
				known[name] = true
				out = append(out, Printer{Name: name})
			}
		}
	}
	if said, _, err := c.run(ctx, nil, "lpstat", "-d"); err == nil {
		usual := parseDefault(said)
		for i := range out {
			out[i].Default = out[i].Name == usual
		}
	}
	slices.SortStableFunc(out, func(a, b Printer) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// parseDefault reads "system default destination: NAME"; an instance "NAME/draft" is that of a queue.
func parseDefault(said string) string {
	line, _, _ := strings.Cut(said, "\n")
	_, name, ok := strings.Cut(line, ": ")
	if !ok {
		return ""
	}
	name, _, _ = strings.Cut(strings.TrimSpace(name), "/")
	return name
}

// The states of a printer in IPP (RFC 8011, 5.4.11).
const printerStopped = 5

func printerOf(a attributes) Printer {
	p := Printer{
		Name: a.text("printer-name"), Title: a.text("printer-info"), Place: a.text("printer-location"),
		Says: a.text("printer-state-message"), Troubles: troublesOf(a.texts["printer-state-reasons"]),
	}
	if sides := a.texts["sides-supported"]; len(sides) > 0 {
		p.OneSided = !slices.ContainsFunc(sides, func(s string) bool { return strings.HasPrefix(s, "two-sided") })
	}
	accepts, said := a.numbers["printer-is-accepting-jobs"]
	switch {
	case said && accepts == 0:
		p.State = Refusing
	case a.numbers["printer-state"] == printerStopped:
		p.State = Stopped
	}
	return p
}

// reasons are the printer-state-reasons (RFC 8011, 5.4.12, and PWG 5100.9) that keep a printer from printing.
var reasons = map[string]Trouble{
	"media-empty": PaperOut, "media-needed": PaperOut, "input-tray-missing": PaperOut, "media-jam": Jam,
	"cover-open": Open, "door-open": Open, "interlock-open": Open, "toner-empty": TonerOut, "marker-supply-empty": TonerOut,
	"offline": Offline, "connecting-to-device": Offline, "timed-out": Offline, "shutdown": Offline,
	"output-area-full": Attention, "fuser-over-temp": Attention, "developer-empty": Attention,
}

// troublesOf reads the reasons of a state, each followed by how grave it is.
func troublesOf(list []string) []Trouble {
	var out []Trouble
	for _, r := range list {
		if strings.HasSuffix(r, "-report") && r != "offline-report" {
			continue
		}
		for _, grade := range []string{"-error", "-warning", "-report"} {
			r = strings.TrimSuffix(r, grade)
		}
		if t, ok := reasons[r]; ok && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// arguments are those of lp. A4 is said, since queues begin with Letter, and nothing may be scaled, since labels have to meet their cut
// marks. Which pages is settled before: the file has no others.
func arguments(queue string, job Job) []string {
	media, _ := sheetOf(job.Pages)
	sides := [...]string{"one-sided", "two-sided-long-edge", "two-sided-short-edge"}
	return []string{
		"-d", queue, "-n", strconv.Itoa(max(job.Copies, 1)), "-t", jobName(job.Title),
		"-o", "media=" + media.media, "-o", "sides=" + sides[job.Sides], "-o", "collate=true", "-o", "print-scaling=none",
		"--", "-",
	}
}

// print hands a PDF to a queue and follows the job.
func (c *cups) print(ctx context.Context, to Printer, job Job) (Receipt, error) {
	var file bytes.Buffer
	if err := paper.WritePDF(&file, job.Pages, job.Info); err != nil {
		return Receipt{}, err
	}
	sending, cancel := context.WithTimeout(ctx, c.sendTime)
	defer cancel()
	began := time.Now()
	said, complaint, err := c.run(sending, &file, "lp", arguments(to.Name, job)...)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return Receipt{}, c.takenBack(ctx, to, job, began, ctx.Err())
	case sending.Err() != nil:
		return Receipt{}, c.takenBack(ctx, to, job, began, &Failure{Cause: fault.New("fault.print_no_answer", "Printer", to.label(), err)})
	default:
		return Receipt{}, c.refusal(ctx, to, complaint, err)
	}
	id := parseRequest(said)
	if id == "" {
		return Receipt{}, nil // accepted, but it can't be asked after
	}
	return c.follow(ctx, to, id)
}

// refusal tells why lp has not accepted a job.
func (c *cups) refusal(ctx context.Context, to Printer, complaint string, err error) error {
	complaint = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(complaint), "lp: "))
	key := "fault.print_refused"
	switch {
	case strings.Contains(complaint, "does not exist"), strings.Contains(complaint, "non-existent"):
		key, complaint = "fault.print_no_printer", ""
		// Where nothing runs there is no printer either. "lpstat -r" only says so.
		if said, _, _ := c.run(ctx, nil, "lpstat", "-r"); strings.Contains(said, "not running") {
			key = "fault.print_no_service"
		}
	case strings.Contains(complaint, "not accepting"):
		key, complaint = "fault.print_not_accepting", ""
	}
	return &Failure{Cause: fault.New(key, "Printer", to.label(), fmt.Errorf("lp: %w", err)), Says: strings.TrimPrefix(complaint, "Error - ")}
}

// requestID is what lp says of a job that it has accepted: "request id is NAME-12 (0 file(s))".
var requestID = regexp.MustCompile(`(?m)^request id is (\S+-\d+)\b`)

func parseRequest(said string) string {
	if m := requestID.FindStringSubmatch(said); m != nil {
		return m[1]
	}
	return ""
}

// The states of a job in IPP (RFC 8011, 5.3.7).
const (
	jobCanceled  = 7
	jobAborted   = 8
	jobCompleted = 9
)

// follow asks after a job until it is done or has failed, or the patience ends. A job that can't be printed now is taken back: sent again
// it would otherwise come out twice.
func (c *cups) follow(ctx context.Context, to Printer, id string) (Receipt, error) {
	receipt := Receipt{ID: id}
	number := id[strings.LastIndexByte(id, '-')+1:]
	for range looks {
		if err := c.pause(ctx); err != nil {
			c.cancel(ctx, id)
			return Receipt{}, err
		}
		status, groups, err := c.ask(ctx, request(getJobAttributes, "job-uri", "ipp://localhost/jobs/"+number, c.user,
			"job-state", "job-state-reasons", "job-printer-state-message", "job-printer-state-reasons"))
		if status == ippNotFound {
			receipt.Done = true // servers may forget what they have printed
			return receipt, nil
		}
		if err != nil || status >= ippFailure || len(groups) == 0 {
			continue // it can't be asked: then it stays accepted
		}
		job := groups[0]
		receipt.Says, receipt.Troubles = job.text("job-printer-state-message"), troublesOf(job.texts["job-printer-state-reasons"])
		switch job.numbers["job-state"] {
		case jobCompleted:
			return Receipt{ID: id, Done: true}, nil
		case jobAborted, jobCanceled:
			return Receipt{}, c.ended(to, job.numbers["job-state"], receipt)
		}
		if err := c.stopped(ctx, to, id); err != nil {
			return Receipt{}, err
		}
	}
	return receipt, nil
}

func (c *cups) ended(to Printer, state int, last Receipt) error {
	key := "fault.print_aborted"
	if state == jobCanceled {
		key = "fault.print_cancelled"
	}
	return &Failure{Cause: fault.New(key, "Printer", to.label()), Says: last.Says, Troubles: last.Troubles}
}

// stopped takes a job back whose queue has stopped, and says why that is.
func (c *cups) stopped(ctx context.Context, to Printer, id string) error {
	status, groups, err := c.ask(ctx, request(getPrinterAttributes, "printer-uri", "ipp://localhost/printers/"+url.PathEscape(to.Name), c.user, wantedOfPrinters...))
	if err != nil || status >= ippFailure || len(groups) == 0 {
		return nil // it can't be asked: that is no reason to take a job back
	}
	p := printerOf(groups[0])
	if groups[0].numbers["printer-state"] != printerStopped {
		return nil
	}
	c.cancel(ctx, id)
	return &Failure{Cause: fault.New("fault.print_stopped", "Printer", to.label()), Says: p.Says, Troubles: p.Troubles}
}

// cancelTime is short: where a job can't be taken back at once, it stays.
const cancelTime = 5 * time.Second

func (c *cups) cancel(ctx context.Context, id string) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), cancelTime)
	defer cancel()
	_, _, _ = c.run(ctx, nil, "cancel", id) // it may just have been printed
}
