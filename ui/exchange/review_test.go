package exchange_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/exchange"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// edits writes into some records of a desk.
func edits(t *testing.T, d *desk.Desk, records ...plan.Record) {
	t.Helper()
	change(t, d, func(tx *desk.Tx) error {
		for _, r := range records {
			if err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// hosts are the attendees of the side for which our office acts.
func hosts(d *desk.Desk, visit string) []*plan.Attendee {
	return slices.DeleteFunc(desk.Of[*plan.Attendee](d, visit), func(a *plan.Attendee) bool { return a.Side != plan.Host })
}

// apart makes a bundle of a partner who differs in a lot: in the purpose, the
// days and the reasons of the visit and in the findings of a topic; who deleted
// a topic to which we have written, edited two people, and added some.
func apart(t *testing.T, f *pagetest.Fixture) string {
	t.Helper()
	d := partner(t, f)
	ours, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	theirs, _ := desk.Get[*plan.Visit](d, f.Visit)
	ours.Purpose = "Học tập kinh nghiệm thực hiện Chương trình MTQG giảm nghèo bền vững ở huyện Đắk Glong"
	theirs.Purpose = "Học tập kinh nghiệm làm công tác giảm nghèo ở huyện Đắk Glong và trao đổi về nhà ở cho hộ nghèo"
	ours.When, theirs.When = plan.Period{From: "2024-06-10", To: "2024-06-11"}, plan.Period{From: "2024-06-11", To: "2024-06-11"}
	theirs.WhyHost += " Hai huyện cùng có đông đồng bào dân tộc thiểu số."
	theirs.LegalBasis = "Kế hoạch công tác năm 2024 của UBND huyện Thạch An"
	topics := desk.Of[*plan.Topic](f.Desk, f.Visit)
	mine, _ := desk.Get[*plan.Topic](d, topics[0].ID)
	topics[0].Findings, mine.Findings = "Lớp nghề mở tại xã", "Lớp nghề mở tại huyện"
	topics[1].Findings = "Ghi thêm ở đây"
	edits(t, f.Desk, ours, topics[0], topics[1])
	people := hosts(d, f.Visit)
	people[0].Attendance, people[1].Attendance = plan.Declined, plan.Confirmed
	people[1].Posts = []string{"Phó Chủ tịch UBND huyện"}
	edits(t, d, theirs, mine, people[0], people[1],
		&plan.Question{Visit: f.Visit, Text: "Kinh phí lấy từ nguồn nào?", State: "open"},
		&plan.Question{Visit: f.Visit, Text: "Hỗ trợ nhà ở cho hộ nghèo ra sao?", State: "open"},
		&plan.Attendee{Visit: f.Visit, Side: plan.Guest, Name: "Đại biểu 20", Posts: []string{"Thư ký đoàn"}})
	change(t, d, func(tx *desk.Tx) error { return tx.Delete(topics[1].ID) })
	return writeFile(t, d, desk.Scope{Visit: f.Visit})
}

// look opens the review of what differs a lot.
func look(t *testing.T) (*pagetest.Fixture, page.Page) {
	t.Helper()
	f := pagetest.New(t)
	p := exchange.New(f.Host)
	f.Show(p, page.Route{Page: page.PageExchange, File: apart(t, f)})
	return f, p
}

// table is the table of fields.
func table(t *testing.T, f *pagetest.Fixture) *kit.ChoiceTable {
	t.Helper()
	var found *kit.ChoiceTable
	walk(f.Window.Content(), func(o fyne.CanvasObject) {
		if one, ok := o.(*kit.ChoiceTable); ok {
			found = one
		}
	})
	if found == nil {
		t.Fatalf("no table of fields in\n%s", seen(f))
	}
	return found
}

func ctrlEnter() fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
}

func TestTheWholeReviewByKey(t *testing.T) {
	f, _ := look(t)
	before := recordsOf(t, f.Desk)
	wantSeen(t, f, "Còn 4 chỗ chưa chọn", "Bản chung trước đó", "Giữ cả hai")
	f.Key(fyne.KeyReturn) // into the fields of the visit
	lines := table(t, f).Lines()
	if len(lines) != 4 || lines[0].Key != "purpose" || lines[1].Key != "when" {
		t.Fatalf("lines: %+v", lines)
	}
	f.Type("3") // both of the purpose
	f.Key(fyne.KeyDown)
	f.Type("3") // not offered for days
	f.Type("2") // theirs
	f.Key(fyne.KeyDown)
	f.Type(" ") // the reasons stay out
	wantSeen(t, f, "Còn 2 chỗ chưa chọn", "bỏ lại, lần sau hỏi lại", "khác nhau, đã chọn")
	f.Key(fyne.KeyLeft) // back to the list
	f.Key(fyne.KeyDown) // the topic
	f.Type("1")
	f.Key(fyne.KeyDown) // the one that they have deleted
	wantSeen(t, f, "Giữ lại bản ghi", "Đưa vào thùng rác")
	f.Type("2")
	if all := seen(f); strings.Contains(all, "chưa chọn") {
		t.Errorf("something is still open:\n%s", all)
	}
	if recordsOf(t, f.Desk) != before {
		t.Fatal("something was written before the import")
	}
	f.Shortcut(ctrlEnter())
	wantSeen(t, f, "Đã nhập gói", "Đã ghi 4 lựa chọn")
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if !strings.Contains(v.Purpose, "] Học tập kinh nghiệm thực hiện") || !strings.Contains(v.Purpose, "\n[") ||
		v.When.From != "2024-06-11" || strings.Contains(v.WhyHost, "Hai huyện cùng") || v.LegalBasis == "" || len(v.Conflicts) != 0 {
		t.Errorf("the visit: %+v", v)
	}
	topics := desk.Of[*plan.Topic](f.Desk, f.Visit)
	if topics[0].Findings != "Lớp nghề mở tại xã" || slices.ContainsFunc(topics, func(one *plan.Topic) bool { return one.Findings == "Ghi thêm ở đây" }) {
		t.Errorf("topics: %q", topics[0].Findings)
	}
	press(t, f, "Hoàn tác lần nhập này")
	if recordsOf(t, f.Desk) != before {
		t.Error("undo has left something of the import or of the choices")
	}
}

func TestAGroupIsSettledOrLeftAtOnce(t *testing.T) {
	f, _ := look(t)
	f.Key(fyne.KeyUp) // the head of what differs
	f.Type("2")
	if all := seen(f); strings.Contains(all, "chưa chọn") {
		t.Errorf("something is still open:\n%s", all)
	}
	for range 7 {
		f.Key(fyne.KeyDown)
	}
	f.Type(" ") // the head of what is new
	wantSeen(t, f, "Bỏ lại", "4\nBỏ lại")
	f.Shortcut(ctrlEnter())
	wantSeen(t, f, "Bỏ lại 4 bản ghi")
	for _, q := range desk.Of[*plan.Question](f.Desk, f.Visit) {
		if strings.Contains(q.Text, "Kinh phí") {
			t.Error("what was left out came")
		}
	}
	if n := f.Desk.CountOpen(""); n != 0 {
		t.Errorf("%d open", n)
	}
}

// Two people of ours were edited there, and a topic: one is accepted, one
// declined, and the topic is answered in words of our own.
func TestEditsToWhatIsOursAreListedApart(t *testing.T) {
	f := pagetest.New(t)
	d := partner(t, f)
	people, topic := hosts(d, f.Visit), desk.Of[*plan.Topic](d, f.Visit)[0]
	people[0].Posts, people[1].Posts = []string{"Chức vụ mới 1"}, []string{"Chức vụ mới 2"}
	topic.Title = "Lời của bạn"
	edits(t, d, people[0], people[1], topic)
	f.Show(exchange.New(f.Host), page.Route{File: writeFile(t, d, desk.Scope{Visit: f.Visit})})
	wantSeen(t, f, "Phần này do cơ quan mình quyết định, nơi gửi sửa")
	if !strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Họ sửa phần của ta") {
		t.Error("they are not listed apart")
	}
	f.Type("1") // the first is declined, the second comes as it is
	wantSeen(t, f, "giữ bản của tôi")
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyReturn)
	f.Type("9")
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type(strings.Repeat("x", 501))
	press(t, f, "Dùng bản này")
	if len(f.Window.Canvas().Overlays().List()) == 0 {
		t.Fatal("a text that is too long was taken")
	}
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type("Lời đáp của ta")
	press(t, f, "Dùng bản này")
	wantSeen(t, f, "viết bản khác", "Lời đáp của ta")
	f.Shortcut(ctrlEnter())
	back := readFile(t, writeFile(t, f.Desk, desk.Scope{Visit: f.Visit}))
	if _, err := d.Import(back); err != nil {
		t.Fatal(err)
	}
	fresh := 0 // posts as they wrote them
	for i, one := range people[:2] {
		a, _ := desk.Get[*plan.Attendee](f.Desk, one.ID)
		b, _ := desk.Get[*plan.Attendee](d, one.ID)
		if a.PostLine() != b.PostLine() {
			t.Errorf("posts %q here, %q there", a.PostLine(), b.PostLine())
		}
		if a.PostLine() == fmt.Sprintf("Chức vụ mới %d", i+1) {
			fresh++
		}
	}
	answered, _ := desk.Get[*plan.Topic](d, topic.ID)
	if fresh != 1 || answered.Title != "Lời đáp của ta" || d.CountOpen("") != 0 {
		t.Errorf("%d of two were accepted; title %q, %d open", fresh, answered.Title, d.CountOpen(""))
	}
}

func TestWhatHangsTogetherGoesTogether(t *testing.T) {
	from := pagetest.New(t)
	path := writeFile(t, from.Desk, desk.Scope{Visit: from.Visit})
	f := pagetest.With(t, pagetest.Options{Empty: true})
	f.Show(exchange.New(f.Host), page.Route{Page: page.PageExchange, File: path})
	f.Type(" ") // the visit
	if got := f.LastToast(); !strings.Contains(got, "bản ghi phụ thuộc") {
		t.Errorf("toast %q", got)
	}
	f.Key(fyne.KeyDown)
	f.Type(" ") // one of its records needs it
	if got := f.LastToast(); !strings.Contains(got, "Lấy cả 1 bản ghi") {
		t.Errorf("toast %q", got)
	}
}

func TestLeavingAsksWhereChoicesWouldBeLost(t *testing.T) {
	f, _ := look(t)
	f.Type("1")
	f.Key(fyne.KeyEscape)
	if len(f.Window.Canvas().Overlays().List()) == 0 {
		t.Fatal("the choices are gone without a question")
	}
	f.Key(fyne.KeyEscape) // stay
	wantSeen(t, f, "Giữ cả hai")
	f.Key(fyne.KeyEscape)
	press(t, f, "Bỏ lựa chọn")
	wantSeen(t, f, "Gửi cho địa phương bạn")
}

func TestChoicesSurviveAChangeElsewhere(t *testing.T) {
	f, _ := look(t)
	f.Type("1")
	rename(t, f.Desk, f.Visit, "Tên sửa lại")
	wantSeen(t, f, "Tên sửa lại", "Còn 2 chỗ chưa chọn")
}

func TestWhatIsOpenIsChosenAtAnyTime(t *testing.T) {
	f, p := look(t)
	press(t, f, "Nhập: ")
	press(t, f, "Về trang Trao đổi")
	wantSeen(t, f, "Còn 4 chỗ hai bên ghi khác nhau")
	press(t, f, "Chọn ngay")
	wantSeen(t, f, "Chỗ các bên ghi khác nhau", "Bản đang hiện", "4\nchỗ chưa chọn", "Phòng Nội vụ")
	f.Key(fyne.KeyReturn)
	f.Type("1")
	f.Key(fyne.KeyDown)
	f.Type("2")
	wantSeen(t, f, "Ghi 2 lựa chọn")
	f.Shortcut(ctrlEnter())
	if got := f.LastToast(); !strings.Contains(got, "Đã ghi 2 lựa chọn") || f.Desk.CountOpen("") != 2 {
		t.Errorf("toast %q, %d open", got, f.Desk.CountOpen(""))
	}
	f.Undo()
	wantSeen(t, f, "4\nchỗ chưa chọn")
	f.Redo()
	f.Key(fyne.KeyLeft)
	f.Key(fyne.KeyHome)
	f.Type("1")
	f.Shortcut(ctrlEnter())
	if n := f.Desk.CountOpen(""); n != 0 {
		t.Errorf("%d open", n)
	}
	wantSeen(t, f, "Gửi cho địa phương bạn")
	p.Open(page.Route{Record: page.RecordOpen, Visit: f.Visit})
	wantSeen(t, f, "Không có chỗ nào các bên ghi khác nhau")
	if l, ok := p.(page.Located); !ok || l.Here() != (page.Route{Record: page.RecordOpen, Visit: f.Visit}) {
		t.Error("the page does not say where it is")
	}
}

func TestOpenOfOneVisitLeavesOthersOut(t *testing.T) {
	f, p := look(t)
	press(t, f, "Nhập: ")
	p.Open(page.Route{Record: page.RecordOpen, Visit: "another"})
	wantSeen(t, f, "Không có chỗ nào các bên ghi khác nhau")
	p.Open(page.Route{Record: page.RecordOpen, Visit: f.Visit})
	wantSeen(t, f, "chỗ chưa chọn")
}

// many gives the review of a bundle with so many changed records.
func many(tb testing.TB, n int) *pagetest.Fixture {
	tb.Helper()
	f := pagetest.With(tb, pagetest.Options{Empty: true})
	path := manyFile(tb, n)
	f.Show(exchange.New(f.Host), page.Route{Page: page.PageExchange, File: path})
	return f
}

func TestFiveThousandRecordsTakeARowForEachThatIsSeen(t *testing.T) {
	f := many(t, 5000)
	wantSeen(t, f, "5.000")
	ticks := func() int {
		n := 0
		walk(f.Window.Content(), func(o fyne.CanvasObject) {
			if _, ok := o.(*kit.Tick); ok {
				n++
			}
		})
		return n
	}
	const most = 60 // rows and fields that fit into a window
	if n := ticks(); n == 0 || n > most {
		t.Errorf("%d ticks are drawn", n)
	}
	f.Key(fyne.KeyEnd)
	for range 5 {
		f.Type(" ")
		f.Key(fyne.KeyPageUp)
	}
	if n := ticks(); n > most {
		t.Errorf("%d ticks are drawn after moving", n)
	}
	wantSeen(t, f, "5\nBỏ lại")
}

func TestReviewLooks(t *testing.T) {
	pagetest.Looks(t, "review-apart", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{File: apart(t, f)})
		f.Key(fyne.KeyReturn)
		f.Type("3")
		f.Key(fyne.KeyDown)
		f.Type("2")
		f.Key(fyne.KeyDown)
		f.Type(" ")
	})
	pagetest.Looks(t, "review-topic", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{File: apart(t, f)})
		f.Key(fyne.KeyDown)
		f.Key(fyne.KeyDown)
	})
	pagetest.Looks(t, "review-open", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{File: apart(t, f)})
		f.Shortcut(ctrlEnter())
		f.Shot(fmt.Sprintf("review-done-%s", f.Words.Language()))
		p.Open(page.Route{Record: page.RecordOpen})
		f.Type("1")
	})
	pagetest.Looks(t, "review-many", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{File: manyFile(t, 300)})
	})
}
