package plan

import (
	"errors"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// Quick is a line of the programme as it is typed or pasted in one go:
// "13:30 Đón tiếp đại biểu" or "13h30 - 13h45 Đón tiếp đại biểu".
type Quick struct {
	Start  civil.Clock // "" if the line names none
	Length int         // in minutes, 0 if the line names no end
	Title  string
}

// The errors of ParseQuick.
var (
	ErrQuickTime  = errors.New("plan: no such time of day")
	ErrQuickEnd   = errors.New("plan: the end is before the start")
	ErrQuickTitle = errors.New("plan: the line has no title")
)

// quickClock is a time of day at the beginning of a line. A number alone is one
// only with three or four digits: "2 đoàn trao đổi" begins with no time.
const quickClock = `(\d{1,2}\s*(?:[:.]\s*\d{2}|(?:giờ|h|g)(?:\s*\d{1,2}(?:\s*(?:phút|['’′]))?|\s*rưỡi)?)|\d{3,4})`

var (
	quickStart = regexp.MustCompile(`^` + quickClock)
	quickEnd   = regexp.MustCompile(`^\s*(?:-|–|—|đến)\s*` + quickClock)
)

// ParseQuick reads one line of a programme: a time or a span of time, then the
// title; the time may be missing, and between the two may stand what stands
// there on paper or in a table: a colon, a dash, a tab. The error is one of
// ErrQuickTime, ErrQuickEnd and ErrQuickTitle.
func ParseQuick(line string) (Quick, error) {
	var q Quick
	rest := vietnamese.Normalize(line)
	start, after, err := takeClock(quickStart, rest)
	if err != nil {
		return Quick{}, err
	}
	if start != "" {
		q.Start, rest = start, after
		end, after, err := takeClock(quickEnd, rest)
		if err != nil {
			return Quick{}, err
		}
		if end != "" {
			var ok bool
			if q.Length, ok = LengthUntil(start, end); !ok {
				return Quick{}, ErrQuickEnd
			}
			rest = after
		}
		rest = strings.TrimLeft(rest, " \t:;.,-–—|")
	}
	if q.Title = strings.TrimSpace(rest); !hasLetter(q.Title) {
		return Quick{}, ErrQuickTitle
	}
	return q, nil
}

// takeClock takes a time of day off the beginning of a text. The clock is empty
// if there is none.
func takeClock(pattern *regexp.Regexp, text string) (civil.Clock, string, error) {
	found := pattern.FindStringSubmatchIndex(text)
	if found == nil {
		return "", text, nil
	}
	word, rest := text[found[2]:found[3]], text[found[1]:]
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(next) || unicode.IsDigit(next) {
		return "", text, nil // as in "10g20abc": part of a word
	}
	clock, err := vietnamese.ParseClock(word)
	switch {
	case err == nil:
		return clock, rest, nil
	case onlyDigits(word):
		return "", text, nil // a number that is no time, "9999 lượt khách"
	}
	return "", text, ErrQuickTime
}

func onlyDigits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// eveningFrom is from when on an end with a smaller hour is on the next day.
const eveningFrom civil.Clock = "18:00"

// LengthUntil gives the minutes from a start to an end. An end before the start
// is on the next day if the start is in the evening, else it is a mistake and
// ok is false; so it is where one of them is no time.
func LengthUntil(start, end civil.Clock) (minutes int, ok bool) {
	if !start.Valid() || !end.Valid() {
		return 0, false
	}
	minutes = end.Minutes() - start.Minutes()
	if minutes < 0 && start >= eveningFrom {
		minutes += civil.MinutesPerDay
	}
	return max(minutes, 0), minutes >= 0
}

// kindWords are words by which a title tells its kind, the most telling first
// (domain notes §2.1). Marks count: to check a room (kiểm tra phòng) is not to
// give it back (trả phòng).
var kindWords = []struct {
	kind  ItemKind
	words []string
}{
	{ItemBreak, []string{"giải lao"}},
	{ItemMeal, []string{"ăn sáng", "ăn trưa", "ăn tối", "cơm trưa", "cơm tối", "tiệc", "chiêu đãi"}},
	{ItemSpare, []string{"dự phòng"}},
	{ItemTravel, []string{"di chuyển", "khởi hành", "trở về", "về nơi nghỉ", "nhận phòng", "trả phòng"}},
	{ItemFieldVisit, []string{"tham quan", "đi thực tế", "khảo sát", "thăm mô hình"}},
	{ItemCeremony, []string{
		"đón tiếp", "đón đoàn", "đón đại biểu", "tiễn đoàn", "tặng quà", "quà lưu niệm", "chụp ảnh", "dâng hương", "viếng",
		"giới thiệu đại biểu", "tuyên bố lý do", "chào cờ", "ký kết",
	}},
	{ItemSpeech, []string{"phát biểu", "chào mừng", "đáp từ"}},
	{ItemDiscussion, []string{"trao đổi", "thảo luận", "tọa đàm", "hỏi đáp"}},
}

// KindOfTitle suggests the kind of an agenda item by its title: ItemSession
// where no word says otherwise.
func KindOfTitle(title string) ItemKind {
	key := " " + vietnamese.ToneKey(title) + " "
	for _, k := range kindWords {
		for _, word := range k.words {
			if strings.Contains(key, " "+vietnamese.ToneKey(word)+" ") {
				return k.kind
			}
		}
	}
	return ItemSession
}
