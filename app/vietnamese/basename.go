package vietnamese

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxBaseName is how many bytes the name of a file takes at most. File systems
// allow 255, and many programs of Windows 260 characters with all folders; what
// is beside ours leaves room for those, and for a temporary ending.
const maxBaseName = 150

// forbiddenInNames are the characters that Windows allows in no name of a file.
const forbiddenInNames = `<>:"/\|?*`

// reservedNames are those of devices, which Windows takes for the device also
// with an extension behind them.
var reservedNames = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com0": true, "com1": true, "com2": true, "com3": true, "com4": true,
	"com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt0": true, "lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true,
	"lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
	"conin$": true, "conout$": true,
}

// BaseName makes of a name that may come from anywhere one under which a file
// can be written on every system: the last part of a path, in NFC, without
// control characters, marks that turn the direction of writing, and what Windows
// forbids. Vietnamese letters stay. It is "" where nothing is left.
func BaseName(name string) string {
	name = strings.ReplaceAll(strings.ToValidUTF8(name, ""), `\`, "/")
	name = name[strings.LastIndexByte(name, '/')+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r), strings.ContainsRune(forbiddenInNames, r):
			return -1
		}
		return r
	}, name)
	name = norm.NFC.String(name)
	// A leading dot hides a file, one at the end Windows drops.
	name = strings.Trim(strings.Join(strings.Fields(name), " "), " .")
	stem, _, _ := strings.Cut(name, ".")
	if reservedNames[strings.ToLower(strings.TrimSpace(stem))] {
		name = "_" + name
	}
	return shortened(name)
}

// shortened cuts a name that is too long before its extension.
func shortened(name string) string {
	if len(name) <= maxBaseName {
		return name
	}
	extension := path.Ext(name)
	if len(extension) > maxBaseName/2 {
		extension = ""
	}
	stem := name[:maxBaseName-len(extension)]
	for !utf8.ValidString(stem) {
		stem = stem[:len(stem)-1]
	}
	return strings.TrimRight(stem, " .") + extension
}
