package official

import "strings"

// AuthorityMode is by what right somebody signs (Nghị định 30/2020, article 13; domain notes §1.4).
type AuthorityMode string

// The modes. Head is the head of a body that is led by one person; of a body that decides as one, its head signs OnBehalf.
const (
	Head       AuthorityMode = ""           // TRƯỞNG PHÒNG
	OnBehalf   AuthorityMode = "on_behalf"  // TM.: for a body that decides as one
	ForHead    AuthorityMode = "for_head"   // KT.: a deputy in place of the head
	Acting     AuthorityMode = "acting"     // Q.: who holds the post for the time being
	ByOrder    AuthorityMode = "by_order"   // TL.: the head of a unit below, by standing order
	Authorised AuthorityMode = "authorised" // TUQ.: by written authority for a time
)

// AuthorityModes lists the modes in the order in which a form offers them.
func AuthorityModes() []AuthorityMode {
	return []AuthorityMode{OnBehalf, ForHead, Head, Acting, ByOrder, Authorised}
}

// Authority is who signs and by what right. Titles may be written in any case.
type Authority struct {
	Mode   AuthorityMode
	Body   string // the body that decides as one, "Ủy ban nhân dân"; empty for one that is led by a single person
	Head   string // the title of its head, "Chủ tịch"
	Signer string // the title of who signs, "Phó Chủ tịch"; empty where it is the head
	Party  bool   // T/M, K/T, T/L with a stroke, as bodies of the Party write (domain notes §1.8)
}

// Lines returns what is printed above the signature, one to three lines in capitals. A title that is not given leaves its line out.
func (a Authority) Lines() []string {
	signer := a.Signer
	if signer == "" && a.Mode != ForHead {
		signer = a.Head
	}
	switch a.Mode {
	case OnBehalf:
		return printed(a.sign("TM", a.Body), signer)
	case ForHead:
		return printed(a.sign("TM", a.Body), a.sign("KT", a.Head), a.Signer)
	case Acting:
		return printed(a.sign("TM", a.Body), a.sign("Q", a.Head))
	case ByOrder:
		return printed(a.sign("TL", a.over()), a.Signer)
	case Authorised:
		return printed(a.sign("TUQ", a.over()), a.Signer)
	case Head:
	}
	return printed(signer)
}

// over is by whose order or authority a unit signs: the head's, or the body's where no head is named, as "T/L BAN THƯỜNG VỤ".
func (a Authority) over() string {
	if a.Head == "" {
		return a.Body
	}
	return a.Head
}

// strokes are the abbreviations as bodies of the Party write them.
var strokes = map[string]string{"TM": "T/M ", "KT": "K/T ", "TL": "T/L ", "TUQ": "T/UQ ", "Q": "Q. "}

func (a Authority) sign(abbreviation, title string) string {
	switch {
	case strings.TrimSpace(title) == "":
		return ""
	case a.Party:
		return strokes[abbreviation] + title
	}
	return abbreviation + ". " + title
}

// printed returns the lines that say something, in capitals.
func printed(lines ...string) []string {
	var out []string
	for _, line := range lines {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, strings.ToUpper(line))
		}
	}
	return out
}
