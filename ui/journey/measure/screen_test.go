//go:build journey && linux

package measure

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// screen is a screen in memory, as an X server keeps it in a file that others
// may read: what lies there is what a person would see.
type screen struct {
	display string
	pixels  []byte // four bytes a pixel, blue first
	width   int
	height  int
	stride  int // bytes from one line to the next
}

const displayFD = 3 // the first of exec.Cmd.ExtraFiles

// newScreen starts an X server of 1366×768 without pointer.
func newScreen(b *testing.B) *screen {
	b.Helper()
	dir := b.TempDir()
	read, write, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	defer read.Close()
	x := exec.Command("Xvfb", "-displayfd", fmt.Sprint(displayFD), "-fbdir", dir, "-screen", "0", "1366x768x24",
		"-nocursor", "-nolisten", "tcp", "-dpi", "96")
	x.ExtraFiles = []*os.File{write}
	if err := x.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { end(x) })
	_ = write.Close() // the server has its own
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		b.Fatal("the X server did not start: ", err)
	}
	s := &screen{display: ":" + strings.TrimSpace(number)}
	if err := s.open(filepath.Join(dir, "Xvfb_screen0")); err != nil {
		b.Fatal(err)
	}
	return s
}

// open maps the picture into memory. It is a file of the form XWD: a head of
// numbers of four bytes, the table of colours, the pixels.
func (s *screen) open(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	file, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return err
	}
	head := func(i int) int { return int(binary.BigEndian.Uint32(file[4*i:])) }
	const entry = 12 // bytes of one colour in the table
	s.width, s.height, s.stride = head(4), head(5), head(12)
	if bits := head(11); bits != 32 {
		return fmt.Errorf("%s: %d bits a pixel", path, bits)
	}
	s.pixels = file[head(0)+entry*head(19):]
	return nil
}

// onScreen makes a command that opens a window on a screen, drawn without a
// graphics card, for a person who has no settings yet.
func onScreen(s *screen, home, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "DISPLAY="+s.display, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=vi_VN.UTF-8", "HOME="+home,
		"XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_CACHE_HOME="+filepath.Join(home, "cache"))
	c.Stderr = os.Stderr
	return c
}

// at is the colour of the pixel that begins at the offset.
func (s *screen) at(offset int) uint32 {
	return binary.LittleEndian.Uint32(s.pixels[offset:]) & 0xFFFFFF
}

// still waits until the screen has shown something and then nothing new for a
// while.
func (s *screen) still(b *testing.B, while time.Duration) {
	b.Helper()
	seed, empty := maphash.MakeSeed(), make([]byte, len(s.pixels))
	last, since := maphash.Bytes(seed, empty), time.Now()
	blank := last
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		now := maphash.Bytes(seed, s.pixels)
		switch {
		case now != last:
			last, since = now, time.Now()
		case now != blank && time.Since(since) > while:
			return
		}
	}
	b.Fatal("the screen does not come to rest")
}

// picture keeps what the screen shows in the folder named by NHIPCAU_SHOTS.
func (s *screen) picture(b *testing.B, name string) {
	b.Helper()
	folder := os.Getenv("NHIPCAU_SHOTS")
	if folder == "" {
		return
	}
	img := image.NewNRGBA(image.Rect(0, 0, s.width, s.height))
	for y := range s.height {
		for x := range s.width {
			c := s.at(y*s.stride + 4*x)
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 0xFF})
		}
	}
	f, err := os.Create(filepath.Join(folder, "measure-"+name+".png"))
	if err != nil {
		b.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

// sight is something that can be recognised on a screen: pixels and their
// colours.
type sight struct {
	offsets []int
	colours []uint32
}

// ink learns how an area looks that the screen shows now: all pixels that have
// not the most frequent colour of their line, that is letters, icons and edges.
func (s *screen) ink(area image.Rectangle) sight {
	var out sight
	for y := area.Min.Y; y < area.Max.Y; y++ {
		ground := s.ground(y, area.Min.X, area.Max.X)
		for x := area.Min.X; x < area.Max.X; x++ {
			if offset := y*s.stride + 4*x; s.at(offset) != ground {
				out.offsets = append(out.offsets, offset)
				out.colours = append(out.colours, s.at(offset))
			}
		}
	}
	return out
}

// ground is the most frequent colour of a line.
func (s *screen) ground(y, from, to int) uint32 {
	count := map[uint32]int{}
	var most uint32
	for x := from; x < to; x++ {
		c := s.at(y*s.stride + 4*x)
		if count[c]++; count[c] > count[most] {
			most = c
		}
	}
	return most
}

// plain learns how an area looks that has one colour.
func (s *screen) plain(area image.Rectangle) sight {
	var out sight
	for y := area.Min.Y; y < area.Max.Y; y += 7 {
		for x := area.Min.X; x < area.Max.X; x += 7 {
			out.offsets = append(out.offsets, y*s.stride+4*x)
			out.colours = append(out.colours, s.at(y*s.stride+4*x))
		}
	}
	return out
}

// shows says whether the screen shows at least this share of a sight.
func (s *screen) shows(what sight, share float64) bool {
	same := 0
	for i, offset := range what.offsets {
		if s.at(offset) == what.colours[i] {
			same++
		}
	}
	return float64(same) >= share*float64(len(what.offsets))
}

// learn runs a program until the screen is at rest and shows something in every
// place that is looked at.
func (s *screen) learn(b *testing.B, c *exec.Cmd, name string, look func() []sight) []sight {
	b.Helper()
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	defer s.leave(b, c)
	for began := time.Now(); time.Since(began) < patience; {
		s.still(b, 2*time.Second)
		sights := look()
		if !slices.ContainsFunc(sights, func(what sight) bool { return len(what.offsets) < 500 }) {
			s.picture(b, name)
			return sights
		}
	}
	b.Fatalf("%s shows next to nothing", name)
	return nil
}

// recognised is the share of a sight that is enough: counts and dates come
// later than the rest.
const recognised = 0.8

// watch runs a program until the screen has shown all sights, one after the
// other, and says how long after the start each of them stood there.
func (s *screen) watch(b *testing.B, c *exec.Cmd, sights ...sight) []time.Duration {
	b.Helper()
	began := time.Now()
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	defer s.leave(b, c)
	out := make([]time.Duration, len(sights))
	for i, what := range sights {
		s.until(b, what, recognised)
		out[i] = time.Since(began)
	}
	return out
}

// until waits until the screen shows at least this share of a sight.
func (s *screen) until(b *testing.B, what sight, share float64) {
	b.Helper()
	for began := time.Now(); !s.shows(what, share); time.Sleep(time.Millisecond) {
		if time.Since(began) > patience {
			b.Fatal("waited in vain for something on the screen")
		}
	}
}

// leave ends a program and waits until its window is gone.
func (s *screen) leave(b *testing.B, c *exec.Cmd) {
	b.Helper()
	end(c)
	black := s.plain(image.Rect(0, 0, s.width, s.height))
	clear(black.colours)
	s.until(b, black, 1)
}
