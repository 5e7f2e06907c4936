package lists

import (
	"bytes"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-vcard"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Contact is one person as an address book has him.
type Contact struct {
	// UID is the id of the person in the directory, else of the attendee.
	UID      string
	Name     string
	SortName string // the given name where it is not the last word
	Posts    []string
	Unit     string
	Place    string // the locality, "huyện Thạch An, tỉnh Cao Bằng"
	Category string // what the address book can be filtered by
	Phone    string
	Email    string
	Changed  time.Time
}

// Contacts gives the people of a delegation, or of the directory. Groups are no
// people. Telephone and mail are in it only if they are asked for.
func (s Source) Contacts(ask Ask) []Contact {
	var out []Contact
	if ask.Kind == People {
		for _, p := range s.byName() {
			out = append(out, Contact{
				UID: p.ID, Name: p.Name, SortName: p.SortName, Posts: p.Posts, Unit: p.Unit,
				Place: s.Place(p.Locality, s.Today).Path, Phone: p.Phone, Email: p.Email, Changed: s.Changed(p.ID),
			})
		}
	} else {
		out = s.delegates(ask.side())
	}
	if !ask.Internal {
		for i := range out {
			out[i].Phone, out[i].Email = "", ""
		}
	}
	return out
}

func (s Source) delegates(side plan.Side) []Contact {
	var out []Contact
	for _, a := range s.View.Side(side) {
		if a.Group || a.Attendance == plan.Declined {
			continue
		}
		uid := a.ID
		if a.Person != "" {
			uid = a.Person
		}
		out = append(out, Contact{
			UID: uid, Name: a.Name, SortName: a.SortName, Posts: a.Posts, Unit: a.Unit,
			Place: s.Place(a.Locality, s.View.Visit.When.From).Path, Category: s.View.Visit.Title,
			Phone: a.Phone, Email: a.Email, Changed: s.Changed(a.ID),
		})
	}
	return out
}

// PersonalContacts counts those that hold a telephone number or an address of
// mail.
func PersonalContacts(list []Contact) int {
	n := 0
	for _, c := range list {
		if c.Phone+c.Email != "" {
			n++
		}
	}
	return n
}

// WriteVCF writes contacts as vCard 4.0 (RFC 6350), lines folded at 75 octets.
func WriteVCF(w io.Writer, list []Contact, stamp Stamp) error {
	var b bytes.Buffer
	enc := vcard.NewEncoder(&b)
	for _, c := range list {
		if err := enc.Encode(c.card(stamp)); err != nil {
			return err
		}
	}
	_, err := w.Write(fold(b.Bytes()))
	return err
}

func (c Contact) card(stamp Stamp) vcard.Card {
	card := vcard.Card{}
	set := func(field, text string) {
		if text = Clean(text); text != "" {
			card.AddValue(field, text)
		}
	}
	card.SetValue(vcard.FieldVersion, "4.0")
	set(vcard.FieldProductID, stamp.Creator)
	set(vcard.FieldUID, "urn:uuid:"+c.UID)
	card.SetKind(vcard.KindIndividual)
	set(vcard.FieldFormattedName, Clean(c.Name))
	card.Add(vcard.FieldName, c.name())
	set(vcard.FieldOrganization, component(joined(", ", c.Unit, c.Place)))
	set(vcard.FieldTitle, joined(", ", c.Posts...))
	set(vcard.FieldCategories, strings.ReplaceAll(c.Category, ",", " "))
	set(vcard.FieldTelephone, c.Phone)
	set(vcard.FieldEmail, c.Email)
	if !c.Changed.IsZero() {
		card.SetRevision(c.Changed.UTC())
	}
	return card
}

// name is family, given and middle name. A name that has no family name before
// the given one, as many of the Central Highlands, is a given name as a whole;
// what it is sorted by is said beside it (RFC 6350, section 5.9).
func (c Contact) name() *vcard.Field {
	full := Clean(c.Name)
	n := vietnamese.NewName(full, c.SortName)
	given := full
	if n.Family != "" {
		given = strings.TrimSpace(strings.TrimPrefix(n.Full, joined(" ", n.Family, n.Middle)))
	}
	field := &vcard.Field{Value: strings.Join([]string{component(n.Family), component(given), component(n.Middle), "", ""}, ";")}
	if sort := sortWord(n.Sort); sort != "" {
		field.Params = vcard.Params{vcard.ParamSortAs: {sort}}
	}
	return field
}

// component is a text as a part of a value of several parts. The library does
// not escape the semicolon that parts them.
func component(text string) string { return strings.ReplaceAll(Clean(text), ";", ",") }

// sortWord is a word that may stand in a parameter without quotes.
func sortWord(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("\";:,\n\t\\", r) {
			return -1
		}
		return r
	}, Clean(word))
}

// fold breaks lines of more than 75 octets, between characters (RFC 6350,
// section 3.2). The library writes them as long as they are.
func fold(text []byte) []byte {
	const most = 75
	var out bytes.Buffer
	if len(text) == 0 {
		return nil
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(text), "\r\n"), "\r\n") {
		for room := most; len(line) > room; room = most - 1 {
			at := room
			for !utf8.RuneStart(line[at]) {
				at--
			}
			out.WriteString(line[:at] + "\r\n ")
			line = line[at:]
		}
		out.WriteString(line + "\r\n")
	}
	return out.Bytes()
}
