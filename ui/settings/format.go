package settings

import (
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
