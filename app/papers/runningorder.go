package papers

import (
	"slices"
	"strings"

	"nhipcau/app/localities"
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
		[]paper.Block{s.callToSpeak()},
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
	return s.introduce(s.visitors(), roll{s.Guest, s.present(plan.Guest)})
}

// introduceHosts introduces the people of each host in turn.
func (s Subject) introduceHosts() []paper.Block {
	var out []paper.Block
	rolls := s.rolls(plan.Host)
	for _, r := range rolls {
		if len(r.people) > 0 || len(rolls) == 1 {
			out = append(out, s.introduce(orElse(r.party.Running, "địa phương"), r)...)
		}
	}
	return out
}

// introduce names the people of one delegation and closes with those who are
// said together.
func (s Subject) introduce(who string, r roll) []paper.Block {
	head := s.Style.Body("Về phía " + who + ", xin trân trọng giới thiệu:")
	head.KeepWithNext = true
	head.Runs[0].Bold = true
	out := []paper.Block{head}
	var others []together
	for _, a := range r.people {
		switch {
		case a.Group:
			others = append(others, together{words: groupWords(a.Name)})
		case s.introducedByName(a, r.party):
			out = append(out, s.spokenItem(spokenName(a)+";"))
		default:
			others = append(others, together{s.togetherWords(a, r.party), true})
		}
	}
	if phrases := saidTogether(others); len(phrases) > 0 {
		out = append(out, s.spokenItem("Cùng các đồng chí "+joined(phrases)+"."))
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
		return s.belowWords(from)
	}
	return "lãnh đạo các phòng, ban, đơn vị"
}

// belowWords are the leaders of the levels below that of a delegation as they are
// on the day of the visit: districts ended (domain notes §0).
func (s Subject) belowWords(from Party) string {
	switch from.base() {
	case provinceBase:
		if s.View.Visit != nil && s.View.Visit.When.From >= localities.FirstOfTwoTiers {
			return "lãnh đạo các xã, phường"
		}
		return "lãnh đạo các huyện, xã, phường"
	case districtBase:
		return "lãnh đạo các xã, thị trấn"
	}
	return "lãnh đạo các thôn"
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

// together is who is said together with others: a group as somebody has written
// it, or general words for people who are not introduced by name.
type together struct {
	words   string
	general bool
}

// saidTogether gives the words once each. What somebody has written is always
// said; general words are not beside others that say the same more exactly.
func saidTogether(list []together) []string {
	var out []string
	for i, t := range list {
		said := func(other together) bool { return vietnamese.ToneKey(other.words) == vietnamese.ToneKey(t.words) }
		exactly := func(other together) bool { return t.general && !other.general && alike(t.words, other.words) }
		if t.words != "" && !slices.ContainsFunc(list[:i], said) && !slices.ContainsFunc(list, exactly) {
			out = append(out, t.words)
		}
	}
	return out
}

// alike says whether words begin alike: "lãnh đạo các phòng, ban" and "lãnh đạo
// các phòng chuyên môn".
func alike(a, b string) bool {
	const syllables = 4
	first := func(words string) []string {
		list := strings.Fields(vietnamese.Fold(words))
		return list[:min(syllables, len(list))]
	}
	return slices.Equal(first(a), first(b))
}

// callToSpeak asks the first speaker of the programme to speak; where nobody is
// known it leaves room for the name.
func (s Subject) callToSpeak() paper.Paragraph {
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
