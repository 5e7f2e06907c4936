package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"nhipcau/app/fault"
	"nhipcau/storage"
)

// writerCommand is the first argument of a process that writes until somebody
// ends it.
const writerCommand = "writer"

// write is that process: it opens a folder, says so, and then writes the changes
// of a history one after the other and says so after each. What it does besides
// is its mode.
func write(args []string) int {
	if len(args) != 3 {
		return 2
	}
	dir, mode := args[0], args[2]
	seed, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		return 2
	}
	if err := writeFor(dir, history{seed}, mode); err != nil {
		key := fault.KeyOf(err)
		fmt.Println("failed", key, err)
		return 1
	}
	return 0
}

func writeFor(dir string, h history, mode string) error {
	s, err := storage.Open(dir, optionsFor(mode))
	if err != nil {
		return err
	}
	fmt.Println("open")
	if mode == "open" {
		_, _ = io.Copy(io.Discard, os.Stdin) // until the other side closes it
		return s.Close()
	}
	n, err := numberOf(s)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "backups"), 0o700); err != nil {
		return err
	}
	for {
		n++
		if err := h.writeOne(s, dir, n, mode); err != nil {
			return err
		}
	}
}

func optionsFor(mode string) storage.Options {
	opts := smallOptions()
	switch mode {
	case "no floor":
		opts.Floor = 1
	case "snapshot":
		opts.SnapshotAfter = 20 << 10
	}
	return opts
}

// writeOne writes change n, says so, and does now and then what the mode is for.
func (h history) writeOne(s *storage.Store, dir string, n uint64, mode string) error {
	if mode == attachMode {
		if err := h.attach(s, n); err != nil {
			return err
		}
	}
	if err := s.Commit(h.change(n)); err != nil {
		return err
	}
	fmt.Println("ack", n)
	if n%10 != 0 {
		return nil
	}
	switch mode {
	case "backup":
		_, err := s.Backup(filepath.Join(dir, "backups", "nhipcau-20260101-000000-day.nhipcau-backup"))
		return err
	case "forget":
		// The same values once more: what there is stays, and its files are written anew.
		return s.Forget([]byte("[]"), h.change(n), nil)
	}
	return nil
}

// writer is a running process that writes.
type writer struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	read   sync.WaitGroup
	mu     sync.Mutex
	opened bool
	acked  uint64
	failed string
}

// startWriter starts this program, or another build of it, as a writer. Under
// Wine the program is an argument of it.
func startWriter(program []string, dir string, h history, mode string) (*writer, error) {
	if len(program) == 0 {
		self, err := os.Executable()
		if err != nil {
			return nil, err
		}
		program = []string{self}
	}
	args := append(program[1:len(program):len(program)], writerCommand, dir, strconv.FormatUint(h.seed, 10), mode)
	w := &writer{cmd: exec.Command(program[0], args...)}
	out, err := w.cmd.StdoutPipe()
	if err == nil {
		w.stdin, err = w.cmd.StdinPipe()
	}
	if err == nil {
		err = w.cmd.Start()
	}
	if err != nil {
		return nil, err
	}
	w.read.Go(func() { w.listen(out) })
	return w, nil
}

func (w *writer) listen(out io.Reader) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		w.hear(strings.TrimSpace(lines.Text()))
	}
}

func (w *writer) hear(line string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch word, rest, _ := strings.Cut(line, " "); word {
	case "open":
		w.opened = true
	case "ack":
		if n, err := strconv.ParseUint(rest, 10, 64); err == nil {
			w.acked = n
		}
	case "failed":
		w.failed = rest
	}
}

// heard gives what the writer has said so far.
func (w *writer) heard() (opened bool, acked uint64, failed string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.opened, w.acked, w.failed
}

// kill ends the writer at once and waits until all it said was heard.
func (w *writer) kill() {
	_ = w.cmd.Process.Kill() // it may have ended by itself
	w.read.Wait()
	_ = w.cmd.Wait() // killed, hence an error
}

// killAfter lets the writer work for a while. It looks now and then whether the
// writer ended by itself.
func (w *writer) killAfter(d time.Duration) {
	time.Sleep(d)
	w.kill()
}
