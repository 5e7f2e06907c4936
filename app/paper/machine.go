package paper

import (
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"golang.org/x/image/font/sfnt"

	"nhipcau/assets/fonts"
)

// officialFamily is the typeface that the decree on official documents asks for (30/2020/NĐ-CP, annex I).
const officialFamily = "Times New Roman"

// MachineFonts returns the Times New Roman of this machine, or the typeface that comes with the program; see FindFonts.
func MachineFonts() (*Fonts, error) { return FindFonts(xdg.FontDirs) }

// FindFonts looks for Times New Roman in folders and all below them. It returns that typeface if all four styles are there, each complete
// for our papers and open to embedding, and else the one that comes with the program: never a mix, since lines measured with one family
// and drawn with another do not fit. Folders and files that cannot be read count as empty.
func FindFonts(dirs []string) (*Fonts, error) {
	family := fonts.Family{Name: officialFamily}
	places := [4]*[]byte{&family.Regular, &family.Bold, &family.Italic, &family.BoldItalic}
	for _, path := range fontFiles(dirs) {
		data, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		if style, ok := officialStyle(data); ok && *places[style] == nil && embeddable(data) {
			*places[style] = data
		}
	}
	for _, place := range places {
		if *place == nil {
			return LoadFonts()
		}
	}
	found, err := NewFonts(family)
	if err != nil || !found.complete() {
		return LoadFonts()
	}
	return found, nil
}

// fontFiles lists the TrueType files whose name begins as those of Times New Roman do on Windows and on Linux, in the order of their
// names. A machine may hold thousands of others, which are not opened.
func fontFiles(dirs []string) (list []string) {
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			name := strings.ToLower(filepath.Base(path))
			if err == nil && !entry.IsDir() && strings.HasPrefix(name, "times") && filepath.Ext(name) == ".ttf" {
				list = append(list, path)
			}
			return nil
		})
	}
	return list
}

// officialStyle returns which style of Times New Roman a font file says it is.
func officialStyle(data []byte) (style Style, ok bool) {
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return 0, false
	}
	family, err := parsed.Name(nil, sfnt.NameIDFamily)
	if err != nil || family != officialFamily {
		return 0, false
	}
	name, err := parsed.Name(nil, sfnt.NameIDSubfamily)
	if err != nil {
		return 0, false
	}
	style, ok = map[string]Style{"Regular": Regular, "Bold": Bold, "Italic": Italic, "Bold Italic": BoldItalic}[name]
	return style, ok
}

// The bits of fsType, in the table OS/2, that forbid what a PDF does (OpenType specification, OS/2, fsType).
const (
	restrictedLicence = 0x0002 // no embedding at all
	noSubsetting      = 0x0100 // whole files only
	bitmapOnly        = 0x0200 // no outlines
)

// embeddable reports whether a font may be embedded in a PDF in part.
func embeddable(data []byte) bool {
	const header, record, fsType = 12, 16, 8
	if len(data) < header {
		return false
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := header + i*record
		if at+record > len(data) {
			return false
		}
		if string(data[at:at+4]) != "OS/2" {
			continue
		}
		offset := uint64(binary.BigEndian.Uint32(data[at+8:])) + fsType
		if offset+2 > uint64(len(data)) {
			return false
		}
		return binary.BigEndian.Uint16(data[offset:])&(restrictedLicence|noSubsetting|bitmapOnly) == 0
	}
	return false
}

// needed are the characters that every typeface of papers has to have: those of Vietnamese, the signs that papers are written with, and
// the mark for what is missing.
const needed = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz" +
	"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ" +
	"0123456789 \u00A0.,;:!?-–—/()[]“”‘’\"'…•%&+=@_₫°²³½×≤≥→" + string(Replacement)

func (f *Fonts) complete() bool {
	for _, r := range needed {
		if !f.Has(r) {
			return false
		}
	}
	return true
}
