package vietnamese

import "strings"

// maxFileWord is how many letters of a name a file's name takes; with several
// names it stays within what mail programs show.
const maxFileWord = 40

// FileWord writes a name for the name of a file, without marks and in one word:
// "Thạch An" is "ThachAn". Only ASCII letters and digits are left, since mail
// programs and sticks still break others, at most 40 of them.
func FileWord(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(Fold(name)) {
		for i, r := range word {
			switch {
			case b.Len() == maxFileWord:
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
