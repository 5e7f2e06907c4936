//go:build printtrial && !windows

// The trial with a real print service: a CUPS of our own on a socket of its own, whose queue leads to a simulator of an IPP printer that
// keeps what it is sent, and a message bus of our own with a print portal. It needs the Debian packages cups-daemon, cups-client,
// cups-filters, cups-ipp-utils, dbus and poppler-utils, touches no print service of the system, and takes about two minutes. The Windows build prints through the same queue, under Wine: make print-trial.
package printing_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/printing"
	"nhipcau/app/sample"
)

// patience bounds each wait of the trial.
const patience = 30 * time.Second

// service is the print service of the trial.
type service struct {
	t       *testing.T
	dir     string
	port    string // of the printer
	printer *exec.Cmd
	cupsd   *exec.Cmd
	system  printing.System
	opened  []string
}

// run runs a program that has to succeed.
func (s *service) run(program string, args ...string) string {
	s.t.Helper()
	out, err := exec.CommandContext(s.t.Context(), program, args...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s %q: %v\n%s", program, args, err, out)
	}
	return string(out)
}

// start starts a program that runs until it is killed or the trial ends, and keeps what it says in a file.
func (s *service) start(log, program string, args ...string) *exec.Cmd {
	s.t.Helper()
	file, err := os.Create(filepath.Join(s.dir, log))
	if err != nil {
		s.t.Fatal(err)
	}
	c := exec.Command(program, args...)
	c.Stdout, c.Stderr = file, file
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { s.kill(c); _ = file.Close() })
	return c
}

func (s *service) kill(c *exec.Cmd) {
	if c.ProcessState == nil {
		_ = c.Process.Kill()
		_ = c.Wait()
	}
}

func (s *service) write(name, text string) string {
	s.t.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		s.t.Fatal(err)
	}
	return path
}

func (s *service) folder(name string) string {
	s.t.Helper()
	path := filepath.Join(s.dir, name)
	if err := os.MkdirAll(path, 0o777); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Chmod(path, 0o777); err != nil { // the filters run as somebody else
		s.t.Fatal(err)
	}
	return path
}

// await waits until something has happened.
func (s *service) await(what string, happened func() bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); !happened(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			log, _ := os.ReadFile(filepath.Join(s.dir, "error_log"))
			s.t.Fatalf("waited in vain for %s\n%s", what, log)
		}
	}
}

// answers says whether something listens.
func answers(network, address string) func() bool {
	return func() bool {
		c, err := net.Dial(network, address)
		if err == nil {
			_ = c.Close()
		}
		return err == nil
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

const cupsConfig = `Listen %s
LogLevel info
Browsing No
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
`

const cupsFiles = `User %s
Group %s
ServerRoot %[3]s/etc
RequestRoot %[3]s/spool
TempDir %[3]s/spool/tmp
CacheDir %[3]s/cache
StateDir %[3]s/state
AccessLog %[3]s/access_log
ErrorLog %[3]s/error_log
PageLog %[3]s/page_log
Sandboxing relaxed
`

// owner is who filters run as: CUPS takes root for nobody.
func owner(t *testing.T) (name, group string) {
	t.Helper()
	who, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	if who.Uid == "0" {
		return "lp", "lp"
	}
	g, err := user.LookupGroupId(who.Gid)
	if err != nil {
		t.Fatal(err)
	}
	return who.Username, g.Name
}

func newService(t *testing.T) *service {
	t.Helper()
	dir, err := os.MkdirTemp("", "print") // short, for the sockets
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	s := &service{t: t, dir: dir, port: freePort(t)}
	for _, name := range []string{".", "etc", "spool", "spool/tmp", "cache", "state", "kept", "handed"} {
		s.folder(name)
	}
	bus := filepath.Join(dir, "bus")
	s.start("bus.log", "dbus-daemon", "--config-file="+s.write("bus.conf", fmt.Sprintf(busConfig, bus)), "--nofork", "--nopidfile", "--nosyslog")
	s.await("the message bus", answers("unix", bus))
	t.Setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path="+bus) // the simulator wants one
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+bus)
	s.startPrinter()
	s.startCUPS()
	s.system = printing.New(printing.Options{
		File: func(name string) (string, error) { return filepath.Join(dir, "handed", name), nil },
		Open: func(path string) error { s.opened = append(s.opened, path); return nil },
	})
	return s
}

func (s *service) startPrinter() {
	s.t.Helper()
	s.printer = s.start("printer.log", "ippeveprinter", "-vv", "-2", "-s", "600", "-k", "-r", "off", "-d", filepath.Join(s.dir, "kept"), "-p", s.port,
		"-f", "application/pdf,image/pwg-raster", "Trial")
	s.await("the printer", answers("tcp", net.JoinHostPort("localhost", s.port)))
}

func (s *service) startCUPS() {
	s.t.Helper()
	socket := filepath.Join(s.dir, "cups.sock")
	name, group := owner(s.t)
	config := s.write("etc/cupsd.conf", fmt.Sprintf(cupsConfig, socket))
	files := s.write("etc/cups-files.conf", fmt.Sprintf(cupsFiles, name, group, s.dir))
	s.cupsd = s.start("cupsd.log", "/usr/sbin/cupsd", "-f", "-c", config, "-s", files)
	s.await("CUPS", answers("unix", socket))
	s.t.Setenv("CUPS_SERVER", socket)
	s.run("lpadmin", "-p", queue, "-E", "-v", "ipp://localhost:"+s.port+"/ipp/print", "-m", "everywhere", "-D", "Máy in tầng 2", "-L", "Phòng 201")
}

const queue = "tang2"

func printer() printing.Printer { return printing.Printer{Name: queue, Title: "Máy in tầng 2"} }

// programme is the programme of the sample visit.
func programme(t *testing.T) *paper.Pages {
	t.Helper()
	d := desktest.Open(t, desktest.NewStore(), 1)
	visit, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := d.Subject(visit, papers.Request{Kind: "programme"}, func(r plan.Record, field string) string { return r.Label() + field })
	if err != nil {
		t.Fatal(err)
	}
	kind, _ := papers.KindNamed("programme")
	return lay(t, kind.Make(subject))
}

func lay(t *testing.T, doc paper.Document) *paper.Pages {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := paper.Layout(doc, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// kept are the files that the printer has received.
func (s *service) kept() []string {
	s.t.Helper()
	list, err := filepath.Glob(filepath.Join(s.dir, "kept", "*.pdf"))
	if err != nil {
		s.t.Fatal(err)
	}
	return list
}

// print prints and returns the file that has arrived.
func (s *service) print(job printing.Job) string {
	s.t.Helper()
	before := s.kept()
	receipt, err := s.system.Print(s.t.Context(), printer(), job)
	if err != nil || receipt.ID == "" || receipt.Way != printing.Queue {
		s.t.Fatalf("%+v, %v", receipt, err)
	}
	s.await("the file "+receipt.ID, func() bool { return len(s.kept()) > len(before) && s.rest() })
	s.t.Logf("%s: done %v, says %q", receipt.ID, receipt.Done, receipt.Says)
	for _, path := range s.kept() {
		if !slices.Contains(before, path) {
			return path
		}
	}
	return ""
}

// rest says whether nothing waits any more.
func (s *service) rest() bool { return strings.TrimSpace(s.run("lpstat", "-o", queue)) == "" }

var pdfPages = regexp.MustCompile(`(?m)^Pages:\s+(\d+)$`)

// want looks at a file that was printed: so many pages, all of them A4.
func (s *service) want(path string, pages int) {
	s.t.Helper()
	said := s.run("pdfinfo", "-l", "-1", path)
	if m := pdfPages.FindStringSubmatch(said); m == nil || m[1] != fmt.Sprint(pages) {
		s.t.Errorf("%s has not %d pages:\n%s", path, pages, said)
	}
	if strings.Count(said, "(A4)") != pages {
		s.t.Errorf("%s is not A4:\n%s", path, said)
	}
}

// a4 is how the printer is told the size of the sheet, in hundredths of a millimetre. Its own is Letter.
const a4 = "media-size={x-dimension=21000 y-dimension=29700}"

// told looks for what the printer was told of the last job.
func (s *service) told(attributes ...string) {
	s.t.Helper()
	raw, err := os.ReadFile(filepath.Join(s.dir, "printer.log"))
	if err != nil {
		s.t.Fatal(err)
	}
	raw = raw[max(bytes.LastIndex(raw, []byte("operation-id=Create-Job")), 0):]
	for _, a := range attributes {
		if !bytes.Contains(raw, []byte(a)) {
			s.t.Errorf("the printer was not told %q:\n%.4000s", a, raw)
		}
	}
}

func TestPrintTrial(t *testing.T) {
	s := newService(t)
	pages := programme(t)
	s.lists()
	s.prints(pages)
	s.refuses(pages)
	s.portal(pages)
	s.windows()
	s.ends(pages)
}

// lists: the queue is found, with what a person knows it by.
func (s *service) lists() {
	list, err := s.system.Printers(s.t.Context())
	i := slices.IndexFunc(list, func(p printing.Printer) bool { return p.Name == queue })
	if err != nil || i < 0 {
		s.t.Fatalf("%+v, %v", list, err)
	}
	p := list[i]
	if p.Title != "Máy in tầng 2" || p.Place != "Phòng 201" || p.OneSided || p.State != printing.Ready || p.Way != printing.Queue {
		s.t.Errorf("the queue is %+v", p)
	}
	if last := list[len(list)-1]; last.Way != printing.Viewer {
		s.t.Errorf("the last resort is %+v", last)
	}
}

// prints: what is chosen arrives, as A4.
func (s *service) prints(pages *paper.Pages) {
	all := len(pages.List)
	s.want(s.print(printing.Job{Title: "Chương trình", Pages: pages, Copies: 1}), all)
	s.told(a4, "sides (keyword) one-sided", "job-name (nameWithoutLanguage) Chuong trinh")
	s.want(s.print(printing.Job{Title: "Chương trình", Pages: pages.Only([]int{all - 1}), Copies: 1, Sides: printing.LongEdge}), 1)
	s.told(a4, "sides (keyword) two-sided-long-edge")
	s.print(printing.Job{Title: "Chương trình", Pages: pages, Copies: 3})
	s.told(a4, "copies (integer) 3", "separate-documents-collated-copies")
	wide := lay(s.t, paper.Document{Title: "Ngang", Page: paper.A4Landscape(), Blocks: []paper.Block{paper.Paragraph{Runs: []paper.Run{{Text: "ngang"}}}}})
	s.want(s.print(printing.Job{Title: "Ngang", Pages: wide, Copies: 1, Sides: printing.ShortEdge}), 1)
	s.told(a4, "sides (keyword) two-sided-short-edge")
}

// fails sends a job that must fail for a reason, leaving nothing behind.
func (s *service) fails(to printing.Printer, pages *paper.Pages, key string) *printing.Failure {
	s.t.Helper()
	before := len(s.kept())
	receipt, err := s.system.Print(s.t.Context(), to, printing.Job{Title: "Chương trình", Pages: pages, Copies: 1})
	var failure *printing.Failure
	if fault.KeyOf(err) != key || !errors.As(err, &failure) {
		s.t.Fatalf("%+v, %v, want %s", receipt, err, key)
	}
	if !s.rest() || len(s.kept()) != before {
		s.t.Errorf("%s: something is left in the queue or was printed all the same", key)
	}
	return failure
}

// refuses: a queue that does not print says why, and takes the job when it is sent again.
func (s *service) refuses(pages *paper.Pages) {
	s.run("cupsdisable", "-r", "đang thay mực", queue)
	if f := s.fails(printer(), pages, "fault.print_stopped"); f.Says != "đang thay mực" {
		s.t.Errorf("the stopped queue says %q", f.Says)
	}
	s.run("cupsenable", queue)
	s.want(s.print(printing.Job{Title: "Chương trình", Pages: pages, Copies: 1}), len(pages.List))

	s.run("cupsreject", "-r", "hết giờ", queue)
	s.fails(printer(), pages, "fault.print_not_accepting")
	s.run("cupsaccept", queue)
	s.fails(printing.Printer{Name: "khong-co"}, pages, "fault.print_no_printer")

	ctx, cancel := context.WithCancel(s.t.Context())
	cancel()
	if _, err := s.system.Print(ctx, printer(), printing.Job{Title: "x", Pages: pages, Copies: 1}); err == nil {
		s.t.Error("a job that was stopped is sent")
	}
}

// windows: the tests of the Windows build, under Wine, find the queue and print two copies of two pages on both sides through GDI.
func (s *service) windows() {
	before := s.kept()
	s.run("lpadmin", "-d", queue)
	said := s.run("../../.ci/wine-run", "../../build/printing-test.exe", "-test.v", "-test.run", "TestAJobIsPrinted|Windows|DeviceContext")
	if !strings.Contains(said, "--- PASS: TestAJobIsPrinted") {
		s.t.Errorf("the Windows build ran no job:\n%s", said)
	}
	s.await("the job of Windows", func() bool { return len(s.kept()) > len(before) && s.rest() })
	for _, path := range s.kept() {
		if !slices.Contains(before, path) {
			s.want(path, 4)
		}
	}
	s.told(a4, "sides (keyword) two-sided-long-edge")
}

// desktop is a print portal that answers as a person does.
type desktop struct {
	conn   *dbus.Conn
	answer uint32
	got    []byte
	title  string
}

// Print implements org.freedesktop.portal.Print.
func (d *desktop) Print(sender dbus.Sender, _, title string, file dbus.UnixFD, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	f := os.NewFile(uintptr(file), "printed")
	defer f.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	d.got, d.title = b.Bytes(), title
	path := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" +
		strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_") + "/" + options["handle_token"].Value().(string))
	err := d.conn.Emit(path, "org.freedesktop.portal.Request.Response", d.answer, map[string]dbus.Variant{})
	if err != nil {
		return "", dbus.MakeFailedError(err)
	}
	return path, nil
}

// Get implements org.freedesktop.DBus.Properties, for the version.
func (d *desktop) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(uint32(1)), nil
}

// portal: the dialog of the desktop is offered where there is one, and gets the PDF.
func (s *service) portal(pages *paper.Pages) {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		s.t.Fatal(err)
	}
	defer conn.Close()
	d := &desktop{conn: conn}
	for _, face := range []string{"org.freedesktop.portal.Print", "org.freedesktop.DBus.Properties"} {
		if err := conn.Export(d, "/org/freedesktop/portal/desktop", face); err != nil {
			s.t.Fatal(err)
		}
	}
	if _, err := conn.RequestName("org.freedesktop.portal.Desktop", 0); err != nil {
		s.t.Fatal(err)
	}
	list, _ := s.system.Printers(s.t.Context())
	if !slices.ContainsFunc(list, func(p printing.Printer) bool { return p.Way == printing.Dialog }) {
		s.t.Fatalf("the dialog of the desktop is not offered: %+v", list)
	}
	job := printing.Job{Title: "Chương trình", Pages: pages, Copies: 1}
	receipt, err := s.system.Print(s.t.Context(), printing.Printer{Way: printing.Dialog}, job)
	if err != nil || !receipt.Done || !bytes.HasPrefix(d.got, []byte("%PDF-")) || d.title != "Chuong trinh" {
		s.t.Errorf("%+v, %v, got %d bytes titled %q", receipt, err, len(d.got), d.title)
	}
	d.answer = 1
	if _, err := s.system.Print(s.t.Context(), printing.Printer{Way: printing.Dialog}, job); !errors.Is(err, context.Canceled) {
		s.t.Errorf("a dialog that was cancelled: %v", err)
	}
	d.answer = 2
	if _, err := s.system.Print(s.t.Context(), printing.Printer{Way: printing.Dialog}, job); fault.KeyOf(err) != "fault.print_dialog" {
		s.t.Errorf("a dialog that failed: %v", err)
	}
}

// ends: a printer that is switched off is said to be, and without a print service the PDF can still be opened.
func (s *service) ends(pages *paper.Pages) {
	job := printing.Job{Title: "Chương trình", Pages: pages, Copies: 1}
	s.kill(s.printer)
	receipt, err := s.system.Print(s.t.Context(), printer(), job)
	if err != nil || receipt.Done || receipt.Says == "" && len(receipt.Troubles) == 0 {
		s.t.Errorf("switched off: %+v, %v", receipt, err)
	}
	s.kill(s.cupsd)
	list, err := s.system.Printers(s.t.Context())
	if err != nil || len(list) != 1 || list[0].Way != printing.Viewer {
		s.t.Errorf("without CUPS and portal there are %+v, %v", list, err)
	}
	if _, err := s.system.Print(s.t.Context(), printer(), job); fault.KeyOf(err) != "fault.print_no_service" {
		s.t.Errorf("without a print service: %v", err)
	}
	if _, err := s.system.Print(s.t.Context(), list[0], job); err != nil || len(s.opened) != 1 || filepath.Base(s.opened[0]) != "Chuong_trinh.pdf" {
		s.t.Errorf("opened %q, %v", s.opened, err)
	}
}
