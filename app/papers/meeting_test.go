package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
	"nhipcau/app/seating"
)

// meetingSubject is a paper of the sample visit with options.
func meetingSubject(t *testing.T, v paperstest.Visit, kind, variant string, options ...string) papers.Subject {
	t.Helper()
	s := v.Subject(t, papers.Request{Kind: kind, Variant: variant})
	s.Paper.Options = map[string]string{}
	for i := 0; i < len(options); i += 2 {
		s.Paper.Options[options[i]] = options[i+1]
	}
	return s
}

func flat(t *testing.T, s papers.Subject) string {
	t.Helper()
	return strings.Join(strings.Fields(paperstest.Layout(t, paperstest.Make(t, s)).Text()), " ")
}

// inOrder wants words in this order.
func inOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	at := 0
	for _, w := range words {
		i := strings.Index(text[at:], w)
		if i < 0 {
			t.Errorf("%q does not stand behind what comes before it in\n%s", w, text)
			return
		}
		at += i + len(w)
	}
}

func TestIntroductionsByOrderGuestsFirst(t *testing.T) {
	got := flat(t, meetingSubject(t, paperstest.Sample(t), papers.PaperRunningOrder, ""))
	inOrder(t, got,
		"Kính thưa các đồng chí!", "Về phía Đoàn công tác huyện Thạch An, tỉnh Cao Bằng, xin trân trọng giới thiệu:",
		"Đồng chí Nông Long Giang - Phó Chủ tịch UBND huyện, Trưởng đoàn;",
		"Đồng chí Triệu Thị Thiết", "Đồng chí Nông Thế Phúc",
		"Cùng các đồng chí lãnh đạo các phòng, ban, đơn vị chuyên môn và Chủ tịch UBND các xã.",
		"Về phía huyện Đắk Glong", "Nguyễn Văn Thông", "Trần Nam Thuần", "đại diện lãnh đạo một số cơ quan",
		"Sau đây, xin trân trọng kính mời lãnh đạo hai huyện thông tin khái quát")
}

// Down to the threshold people are named; the others are said together, drivers
// not at all.
func TestThresholdOfNaming(t *testing.T) {
	v := paperstest.HardVisit(t)
	leaders := flat(t, meetingSubject(t, v, papers.PaperRunningOrder, ""))
	all := flat(t, meetingSubject(t, v, papers.PaperRunningOrder, "", "named_to", "all"))
	has(t, leaders, "Cùng các đồng chí lãnh đạo các phòng, ban, đơn vị", "chuyên viên giúp việc", "phóng viên báo, đài",
		"Về phía xã Quảng Khê", "Về phía tỉnh Lạng Sơn", "Về phía Thành phố Hồ Chí Minh")
	lacks(t, leaders, "- Chuyên viên", "Lái xe")
	has(t, all, "- Chuyên viên", "- Phóng viên")
	lacks(t, all, "Lái xe")
}

func TestTheFirstSpeakerIsInvited(t *testing.T) {
	s := meetingSubject(t, paperstest.Sample(t), papers.PaperRunningOrder, "")
	s.View.Agenda = nil
	has(t, flat(t, s), "kính mời đồng chí ....")
}

// The list beside the drawing tells what the rule says, and who has no chair at
// the table.
func TestSeatingPlanSaysWhoSitsWhere(t *testing.T) {
	v := paperstest.Sample(t)
	got := flat(t, meetingSubject(t, v, papers.PaperSeatingPlan, ""))
	inOrder(t, got, "SƠ ĐỒ CHỖ NGỒI", "CỬA", "DANH SÁCH CHỖ NGỒI", "Nông Long Giang", "Chính giữa", "Triệu Thị Thiết", "Bên phải, ghế 1",
		"Nông Thế Phúc", "Bên trái, ghế 1", "Không xếp chỗ tại bàn", "lãnh đạo các phòng, ban")
	s := meetingSubject(t, v, papers.PaperSeatingPlan, "")
	p := papers.Seating(s, false)[0]
	s.Paper.Seats = seating.Swap(p, nil, seating.Place{Row: "guest", At: 1}, seating.Place{Row: "guest", At: 2})
	inOrder(t, flat(t, s), "DANH SÁCH CHỖ NGỒI", "Triệu Thị Thiết", "Bên trái, ghế 1", "Nông Thế Phúc", "Bên phải, ghế 1")
}

func TestVehiclesSayWhatIsAmiss(t *testing.T) {
	s := meetingSubject(t, paperstest.Sample(t), papers.PaperSeatingPlan, "vehicles")
	car := &plan.Vehicle{Name: "Xe số 1", Seats: 3, Side: plan.Guest, Driver: "Lái xe 01"}
	car.ID = "car"
	s.Vehicles = []*plan.Vehicle{car}
	for i, a := range s.View.Side(plan.Guest) {
		if i < 4 {
			a.Vehicle = "car"
		}
	}
	got := flat(t, s)
	inOrder(t, got, "LƯU HÀNH NỘI BỘ", "Xe số 1, 3 chỗ; người lái: Lái xe 01", "LÁI XE", "1. Nông Long Giang", "2. Triệu Thị Thiết",
		"Ghế số 1: hàng sau, bên phải", "Chưa có chỗ: Nông Thế Phúc")
	has(t, got, "vượt số chỗ (02 chỗ, không kể lái xe)")
	car.Seats = 2
	has(t, flat(t, s), "Ghế số 1: hàng đầu, bên phải.", "Chưa có chỗ: Triệu Thị Thiết; Nông Thế Phúc")
	car.Seats = 0 // a car for as many as ride in it
	got = flat(t, s)
	has(t, got, "Ghế số 1: hàng sau, bên phải; ghế số 2: hàng sau, bên trái.")
	lacks(t, got, "hàng đầu", "Chưa có chỗ")
	s.Vehicles, s.Places = nil, nil
	has(t, flat(t, s), "Chưa có thông tin phương tiện", "Chưa xếp xe: Đ/c Nông Long Giang")
}

// marks are the lines of a page, in order.
func marks(p paper.Page) []paper.Line {
	var out []paper.Line
	for _, op := range p.Ops {
		if l, ok := op.(paper.Line); ok {
			out = append(out, l)
		}
	}
	return out
}

// A pile of sheets is cut at once: the marks stand at the same places on each,
// as far apart as the badges are large.
func TestCutMarksLineUpFromSheetToSheet(t *testing.T) {
	v := paperstest.HardVisit(t)
	for variant, size := range map[string]struct {
		w, h         float64
		across, down int
	}{"small": {90, 54, 2, 5}, "large": {90, 120, 2, 2}} {
		pages := paperstest.Layout(t, paperstest.Make(t, meetingSubject(t, v, papers.PaperBadges, variant)))
		first := marks(pages.List[0])
		if want := 2*(size.across+1) + 2*(size.down+1); len(first) != want || len(pages.List) < 2 {
			t.Fatalf("%s: %d marks on %d sheets", variant, len(first), len(pages.List))
		}
		for i, p := range pages.List {
			if diff := cmp.Diff(first, marks(p)); diff != "" {
				t.Errorf("%s: sheet %d (-first +this):\n%s", variant, i+1, diff)
			}
		}
		if w, h := first[2].X1-first[0].X1, first[2*(size.across+1)+2].Y1-first[2*(size.across+1)].Y1; w != size.w || h != size.h {
			t.Errorf("%s: a badge is %v × %v mm", variant, w, h)
		}
	}
}

// The back face is the front face turned about the fold, and the name is as large
// as the notes ask for.
func TestBothFacesOfACardAreOne(t *testing.T) {
	for _, size := range []string{"a4", "small"} {
		pages := paperstest.Layout(t, paperstest.Make(t, meetingSubject(t, paperstest.Sample(t), papers.PaperPlaceCards, "", "size", size)))
		for _, p := range pages.List {
			front := map[string]paper.Text{}
			for _, op := range p.Ops {
				if s, ok := op.(paper.Text); ok && !s.Turned {
					front[s.String] = s
				}
			}
			for _, op := range p.Ops {
				s, ok := op.(paper.Text)
				if !ok || !s.Turned {
					continue
				}
				f := front[s.String]
				const close = 1e-6
				if dx, dy := s.X+f.X-297, s.Y+f.Y-210; dx*dx > close || dy*dy > close || s.Size != f.Size {
					t.Errorf("%q: front at %v, %v, back at %v, %v", s.String, f.X, f.Y, s.X, s.Y)
				}
				if s.Style == paper.Bold && (s.Size < 40 || s.Size > 60) {
					t.Errorf("%q is set in %v points", s.String, s.Size)
				}
			}
			if fold := marks(p)[0]; fold.Y1 != 105 || fold.Y2 != 105 {
				t.Errorf("the fold is marked at %v", fold.Y1)
			}
		}
	}
}

func TestCardsOfASide(t *testing.T) {
	v := paperstest.Sample(t)
	got := flat(t, meetingSubject(t, v, papers.PaperPlaceCards, "role", "whom", "guests"))
	has(t, got, "TRƯỞNG ĐOÀN", "ĐẠI BIỂU", "Huyện Thạch An")
	lacks(t, got, "Đắk Glong", "NÔNG")
	got = flat(t, meetingSubject(t, v, papers.PaperBadges, "", "whom", "hosts"))
	has(t, got, "TRỊNH ANH")
	lacks(t, got, "NÔNG LONG GIANG")
}

func TestRolesOnBadges(t *testing.T) {
	v := paperstest.Sample(t)
	s := meetingSubject(t, v, papers.PaperBadges, "")
	hosts := s.View.Side(plan.Host)
	hosts[0].Contact, hosts[1].Role, hosts[2].Role = true, plan.AttendeePress, plan.AttendeeService
	has(t, flat(t, s), "BAN TỔ CHỨC", "BÁO CHÍ", "PHỤC VỤ", "ĐẠI BIỂU")
}

func TestSignInHasARowForEverybody(t *testing.T) {
	v := paperstest.Sample(t)
	got := flat(t, meetingSubject(t, v, papers.PaperSignIn, "", "receipt", "documents"))
	inOrder(t, got, "nhận tài liệu", "A. ĐOÀN CÔNG TÁC HUYỆN THẠCH AN", "01", "Nông Long Giang", "04", "Lãnh đạo các phòng", "B. HUYỆN ĐẮK GLONG",
		"14", "Nguyễn Văn Thông", "(Danh sách có 07 người")
}

// Questions stand in the order of the page on which their answers are typed in,
// under their topics only where that order has them together.
func TestQuestionsStandAsTheyAreTyped(t *testing.T) {
	v := paperstest.HardVisit(t)
	s := meetingSubject(t, v, papers.PaperTopics, "")
	got := flat(t, s)
	inOrder(t, got, "I. NỘI DUNG TRAO ĐỔI", "1. Đào tạo nghề", "2. Hỗ trợ nhà ở", "II. CÂU HỎI", "Câu 1 (nội dung ", "Câu 16 (nội dung ")
	var together []*plan.Question
	for _, topic := range s.View.Topics {
		for _, q := range s.View.Questions {
			if q.Topic == topic.ID {
				together = append(together, q)
			}
		}
	}
	s.View.Questions = together
	inOrder(t, flat(t, s), "Nội dung 1: Đào tạo nghề", "Câu 1.", "Câu 4.", "Nội dung 2: Hỗ trợ nhà ở", "Câu 5.", "Trả lời: Từ nguồn")
	inOrder(t, flat(t, meetingSubject(t, paperstest.Sample(t), papers.PaperTopics, "")), "Nội dung 1: Đào tạo nghề", "Nội dung 3: Các mô hình")
}

func TestEvaluationAsksForEachTopicAndStop(t *testing.T) {
	s := meetingSubject(t, paperstest.Sample(t), papers.PaperEvaluation, "")
	inOrder(t, flat(t, s), "Phiếu không ghi họ tên", "I. CÔNG TÁC TỔ CHỨC", "III. KHẢ NĂNG ÁP DỤNG", "Đào tạo nghề", "IV. THAM QUAN THỰC TẾ",
		"Mô hình trồng dâu nuôi tằm", "V. Ý KIẾN ĐÓNG GÓP")
	s.View.Topics, s.View.FieldVisits = nil, nil
	got := flat(t, s)
	lacks(t, got, "KHẢ NĂNG ÁP DỤNG", "THAM QUAN")
	has(t, got, "III. Ý KIẾN ĐÓNG GÓP")
}

// No text makes a paper of the day fail, and nobody who comes is missing on the
// sheet to sign, the seating plan and the badges; nobody stands there who does
// not come.
func TestAnyAttendeesArePrinted(t *testing.T) {
	v := paperstest.Sample(t)
	asks := map[string][]string{
		papers.PaperRunningOrder: {""}, papers.PaperSeatingPlan: {"", "u_shape", "head_table", "vehicles"}, papers.PaperPlaceCards: {"", "role"},
		papers.PaperBadges: {"", "large"}, papers.PaperSignIn: {""}, papers.PaperTopics: {""}, papers.PaperEvaluation: {""},
	}
	base := map[string]papers.Subject{}
	for kind, variants := range asks {
		for _, variant := range variants {
			base[kind+"/"+variant] = v.Subject(t, papers.Request{Kind: kind, Variant: variant})
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		var attendees []*plan.Attendee
		for i := range rapid.IntRange(0, 20).Draw(r, "people") {
			a := &plan.Attendee{
				Name: fmt.Sprint("Ma", i, "x"), Side: rapid.SampledFrom([]plan.Side{plan.Guest, plan.Host}).Draw(r, "side"),
				Posts: rapid.SliceOfN(rapid.String(), 0, 3).Draw(r, "posts"), Unit: rapid.String().Draw(r, "unit"),
				Role:       rapid.SampledFrom([]string{"", "head", "deputy", "secretary", "invited", "press", "service"}).Draw(r, "role"),
				Attendance: rapid.SampledFrom([]plan.Attendance{"", plan.Confirmed, plan.Declined}).Draw(r, "attendance"),
				Group:      rapid.IntRange(0, 5).Draw(r, "group") == 0, Count: rapid.IntRange(0, 9).Draw(r, "count"),
			}
			a.ID = a.Name
			attendees = append(attendees, a)
		}
		for ask, s := range base {
			s.View.Attendees = attendees
			got := paperstest.Layout(t, paperstest.Make(t, s)).Text()
			kind, _, _ := strings.Cut(ask, "/")
			complete := kind == papers.PaperSignIn || kind == papers.PaperBadges || kind == papers.PaperSeatingPlan && !strings.HasSuffix(ask, "vehicles")
			for _, a := range attendees {
				found := strings.Contains(got, a.Name) || strings.Contains(got, strings.ToUpper(a.Name)) || strings.Contains(got, strings.ToLower(a.Name))
				if a.Attendance == plan.Declined && found {
					r.Fatalf("%s: %s has declined", ask, a.Name)
				}
				if complete && a.Attendance != plan.Declined && !found && (!a.Group || kind != papers.PaperBadges) {
					r.Fatalf("%s: %s is missing", ask, a.Name)
				}
			}
		}
	})
}

// A van with one more than its seats has its list beside the drawing, a bus has
// it on the next sheet with its columns in place.
func TestListsOfPassengers(t *testing.T) {
	pages := paperstest.Layout(t, paperstest.HardVisit(t).Document(t, papers.Request{Kind: papers.PaperSeatingPlan, Variant: "vehicles"}))
	text := make([]string, len(pages.List))
	for i := range text {
		one := *pages
		one.List = pages.List[i : i+1]
		text[i] = strings.Join(strings.Fields(one.Text()), " ")
	}
	if len(text) != 3 {
		t.Fatalf("%d pages", len(text))
	}
	inOrder(t, text[0], "LƯU HÀNH NỘI BỘ", "Xe số 1", "ĐẦU XE", "Ghế số 1: hàng đầu, bên phải; thứ tự từ trên xuống")
	inOrder(t, text[1], "Ghế Họ và tên Chức vụ, đơn vị 1 ", "19 Đại biểu 26 Lái xe")
	inOrder(t, text[2], "LƯU HÀNH NỘI BỘ", "Xe số 2", "ĐẦU XE", "Ghế Họ và tên Chức vụ, đơn vị 1 Đại biểu 03", "Ghế số 1: hàng giữa, bên phải",
		"Số người đã xếp: 07, vượt số chỗ (06 chỗ, không kể lái xe).", "Chưa có chỗ: K' Đại Biểu.")
}
