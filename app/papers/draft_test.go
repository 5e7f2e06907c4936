package papers_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// lists are where a subject has the records of a kind.
func lists(s *papers.Subject) map[plan.Kind][]plan.Record {
	return map[plan.Kind][]plan.Record{
		plan.KindVisit: {s.View.Visit}, plan.KindObjective: all(s.View.Objectives), plan.KindStop: all(s.View.Stops),
		plan.KindAttendee: all(s.View.Attendees), plan.KindAgendaItem: all(s.View.Agenda), plan.KindTopic: all(s.View.Topics),
		plan.KindQuestion: all(s.View.Questions), plan.KindFieldVisit: all(s.View.FieldVisits), plan.KindFollowUp: all(s.View.FollowUps),
		plan.KindProgressEntry: all(s.View.Progress), plan.KindLesson: all(s.View.Lessons), plan.KindModel: all(s.Models),
		plan.KindVehicle: all(s.Vehicles), plan.KindLodging: all(s.Lodgings), plan.KindGift: all(s.Gifts), plan.KindIndicator: all(s.Figures),
	}
}

func all[T plan.Record](list []T) []plan.Record {
	var out []plan.Record
	for _, r := range list {
		out = append(out, r)
	}
	return out
}

func blocks(t *testing.T, kind papers.Kind, s papers.Subject) string {
	t.Helper()
	raw, err := json.Marshal(kind.Make(s).Blocks)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// What a paper says of a record makes it use the kind of that record: changed
// words of it change the paper.
func TestPapersNameTheKindsThatStandOnThem(t *testing.T) {
	v := paperstest.HardVisit(t)
	needed := map[string][]plan.Kind{}
	for _, ask := range paperstest.Requests(v) {
		kind, _ := papers.KindNamed(ask.Kind)
		asIs := blocks(t, kind, v.Subject(t, ask))
		first := v.Subject(t, ask)
		for of := range lists(&first) {
			s := v.Subject(t, ask)
			for _, r := range lists(&s)[of] {
				reword(r)
			}
			if blocks(t, kind, s) != asIs && !slices.Contains(needed[ask.Kind], of) {
				needed[ask.Kind] = append(needed[ask.Kind], of)
			}
		}
	}
	for _, kind := range papers.Kinds() {
		for _, of := range needed[kind.Code] {
			if !slices.Contains(kind.Uses, of) {
				t.Errorf("%s does not say that it uses %s", kind.Code, of)
			}
		}
	}
}

// reword adds a word to whatever a person wrote into a record.
func reword(r plan.Record) {
	decl, _ := plan.DeclarationOf(string(r.Kind()))
	for _, f := range decl.Fields {
		if plan.Prose(r.Kind(), f.Name) {
			value := decl.Value(r, f)
			value.SetString(strings.TrimSpace(value.String() + " khác"))
		}
	}
}

// A difference makes drafts of the papers on which the record stands, and of no
// others.
func TestADifferenceIsOpenWhereItStands(t *testing.T) {
	v := paperstest.Sample(t)
	differ(t, v, v.Subject(t, papers.Request{Kind: plan.PaperProgramme}).View.Topics[0].ID)
	for kind, open := range map[string]bool{
		"plan": true, "report": true, "minutes": true, "topics": true, "evaluation": true, "place_cards": false, "sign_in": false, "gift_register": false,
	} {
		s := v.Subject(t, papers.Request{Kind: kind})
		if (len(s.Open) > 0) != open {
			t.Errorf("%s: open %q", kind, s.Open)
		}
	}
}

// differ makes two offices word a topic differently.
func differ(t *testing.T, v paperstest.Visit, id string) {
	t.Helper()
	one, _ := desk.Get[*plan.Topic](v.Desk, id)
	two, _ := desk.Get[*plan.Topic](v.Desk, id)
	one.Title, two.Title = "Tên thứ nhất", "Tên thứ hai"
	for _, topic := range []*plan.Topic{one, two} {
		if err := v.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(topic) }); err != nil {
			t.Fatal(err)
		}
	}
}

// Every paper but cards is a draft where the office says so, and where a
// difference is open, which it names.
func TestDraftsAreMarkedOnEveryPaper(t *testing.T) {
	v := paperstest.Sample(t)
	for _, ask := range paperstest.Requests(v) {
		kind, _ := papers.KindNamed(ask.Kind)
		cards := ask.Kind == papers.PaperPlaceCards || ask.Kind == papers.PaperBadges
		s := v.Subject(t, ask)
		if kind.Make(s).Draft {
			t.Errorf("%v is a draft without a reason", ask)
		}
		decided := *s.Paper
		decided.Draft = true
		s.Paper = &decided
		if kind.Make(s).Draft == cards {
			t.Errorf("%v, decided as a draft: %v", ask, !cards)
		}
		s = v.Subject(t, ask)
		s.Open = []string{"Đắk Glong (Tên)"}
		doc := kind.Make(s)
		named := strings.Contains(blocks(t, kind, s), "Nội dung hai bên chưa thống nhất: Đắk Glong (Tên).")
		if doc.Draft == cards || named == cards {
			t.Errorf("%v over a difference: draft %v, named %v", ask, doc.Draft, named)
		}
		if pages := paperstest.Layout(t, doc); ask.Variant == "leader" && len(pages.List) != 1 {
			t.Errorf("the leader's page takes %d", len(pages.List))
		}
	}
}
