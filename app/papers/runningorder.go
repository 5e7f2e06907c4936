package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// What is read standing is set larger than a paper that is read sitting.
const (
	spokenSize    = 16  // points
	spokenLeading = 1.5 // lines
)

// RunningOrder is the words with which a meeting is opened and the people are
// introduced, guests before hosts, each side in its order (domain notes §3.5).
// Down to a threshold people are named, the others are said together.
func RunningOrder(s Subject) paper.Document {
	s.Style.BodySize, s.Style.TitleSize, s.Style.Leading = spokenSize, spokenSize, spokenLeading
	doc := s.Style.Document("Phát biểu mở đầu: giới thiệu đại biểu",
		s.Style.Title("PHÁT BIỂU MỞ ĐẦU", "Giới thiệu đại biểu dự "+lowerFirst(s.meetingName())),
		s.spoken("running_order.greeting"),
		s.spoken("running_order.opening"),
		s.introduceGuests(),
		s.introduceHosts(),
		s.spoken("running_order.closing"),
		[]paper.Block{s.invitation()},
	)
	return doc
}

func (s Subject) spoken(code string) []paper.Block {
	var out []paper.Block
	for _, text := range s.wording(code) {
		out = append(out, s.Style.Body(text))
	}
	return out
}

func (s Subject) introduceGuests() []paper.Block {
	name := "Đoàn công tác"
	if s.Guest.Path != "" {
		name += " " + s.Guest.Path
	}
	return s.introduce(name, s.present(plan.Guest), s.Guest)
}

// introduceHosts introduces the people of each host in turn. Who comes from none
// of the host localities, as from a commune of one, is introduced with the
// first.
func (s Subject) introduceHosts() []paper.Block {
	if len(s.Hosts) == 0 {
		return s.introduce("địa phương", s.present(plan.Host), Party{})
	}
	var out []paper.Block
	for i, host := range s.Hosts {
		var attendees []*plan.Attendee
		for _, a := range s.present(plan.Host) {
			if at := s.hostOf(a); at == i {
				attendees = append(attendees, a)
			}
		}
		if len(attendees) > 0 || len(s.Hosts) == 1 {
			out = append(out, s.introduce(host.Running, attendees, host)...)
		}
	}
	return out
}

func (s Subject) hostOf(a *plan.Attendee) int {
	return max(0, slices.IndexFunc(s.Hosts, func(p Party) bool { return p.ID == a.Locality && p.ID != "" }))
}

// introduce names the people of one delegation and closes with those who are
// said together.
func (s Subject) introduce(who string, attendees []*plan.Attendee, from Party) []paper.Block {
	head := s.Style.Body("Về phía " + who + ", xin trân trọng giới thiệu:")
	head.KeepWithNext = true
	head.Runs[0].Bold = true
	out := []paper.Block{head}
	var together []string
	for _, a := range attendees {
		switch {
		case a.Group:
			together = addTogether(together, groupWords(a.Name))
		case s.introducedByName(a, from):
			out = append(out, s.spokenItem(spokenName(a)+";"))
		default:
			together = addTogether(together, s.togetherWords(a, from))
		}
	}
	if len(together) > 0 {
		out = append(out, s.spokenItem("Cùng các đồng chí "+joined(together)+"."))
	}
	if len(out) == 1 {
		return append(out, s.spokenItem("…"))
	}
	last := out[len(out)-1].(paper.Paragraph) // spokenItem made it
	last.Runs[0].Text = strings.TrimSuffix(strings.TrimSuffix(last.Runs[0].Text, ";"), ".") + "."
	return out
}

// spokenItem is one line to say, with its dash hanging. It stays on one page.
func (s Subject) spokenItem(text string) paper.Paragraph {
	p := s.Style.Body("- " + text)
	p.Align, p.KeepWithNext = paper.Left, false
	return p
}

// spokenName is "Đồng chí Nông Long Giang - Phó Chủ tịch UBND huyện, Trưởng
// đoàn".
func spokenName(a *plan.Attendee) string {
	text := upperFirst(honorifics[a.Honorific] + a.Name)
	posts := a.Posts
	if word := roleWords[a.Role]; word != "" && a.Side == plan.Guest {
		posts = append(slices.Clone(posts), word)
	}
	if len(posts) > 0 {
		text += " - " + strings.Join(posts, ", ")
	}
	return text
}

// introducedByName says whether somebody stands above the threshold of the
// paper. Who leads a side always does.
func (s Subject) introducedByName(a *plan.Attendee, from Party) bool {
	if a.IsHead() {
		return true
	}
	rank := s.rank(a)
	switch s.option("named_to") {
	case "all":
		return rank != serviceRank
	case "heads":
		return rank < from.base()+headOffset
	}
	return rank < from.base()+leaderOffset
}

// togetherWords say what somebody is who is not introduced by name; "" for who
// is not introduced at all.
func (s Subject) togetherWords(a *plan.Attendee, from Party) string {
	rank := s.rank(a)
	switch {
	case rank == serviceRank:
		return ""
	case rank == pressRank:
		return "phóng viên báo, đài"
	case a.Role == plan.AttendeeInvited || rank >= guestRank && rank < unknownRank:
		return "khách mời"
	case rank >= staffRank && rank < guestRank:
		return "chuyên viên giúp việc"
	case rank >= villageRank && rank < staffRank:
		return "đại diện thôn, tổ dân phố"
	case rank == unknownRank:
		return "đại biểu cùng dự"
	case rank >= from.base()+communeBase-districtBase:
		return belowWords[from.base()]
	}
	return "lãnh đạo các phòng, ban, đơn vị"
}

// belowWords are the leaders of the level below that of a delegation.
var belowWords = map[int]string{
	provinceBase: "lãnh đạo các huyện, xã, phường", districtBase: "lãnh đạo các xã, thị trấn", communeBase: "lãnh đạo các thôn",
}

// groupWords are a group within the sentence "cùng các đồng chí …". A post keeps
// its capital there: "Chủ tịch UBND các xã".
func groupWords(name string) string {
	for _, start := range []string{"Các đồng chí ", "các đồng chí ", "Các ", "các "} {
		if rest, ok := strings.CutPrefix(name, start); ok {
			return rest
		}
	}
	for _, start := range []string{"Lãnh đạo", "Đại diện", "Một số", "Cán bộ", "Thành viên", "Toàn thể", "Chuyên viên", "Khách mời"} {
		if strings.HasPrefix(name, start) {
			return lowerFirst(name)
		}
	}
	return name
}

// addTogether adds words once; the general "lãnh đạo các phòng, ban" is not said
// beside a group that says it more exactly.
func addTogether(list []string, words string) []string {
	const most = 4 // syllables that tell such words apart
	key := strings.Fields(vietnamese.Fold(words))
	key = key[:min(most, len(key))]
	for _, w := range list {
		other := strings.Fields(vietnamese.Fold(w))
		if slices.Equal(key, other[:min(most, len(other))]) {
			return list
		}
	}
	if len(key) == 0 {
		return list
	}
	return append(list, words)
}

// invitation asks the first speaker of the programme to speak; where nobody is
// known it leaves room for the name.
func (s Subject) invitation() paper.Paragraph {
	who, what := "đồng chí "+strings.Repeat(".", 40), "phát biểu"
	if item, speaker := s.firstSpeech(); item != nil {
		who = speaker
		what = "trình bày nội dung: " + item.Title
		for _, verb := range []string{"Phát biểu", "Báo cáo", "Trình bày", "Giới thiệu", "Thông tin", "Tuyên bố", "Điều hành"} {
			if strings.HasPrefix(item.Title, verb) {
				what = lowerFirst(item.Title, s.names()...)
			}
		}
	}
	return s.Style.Body("Sau đây, xin trân trọng kính mời " + who + " " + what + ".")
}

// firstSpeech is the first item of the programme in which somebody speaks, and
// who that is. Being received, moving and eating are none, nor is the part that
// these words themselves are.
func (s Subject) firstSpeech() (*plan.AgendaItem, string) {
	for _, item := range s.publicItems() {
		if !slices.Contains([]plan.ItemKind{plan.ItemSession, plan.ItemSpeech, plan.ItemDiscussion, ""}, item.ItemKind) ||
			strings.Contains(vietnamese.Fold(item.Title), vietnamese.Fold("giới thiệu đại biểu")) {
			continue
		}
		for _, speaker := range slices.Concat(item.Presents, item.Leads) {
			if who := s.asked(speaker); who != "" {
				return item, who
			}
		}
	}
	return nil, ""
}

// asked words a speaker who is asked to speak, "" for nobody or one who has
// declined.
func (s Subject) asked(who plan.Speaker) string {
	for _, a := range s.View.Attendees {
		if a.ID != who.Attendee {
			continue
		}
		if a.Attendance == plan.Declined {
			return ""
		}
		return introduction(a)
	}
	return lowerFirst(strings.TrimSpace(who.Text), s.names()...)
}
