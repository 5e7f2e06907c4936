//go:build syncthing

// The trial with a real carrier: two instances of Syncthing on this computer, which
// know nothing of any network but each other, one folder, three offices, and one
// instance that is killed while it receives. It needs the Debian package syncthing
// and takes about a minute: make syncthing-trial.
package folder_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/template"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// patience bounds each wait of the trial.
const patience = 90 * time.Second

const apiKey = "trial"

// config is all that an instance knows: itself, the other, and the folder. No
// discovery, relays, port mapping, reports or upgrades; 256 KiB/s, so that a large file
// is on its way for some seconds.
var config = template.Must(template.New("").Parse(`<configuration version="36">
<folder id="exchange" label="exchange" path="{{.Dir}}" type="sendreceive" rescanIntervalS="10" fsWatcherEnabled="true" fsWatcherDelayS="1" ignorePerms="true">
<filesystemType>basic</filesystemType><device id="{{.ID}}"/><device id="{{.Other.ID}}"/>
</folder>
<device id="{{.ID}}" name="here"><address>tcp://{{.Listen}}</address></device>
<device id="{{.Other.ID}}" name="there" compression="never"><address>tcp://{{.Other.Listen}}</address></device>
<gui enabled="true" tls="false"><address>{{.GUI}}</address><apikey>` + apiKey + `</apikey></gui>
<options>
<listenAddress>tcp://{{.Listen}}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled><stunKeepaliveStartS>0</stunKeepaliveStartS>
<urAccepted>-1</urAccepted><crashReportingEnabled>false</crashReportingEnabled><autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<startBrowser>false</startBrowser><reconnectionIntervalS>1</reconnectionIntervalS>
<maxSendKbps>256</maxSendKbps><limitBandwidthInLan>true</limitBandwidthInLan>
</options>
</configuration>
`))

// instance is one Syncthing with its own home and its own copy of the folder.
type instance struct {
	t           *testing.T
	home        string
	Dir         string
	ID          string
	Listen, GUI string
	Other       *instance
	process     *exec.Cmd
	done        chan struct{}
}

func newInstance(t *testing.T) *instance {
	t.Helper()
	in := &instance{t: t, home: t.TempDir(), Dir: t.TempDir(), Listen: freePort(t), GUI: freePort(t)}
	in.run("generate", "--home", in.home, "--no-default-folder", "--skip-port-probing")
	in.ID = strings.TrimSpace(in.run("serve", "--home", in.home, "--device-id"))
	return in
}

func (in *instance) run(args ...string) string {
	in.t.Helper()
	var out, errs bytes.Buffer
	c := exec.CommandContext(in.t.Context(), "syncthing", args...)
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		in.t.Fatalf("syncthing %q: %v\n%s%s", args, err, out.String(), errs.String())
	}
	return out.String()
}

// freePort gives an address on this computer at which nobody listens.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start starts the instance and waits until it answers.
func (in *instance) start() {
	in.t.Helper()
	var text bytes.Buffer
	if err := config.Execute(&text, in); err != nil {
		in.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(in.home, "config.xml"), text.Bytes(), 0o600); err != nil {
		in.t.Fatal(err)
	}
	in.process = exec.CommandContext(context.Background(), "syncthing", "serve", "--home", in.home, "--no-browser", "--no-restart", "--no-upgrade")
	in.process.Env = append(os.Environ(), "STNORESTART=1", "STMONITORED=1")
	log, err := os.OpenFile(filepath.Join(in.home, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		in.t.Fatal(err)
	}
	in.process.Stdout, in.process.Stderr = log, log
	if err := in.process.Start(); err != nil {
		in.t.Fatal(err)
	}
	in.done = make(chan struct{})
	go func(c *exec.Cmd, done chan struct{}) {
		_ = c.Wait() // it ends by being killed
		_ = log.Close()
		close(done)
	}(in.process, in.done)
	until(in.t, "an instance answers", func() bool { return strings.Contains(in.ask("/rest/system/ping"), "pong") })
}

// kill ends the instance as a power cut does.
func (in *instance) kill() {
	if in.process != nil {
		_ = in.process.Process.Kill()
		<-in.done
		in.process = nil
	}
}

func (in *instance) ask(path string) string {
	request, err := http.NewRequestWithContext(in.t.Context(), http.MethodGet, "http://"+in.GUI+path, nil)
	if err != nil {
		in.t.Fatal(err)
	}
	request.Header.Set("X-Api-Key", apiKey)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return ""
	}
	defer answer.Body.Close()
	raw, _ := io.ReadAll(answer.Body)
	return string(raw)
}

// receiving says whether a file is half there, under the carrier's own name.
func (in *instance) receiving() bool {
	found, _ := filepath.Glob(filepath.Join(in.Dir, "*", ".syncthing.*.tmp"))
	return len(found) > 0
}

// until waits for something that the carrier does.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	deadline := time.After(patience)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !done() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("waited %v in vain until %s", patience, what)
		}
	}
}

// addsMany adds so much to the visit that its file is on its way for a while: words
// that do not compress.
func (o *office) addsMany(seed uint64) {
	o.t.Helper()
	draw := rand.New(rand.NewPCG(seed, 0))
	o.must(o.desk.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		for n := range 150 {
			var text strings.Builder
			for range 12_000 {
				text.WriteByte(byte('a' + draw.IntN(26)))
			}
			if err := tx.Put(&plan.Topic{Visit: o.visit, Title: fmt.Sprint("Nội dung ", seed, " ", n), Findings: text.String()}); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestSyncthing(t *testing.T) {
	a, b := newInstance(t), newInstance(t)
	a.Other, b.Other = b, a
	t.Cleanup(func() { a.kill(); b.kill() })
	a.start()
	b.start()
	all := offices(t, 3)
	one, two, three := all[0], all[1], all[2]
	one.dir, two.dir, three.dir = a.Dir, a.Dir, b.Dir

	one.writes("Nơi một sửa")
	two.adds("Nội dung của nơi hai")
	three.adds("Nội dung của nơi ba")
	converge(t, "after edits on all sides", all)

	// The first office writes a large file, and the instance of the third is killed
	// while it receives it.
	one.addsMany(1)
	one.sync()
	size := len(one.bytes())
	until(t, "the large file is on its way", b.receiving)
	before := three.records()
	b.kill()
	if !b.receiving() {
		t.Fatal("the file was not killed half way")
	}
	r := three.sync()
	if len(r.Taken)+len(r.Waiting)+len(r.Refused) > 0 || !bytes.Equal(before, three.records()) {
		t.Fatalf("something half was taken in: %+v", r)
	}
	t.Logf("killed while receiving %d bytes; the third office took in nothing", size)

	// Meanwhile everybody goes on.
	two.writes("Nơi hai sửa khi máy kia tắt")
	three.adds("Nơi ba thêm khi Syncthing tắt")
	two.sync()
	three.sync()
	b.start()
	converge(t, "after the kill", all)
	if got := len(desk.Of[*plan.Topic](three.desk, three.visit)); got != 154 || three.purpose() != "Nơi hai sửa khi máy kia tắt" {
		t.Fatalf("%d topics, purpose %q", got, three.purpose())
	}

	// Both instances are killed with files under way in both directions.
	two.addsMany(2)
	three.addsMany(3)
	two.sync()
	three.sync()
	until(t, "a file is on its way", func() bool { return a.receiving() || b.receiving() })
	a.kill()
	b.kill()
	for _, o := range all {
		if r := o.sync(); len(r.Waiting)+len(r.Refused) > 0 {
			t.Fatalf("%+v", r)
		}
	}
	a.start()
	b.start()
	converge(t, "after both were killed", all)
}

// converge makes rounds until all have the same, byte for byte. Nothing may ask or
// be refused on the way.
func converge(t *testing.T, when string, all []*office) {
	t.Helper()
	began := time.Now()
	rounds := 0
	until(t, "all have the same "+when, func() bool {
		rounds++
		for _, o := range all {
			if r := o.sync(); len(r.Waiting)+len(r.Refused) > 0 {
				t.Fatalf("%s: %+v", when, r)
			}
		}
		return alike(all) && !slices.ContainsFunc(all, func(o *office) bool { r := o.sync(); return len(r.Written)+len(r.Taken) > 0 })
	})
	t.Logf("%s: alike after %.1f s, %d rounds, %d bytes of records", when, time.Since(began).Seconds(), rounds, len(all[0].records()))
}
