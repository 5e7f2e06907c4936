package bundle

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// FileName suggests the name of a bundle's file, such as
// "NhipCau_ThachAn_20240610_03.json": ASCII, since mail programs and sticks
// still break other letters. A locality or day that is not known is left out.
func FileName(locality string, day civil.Date, seq int) string {
	parts := []string{"NhipCau"}
	if place := vietnamese.FileWord(locality); place != "" {
		parts = append(parts, place)
	}
	if day.Valid() {
		parts = append(parts, strings.ReplaceAll(string(day), "-", ""))
	}
	return strings.Join(parts, "_") + fmt.Sprintf("_%02d", seq) + Extension
}

// The extensions of bundles; that of a sealed one stands behind the other.
const (
	Extension       = ".json"
	SealedExtension = ".age"
)

// ArchiveExtension is that of a bundle with files around it.
const ArchiveExtension = ".zip"

// Extensions are those by which bundles are looked for, with blanks between.
const Extensions = Extension + " " + ArchiveExtension + " " + SealedExtension

// IsFileName says whether a file is called like a bundle, sealed or not.
func IsFileName(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(strings.Fields(Extensions), func(end string) bool { return strings.HasSuffix(name, end) })
}
