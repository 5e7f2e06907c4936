package bundle

import (
	"fmt"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// FileName suggests the name of a bundle's file, such as
// "NhipCau_ThachAn_20240610_03.json": ASCII, since mail programs and sticks
// still break other letters. A locality or day that is not known is left out.
func FileName(locality string, day civil.Date, seq int) string {
	parts := []string{"NhipCau"}
	if place := joined(locality); place != "" {
		parts = append(parts, place)
	}
	if day.Valid() {
		parts = append(parts, strings.ReplaceAll(string(day), "-", ""))
	}
	return strings.Join(parts, "_") + fmt.Sprintf("_%02d.json", seq)
}

// joined writes a name without marks and in one word: "Thạch An" is "ThachAn".
func joined(name string) string {
	const most = 40
	var b strings.Builder
	for _, word := range strings.Fields(vietnamese.Fold(name)) {
		for i, r := range word {
			switch {
			case b.Len() == most:
				return b.String()
			case 'a' <= r && r <= 'z' && i == 0:
				b.WriteRune(r - 'a' + 'A')
			case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
