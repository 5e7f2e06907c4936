package paper

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/image/font/gofont/goregular"

	"nhipcau/assets/fonts"
)

// The real Times New Roman may not be shipped, so the folders of these tests hold Liberation Serif under its name: the name table of each
// file is exchanged, and all else stays. That the widths of the two agree is tested with LoadFonts.
func renamed(t *testing.T, data []byte, family, style string) []byte {
	t.Helper()
	text := func(s string) (out []byte) {
		for _, u := range utf16.Encode([]rune(s)) {
			out = binary.BigEndian.AppendUint16(out, u)
		}
		return out
	}
	first, second := text(family), text(style)
	var table []byte
	for _, n := range []int{0, 2, 6 + 2*12, 3, 1, 0x409, 1, len(first), 0, 3, 1, 0x409, 2, len(second), len(first)} {
		table = binary.BigEndian.AppendUint16(table, uint16(n))
	}
	table = append(append(table, first...), second...)
	out := bytes.Clone(data)
	record := tableRecord(t, out, "name")
	binary.BigEndian.PutUint32(record[8:], uint32(len(out)))
	binary.BigEndian.PutUint32(record[12:], uint32(len(table)))
	return append(out, table...)
}

func tableRecord(t *testing.T, data []byte, tag string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if record := data[12+16*i : 28+16*i]; string(record[:4]) == tag {
			return record
		}
	}
	t.Fatalf("no table %s", tag)
	return nil
}

// licensed returns a font with another fsType.
func licensed(t *testing.T, data []byte, fsType uint16) []byte {
	t.Helper()
	out := bytes.Clone(data)
	offset := binary.BigEndian.Uint32(tableRecord(t, out, "OS/2")[8:])
	binary.BigEndian.PutUint16(out[offset+8:], fsType)
	return out
}

// folder lays the four files of a machine's Times New Roman into a folder, as Windows names them, after change has acted on them.
func folder(t *testing.T, change func(files map[string][]byte)) string {
	t.Helper()
	serif := fonts.Serif()
	files := map[string][]byte{
		"times.ttf":   renamed(t, serif.Regular, "Times New Roman", "Regular"),
		"timesbd.ttf": renamed(t, serif.Bold, "Times New Roman", "Bold"),
		"timesi.ttf":  renamed(t, serif.Italic, "Times New Roman", "Italic"),
		"timesbi.TTF": renamed(t, serif.BoldItalic, "Times New Roman", "Bold Italic"),
	}
	if change != nil {
		change(files)
	}
	dir := t.TempDir()
	below := filepath.Join(dir, "truetype")
	if err := os.Mkdir(below, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(below, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFindFonts(t *testing.T) {
	const own, machine = "Liberation Serif", "Times New Roman"
	serif := fonts.Serif()
	for name, c := range map[string]struct {
		change func(map[string][]byte)
		want   string
	}{
		"all four styles": {nil, machine},
		"one is missing":  {func(f map[string][]byte) { delete(f, "timesi.ttf") }, own},
		"one is broken":   {func(f map[string][]byte) { f["times.ttf"] = f["times.ttf"][:5000] }, own},
		"one is nothing":  {func(f map[string][]byte) { f["times.ttf"] = nil }, own},
		"one is another family": {func(f map[string][]byte) {
			f["timesbd.ttf"] = renamed(t, serif.Bold, "Times New Roman PS", "Bold")
		}, own},
		"one has another name of style": {func(f map[string][]byte) {
			f["timesbd.ttf"] = renamed(t, serif.Bold, "Times New Roman", "Black")
		}, own},
		"editable embedding": {func(f map[string][]byte) { f["timesbd.ttf"] = licensed(t, f["timesbd.ttf"], 0x0008) }, machine},
		"no embedding":       {func(f map[string][]byte) { f["timesbd.ttf"] = licensed(t, f["timesbd.ttf"], 0x0002) }, own},
		"no subsetting":      {func(f map[string][]byte) { f["timesbd.ttf"] = licensed(t, f["timesbd.ttf"], 0x0100) }, own},
		"bitmaps only":       {func(f map[string][]byte) { f["timesbd.ttf"] = licensed(t, f["timesbd.ttf"], 0x0200) }, own},
		"one has no Vietnamese letters": {func(f map[string][]byte) {
			f["times.ttf"] = licensed(t, renamed(t, goregular.TTF, "Times New Roman", "Regular"), 0)
		}, own},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := FindFonts([]string{filepath.Join(t.TempDir(), "nothing"), folder(t, c.change)})
			if err != nil || found.Name() != c.want {
				t.Fatalf("%v, want %s", err, c.want)
			}
			if !found.complete() || found.Width("Ẫ", Bold, 14) == 0 {
				t.Error("what was found does not serve")
			}
		})
	}
}

// TestNeeded compares the letters that are asked for with those that are made of vowels and tones.
func TestNeeded(t *testing.T) {
	for _, r := range letters() {
		if !strings.ContainsRune(needed, r) {
			t.Errorf("%c is not asked for", r)
		}
	}
}

func FuzzEmbeddable(f *testing.F) {
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00OS/2\x00\x00\x00\x00\xff\xff\xff\xff\x00\x00\x00\x00"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		if embeddable(data) && len(data) < 38 {
			t.Error("a file too short to hold a licence is embeddable")
		}
	})
}
