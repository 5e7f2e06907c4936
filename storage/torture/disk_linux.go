package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// disk is an ext4 file system in a file. What was not flushed to it is not in
// the file: a copy of the file is what a power cut leaves.
type disk struct {
	image, mount string
}

// newDisk makes and mounts a disk of so many megabytes. It needs to be root.
func newDisk(dir, name string, megabytes int64) (*disk, error) {
	d := &disk{image: filepath.Join(dir, name+".img"), mount: filepath.Join(dir, name)}
	f, err := os.Create(d.image)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(f.Truncate(megabytes<<20), f.Close()); err != nil {
		return nil, err
	}
	if err := command("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0", d.image); err != nil {
		return nil, err
	}
	return d, d.attach()
}

func (d *disk) attach() error {
	if err := os.MkdirAll(d.mount, 0o700); err != nil {
		return err
	}
	return command("mount", "-o", "loop", d.image, d.mount)
}

// detach unmounts, and tries again while the kernel still lets go of files. What
// is busy even then is left to the kernel: nobody looks at the disk any more.
func (d *disk) detach() error {
	for range 50 {
		if command("umount", d.mount) == nil {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return command("umount", "--lazy", d.mount)
}

// imageNow copies what is on the disk at this moment.
func (d *disk) imageNow(to string) error {
	return command("cp", "--sparse=always", d.image, to)
}

func command(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(string(out)))
	}
	return nil
}

// cutTrials stop the writer at a random moment, take the disk as it is, and look
// what a start on it finds. The next trial goes on from there. Program is another
// build of this one, or this one if empty.
func cutTrials(program string) func(*trials) error {
	return func(t *trials) error {
		var args []string
		if program != "" {
			args = []string{program}
		}
		own := func(w *writer, s syscall.Signal) { _ = w.cmd.Process.Signal(s) } // it may have ended
		return cutAgainAndAgain(t, cuts{program: args, longest: 600 * time.Millisecond, signal: own, path: func(dir string) string { return dir }})
	}
}

// wineTrials is the same with the program for Windows.
func wineTrials(program string) func(*trials) error {
	return func(t *trials) error {
		// Wine shows the root of this machine as the drive Z.
		windows := func(dir string) string { return "Z:" + strings.ReplaceAll(dir, "/", `\`) }
		// The process that we start is a shell; the program is a child of it.
		all := func(_ *writer, s syscall.Signal) {
			_ = command("pkill", fmt.Sprintf("-%d", int(s)), "-f", filepath.Base(program)+" "+writerCommand) // it may have ended
		}
		return cutAgainAndAgain(t, cuts{program: []string{".ci/wine-run", program}, longest: 2 * time.Second, signal: all, path: windows})
	}
}

func cutAgainAndAgain(t *trials, c cuts) error {
	d, err := newDisk(t.dir, "disk-0", 192)
	if err != nil {
		return t.skip(err)
	}
	defer func() { _ = d.detach() }()
	c.t, c.disk, c.history = t, d, newHistory(t.rand, false)
	for i := 1; t.more(); i++ {
		if c.acked > 1200 {
			if err := os.RemoveAll(filepath.Join(c.disk.mount, "data")); err != nil {
				return err
			}
			c.history, c.acked = newHistory(t.rand, false), 0
			syscall.Sync()
		}
		if err := c.trial(i, t.between(60*time.Millisecond, c.longest)); err != nil {
			return err
		}
		d = c.disk
	}
	return nil
}

// cuts is a row of power cuts of one disk.
type cuts struct {
	t       *trials
	disk    *disk
	program []string
	longest time.Duration                     // until the cut
	path    func(string) string               // of a folder, as the program knows it
	signal  func(w *writer, s syscall.Signal) // to the program
	history history
	acked   uint64
}

func (c *cuts) trial(i int, d time.Duration) error {
	w, err := startWriter(c.program, c.path(filepath.Join(c.disk.mount, "data")), c.history, "edit")
	if err != nil {
		return err
	}
	if c.acked > 0 || len(c.program) > 1 {
		waitOpen(w)
	}
	time.Sleep(d)
	c.signal(w, syscall.SIGSTOP)
	time.Sleep(30 * time.Millisecond) // what it said is still on its way
	_, acked, failed := w.heard()
	after := &disk{image: filepath.Join(c.t.dir, fmt.Sprintf("disk-%d.img", i)), mount: filepath.Join(c.t.dir, fmt.Sprintf("disk-%d", i))}
	err = c.disk.imageNow(after.image)
	c.signal(w, syscall.SIGKILL)
	w.kill()
	if err = errors.Join(err, c.disk.detach(), os.Remove(c.disk.image), after.attach()); err != nil {
		return err
	}
	c.disk = after
	result := c.history.look(filepath.Join(after.mount, "data"), max(acked, c.acked))
	if failed != "" {
		result.Held, result.Detail = false, "the writer failed: "+failed
	}
	if c.acked = result.Acks; !result.Held {
		// A new beginning, so that one fault is counted once.
		c.history, c.acked = newHistory(c.t.rand, false), 0
		err = os.RemoveAll(filepath.Join(after.mount, "data"))
	}
	return errors.Join(err, c.t.add(result))
}

// waitOpen waits until the writer has opened its folder, or has failed.
func waitOpen(w *writer) {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if opened, _, failed := w.heard(); opened || failed != "" {
			return
		}
	}
}

// fullModes are what is written when the disk becomes full.
var fullModes = []string{"edit", "snapshot", "backup", "no floor"}

// fullTrials fill a small disk, by the writer itself down to its floor, and by
// another program down to nothing. Death is allowed in the second case only, and
// what was acknowledged is there once there is room.
func fullTrials(t *trials) error {
	for i := 0; t.more() || t.made < len(fullModes); i++ {
		mode := fullModes[i%len(fullModes)]
		d, err := newDisk(t.dir, fmt.Sprintf("full-%d", i), 80)
		if err != nil {
			return t.skip(err)
		}
		result, err := fullTrial(t, d, mode)
		result.Variant = mode
		if err = errors.Join(err, d.detach(), os.Remove(d.image)); err != nil {
			return err
		}
		if err := t.add(result); err != nil {
			return err
		}
	}
	return nil
}

func fullTrial(t *trials, d *disk, mode string) (trial, error) {
	h, dir, filler := newHistory(t.rand, false), filepath.Join(d.mount, "data"), filepath.Join(d.mount, "filler")
	w, err := startWriter(nil, dir, h, mode)
	if err != nil {
		return trial{}, err
	}
	waitOpen(w)
	time.Sleep(t.between(50*time.Millisecond, 400*time.Millisecond))
	// Above the floor the other program stops at 5 MB.
	keep := int64(5 << 20)
	if mode == "no floor" {
		keep = 0
	}
	if err := fill(filler, d.mount, keep); err != nil {
		return trial{}, err
	}
	ended := make(chan struct{})
	go func() { w.read.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
	}
	w.kill()
	_, acked, failed := w.heard()
	if err := os.Remove(filler); err != nil {
		return trial{}, err
	}
	result := h.look(dir, acked)
	if mode != "no floor" && !strings.Contains(failed, "fault.disk_full") {
		result.Held, result.Detail = false, "above the floor it was not refused: "+failed
	}
	return result, nil
}

// fill writes a file until only so many bytes are free.
func fill(path, mount string, keep int64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	block := make([]byte, 256<<10)
	for {
		var st syscall.Statfs_t
		if err := syscall.Statfs(mount, &st); err != nil {
			return errors.Join(err, f.Close())
		}
		free := int64(st.Bavail) * st.Bsize
		if free <= keep {
			break
		}
		if keep > 0 && free-keep < int64(len(block)) {
			block = block[:4096]
		}
		if _, err := f.Write(block); err != nil {
			if len(block) > 4096 {
				block = block[:4096]
				continue
			}
			break
		}
	}
	_ = f.Sync() // the disk is full, which is what was wanted
	return f.Close()
}
