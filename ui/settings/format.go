package settings

import (
	"path/filepath"
	"strconv"
	"strings"

	"nhipcau/app/civil"
)

// backupExtension is that of backup files.
const backupExtension = ".nhipcau-backup"

// backupName proposes a name for a backup that somebody asks for.
func backupName(today civil.Date) string {
	return "nhipcau-" + strings.ReplaceAll(string(today), "-", "") + backupExtension
}

// reasons are why the program makes a backup by itself, as the names of the
// files end.
var reasons = []string{"day", "import", "upgrade", "shred"}

// reason reads why a backup was made from its name; "other" if it does not say.
func reason(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), backupExtension)
	for _, why := range reasons {
		if strings.HasSuffix(name, "-"+why) {
			return why
		}
	}
	return "other"
}

// tenths gives bytes in MB with at most one decimal, as figures are kept.
func tenths(bytes int64) string {
	const mb = 1 << 20
	n := (bytes*10 + mb/2) / mb
	whole := strconv.FormatInt(n/10, 10)
	if n%10 == 0 {
		return whole
	}
	return whole + "." + strconv.FormatInt(n%10, 10)
}
