package papers

import (
	"slices"
	"strings"

	"nhipcau/app/plan"
	"nhipcau/app/precedence"
)

// group is a part of a long list, "I. LÃNH ĐẠO HUYỆN"; a list without parts is
// one group without a name.
type group struct {
	name   string
	people []*plan.Attendee
}

// groupsFrom is from how many entries on a list has parts.
const groupsFrom = 5

// The parts of a list, by rank (domain notes §2.4 and §3.2).
const (
	partHead    = iota // who leads, where others rank higher
	partAbove          // of a higher level than the delegation
	partLeaders        // of its own level
	partHeads          // of its agencies
	partBelow          // of lower levels
	partVillage
	partGuests
	partHelp // staff, press, drivers
	partOthers
)

// Bounds of ranks: offsets within a level, then ranks that are the same at every
// level.
const (
	levelSpan = 200
	headsFrom = 90 // offset of members of the Party committee, who head agencies
)

// bases are the ranks at which the levels begin.
var bases = map[precedence.Level]int{
	precedence.Province: provinceBase, precedence.District: districtBase, precedence.Commune: communeBase,
}

// base is where the ranks of a locality begin.
func (p Party) base() int {
	if base, ok := bases[p.Level]; ok {
		return base
	}
	return bases[precedence.Commune]
}

// groupsOf divides a delegation where it is long and by rank. An order that was
// made by hand and is another one is kept, without parts. Who leads stays at the
// top, in a part of his own where others rank higher.
func (s Subject) groupsOf(r roll) []group {
	plain := []group{{people: r.people}}
	if len(r.people) < groupsFrom {
		return plain
	}
	people := slices.Clone(r.people)
	part := func(a *plan.Attendee) int { return s.partOf(a, r.party) }
	first := 0
	if people[0].IsHead() {
		first = 1
	}
	sorted := slices.IsSortedFunc(people[first:], func(a, b *plan.Attendee) int { return part(a) - part(b) })
	byHand := slices.ContainsFunc(people, func(a *plan.Attendee) bool { return a.Pos != "" })
	if !sorted && byHand {
		return plain
	}
	slices.SortStableFunc(people[first:], func(a, b *plan.Attendee) int { return part(a) - part(b) })
	at := part(people[0])
	groups := []group{{name: s.partName(at, r, people), people: people[:1:1]}}
	if first == 1 && at > part(people[1]) {
		at, groups[0].name = partHead, headName(people[0].Side)
	}
	for _, a := range people[1:] {
		if p := part(a); p != at {
			at = p
			groups = append(groups, group{name: s.partName(p, r, people)})
		}
		last := &groups[len(groups)-1]
		last.people = append(last.people, a)
	}
	if len(groups) < 2 {
		return plain
	}
	return groups
}

// headName is the heading over who leads a side.
func headName(side plan.Side) string {
	if side == plan.Host {
		return "CHỦ TRÌ"
	}
	return "TRƯỞNG ĐOÀN"
}

// partOf is the part of a list to which somebody belongs.
func (s Subject) partOf(a *plan.Attendee, party Party) int {
	rank, ranked := s.Ranks[a.ID]
	switch standing := s.standing(a); {
	case standing == plan.AttendeeInvited:
		return partGuests
	case standing == plan.AttendeeService || standing == plan.AttendeePress || ranked && rank >= staffRank && rank < precedence.Unknown:
		return partHelp
	case !ranked || rank >= precedence.Unknown:
		return partOthers
	case rank >= villageRank:
		return partVillage
	case rank < party.base():
		return partAbove
	case rank >= party.base()+levelSpan:
		return partBelow
	case rank < party.base()+headsFrom:
		return partLeaders
	}
	return partHeads
}

// partName is the heading of a part, in the words of the level.
func (s Subject) partName(part int, r roll, people []*plan.Attendee) string {
	switch part {
	case partAbove:
		return "ĐẠI BIỂU CẤP TRÊN"
	case partLeaders:
		return "LÃNH ĐẠO " + strings.ToUpper(orElse(r.party.Type, "địa phương"))
	case partHeads:
		return headsName(r.party.Level)
	case partBelow:
		if r.party.Level == precedence.District {
			return "LÃNH ĐẠO CÁC XÃ"
		}
		return "LÃNH ĐẠO CÁC ĐỊA PHƯƠNG"
	case partVillage:
		return "ĐẠI BIỂU THÔN, TỔ DÂN PHỐ"
	case partGuests:
		return "KHÁCH MỜI"
	case partHelp:
		return s.helpName(people)
	}
	return "THÀNH PHẦN KHÁC"
}

// headsName are the heads of agencies as each level calls them.
func headsName(level precedence.Level) string {
	switch level {
	case precedence.Province:
		return "LÃNH ĐẠO SỞ, BAN, NGÀNH"
	case precedence.District:
		return "LÃNH ĐẠO PHÒNG, BAN, ĐƠN VỊ"
	}
	return "LÃNH ĐẠO PHÒNG, BAN, ĐOÀN THỂ"
}

// helpName names those who help by who is there.
func (s Subject) helpName(people []*plan.Attendee) string {
	name, press, driver := "TỔ GIÚP VIỆC", false, false
	for _, a := range people {
		press = press || s.standing(a) == plan.AttendeePress
		driver = driver || s.Ranks[a.ID] == serviceRank
	}
	if press {
		name += ", PHÓNG VIÊN"
	}
	if driver {
		name += ", LÁI XE"
	}
	return name
}

// roman writes a number as papers number their parts.
func roman(n int) string {
	var out []byte
	for _, d := range []struct {
		value  int
		letter string
	}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.value {
			out = append(out, d.letter...)
			n -= d.value
		}
	}
	return string(out)
}
