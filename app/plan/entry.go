package plan

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"nhipcau/app/vietnamese"
)

// Entry is one attendee as somebody typed or pasted him, before he is a record.
type Entry struct {
	// Person is the id of an entry of the directory, "" for somebody who is
	// not taken from there.
	Person    string
	Name      string
	Honorific string // as in Attendee
	// Posts are all posts as written, in one text.
	Posts string
	Unit  string
	Phone string
	Email string
	Note  string
	Role  string // as in Attendee; "" if nothing was said
	// Attendance is as in Attendee.
	Attendance Attendance
	// Group marks people without names, Count is how many, 0 if unknown.
	Group bool
	Count int
}

// The marks before an entry of a list, and a number of people.
var (
	bulletPattern = regexp.MustCompile(`^\s*(?:\d{1,3}[.)]\s*|[-–•+*]\s+)`)
	peoplePattern = regexp.MustCompile(`^(\d{1,4})\s+(\pL.*)$`)
)

// ParseEntry reads one line: "Nông Long Giang, Phó Chủ tịch UBND huyện". Name
// and posts part at the first comma, or at a dash between spaces; "Đồng chí",
// "ông" or "bà" before the name becomes the honorific, "Trưởng đoàn" among the
// posts the role. A line that begins with a number of people, or names "các …"
// or "lãnh đạo …", is an unnamed group.
func ParseEntry(line string) Entry { return NewEntry(PartEntry(line)) }

// PartEntry parts one line into the name and the posts as they are written; a
// group keeps its whole line as the name. NewEntry makes the entry of them.
func PartEntry(line string) (name, posts string) {
	line = vietnamese.Normalize(bulletPattern.ReplaceAllString(vietnamese.Normalize(line), ""))
	if peoplePattern.MatchString(line) || namesGroup(line) {
		return line, ""
	}
	if at, end := parting(line); at >= 0 {
		return vietnamese.Normalize(line[:at]), vietnamese.Normalize(line[end:])
	}
	return line, ""
}

// NewEntry makes an entry of a name and posts that are known apart, as in two
// columns of a table.
func NewEntry(name, posts string) Entry {
	name = vietnamese.Normalize(name)
	e := Entry{Name: name, Group: namesGroup(name)}
	if m := peoplePattern.FindStringSubmatch(name); m != nil {
		e.Name, e.Group = m[2], true
		e.Count, _ = strconv.Atoi(m[1])
	}
	if !e.Group {
		e.Honorific, e.Name = takeHonorific(e.Name)
		e.Name = fromCapitals(e.Name)
	}
	e.Role, e.Posts = takeRole(vietnamese.Normalize(posts))
	return e
}

// partings are the signs between a name and posts. A dash without any space
// stands within a word.
var partings = []string{",", ";", " - ", " – ", " — ", " -", " –", " —", "- ", "– ", "— "}

// parting finds the first of the signs.
func parting(line string) (at, end int) {
	at = -1
	for _, sign := range partings {
		if i := strings.Index(line, sign); i >= 0 && (at < 0 || i < at) {
			at, end = i, i+len(sign)
		}
	}
	return at, end
}

// groupStarts are words with which no name of a person begins.
var groupStarts = []string{"lãnh đạo ", "đại diện ", "các ", "một số ", "toàn thể ", "thành viên "}

// namesGroup says whether a text names people by what they are. Words that
// begin small are looked at only, since "Các" could be a name.
func namesGroup(text string) bool {
	lower := strings.ToLower(text)
	for _, start := range groupStarts {
		if strings.HasPrefix(lower, start) {
			return true
		}
	}
	head, _, _ := strings.Cut(text, ",")
	return strings.Contains(head, " các ") || strings.Contains(head, " một số ")
}

// honorificStarts are the forms of address as they stand before a name (domain
// notes §3.6), longer ones first.
var honorificStarts = []struct{ words, honorific string }{
	{"đồng chí ", "dong_chi"},
	{"đ/c: ", "dong_chi"},
	{"đ/c ", "dong_chi"},
	{"đ/c. ", "dong_chi"},
	{"ông ", "ong"},
	{"bà ", "ba"},
}

// takeHonorific takes the form of address off a name that has at least two more
// words; "Ông" alone may be a family name.
func takeHonorific(name string) (honorific, rest string) {
	lower := strings.ToLower(name)
	for _, h := range honorificStarts {
		if strings.HasPrefix(lower, h.words) && len(lower) == len(name) {
			if rest = strings.TrimSpace(name[len(h.words):]); strings.Contains(rest, " ") {
				return h.honorific, rest
			}
		}
	}
	return "", name
}

// fromCapitals writes a name that is all in capitals, as lists have it, the
// usual way.
func fromCapitals(name string) string {
	if name != strings.ToUpper(name) || !strings.Contains(name, " ") {
		return name
	}
	first := true
	return strings.Map(func(r rune) rune {
		capital := first
		first = !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
		if capital {
			return r
		}
		return unicode.ToLower(r)
	}, name)
}

// roleWords are the roles as they are written among posts or in a column of
// notes, by their search key.
var roleWords = map[string]string{
	"truong doan": AttendeeHead, "chu tri": AttendeeHead,
	"pho truong doan": AttendeeDeputy, "pho doan": AttendeeDeputy,
	"thu ky": AttendeeSecretary, "thu ky doan": AttendeeSecretary,
	"khach moi": AttendeeInvited,
}

// RoleOf gives the role that words name, "" if they name none.
func RoleOf(words string) string { return roleWords[vietnamese.Fold(words)] }

// takeRole takes a role out of the posts.
func takeRole(posts string) (role, rest string) {
	var kept []string
	for _, piece := range strings.Split(posts, ",") {
		if r := RoleOf(piece); r != "" && role == "" {
			role = r
			continue
		}
		kept = append(kept, piece)
	}
	if role == "" {
		return "", posts
	}
	return role, strings.TrimSpace(strings.Join(kept, ","))
}
