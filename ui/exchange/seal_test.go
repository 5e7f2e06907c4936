package exchange_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
	"nhipcau/ui/exchange"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

const passphrase = "chuyến đi Đắk Glong"

// neighbour is a partner that signs, and how he writes files for us.
type neighbour struct {
	*desk.Desk
	t     *testing.T
	store *desktest.Store
	f     *pagetest.Fixture
}

func newNeighbour(t *testing.T, f *pagetest.Fixture) *neighbour {
	t.Helper()
	n := &neighbour{t: t, store: desktest.NewStore(), f: f}
	n.Desk = desktest.OpenSigning(t, n.store, 2, desktest.Keyring())
	place := n.FindLocalities("huyện Thạch An, tỉnh Cao Bằng", pagetest.Today, 1)[0]
	if err := n.SetUp(plan.Office{Name: "UBND huyện Thạch An", Locality: place.ID, Level: place.Level}, "Phòng Nội vụ"); err != nil {
		t.Fatal(err)
	}
	b, err := f.Desk.Export(desk.Scope{Visit: f.Visit})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Desk.Sent(b, "goi.json"); err != nil {
		t.Fatal(err)
	}
	if _, err := n.Import(b); err != nil {
		t.Fatal(err)
	}
	return n
}

// loseKeys is a new computer with a copy of the data.
func (n *neighbour) loseKeys() { n.Desk = desktest.OpenSigning(n.t, n.store, 3, desktest.Keyring()) }

// write writes the visit with another question, so that each bundle brings news.
func (n *neighbour) write(scope desk.Scope, lock seal.Lock) string {
	n.t.Helper()
	change(n.t, n.Desk, func(tx *desk.Tx) error {
		return tx.Put(&plan.Question{Visit: n.f.Visit, Text: "Kinh phí lấy từ nguồn nào?", State: "open"})
	})
	path := filepath.Join(n.t.TempDir(), "partner.json.age")
	if _, err := n.Send(scope, lock, path); err != nil {
		n.t.Fatal(err)
	}
	return path
}

func (n *neighbour) visit() desk.Scope { return desk.Scope{Visit: n.f.Visit, To: n.f.Desk.OfficeID()} }

// questions counts what has come of the partner.
func questions(f *pagetest.Fixture) int { return len(desk.Of[*plan.Question](f.Desk, f.Visit)) }

func TestASealedBundleAsksForItsPassphrase(t *testing.T) {
	f := open(t, pagetest.Options{Signing: true})
	n := newNeighbour(t, f)
	before := questions(f)
	f.Picked = n.write(n.visit(), seal.Lock{Passphrase: passphrase})
	press(t, f, "Nhập gói dữ liệu…")
	f.Type("sai mật khẩu rồi")
	f.Key(fyne.KeyReturn)
	wantOverlay(t, f, "sai mật khẩu")
	f.Shot("passphrase")
	f.Type(passphrase)
	f.Key(fyne.KeyReturn)
	wantSeen(t, f, "Gói 1 từ UBND huyện Thạch An", "Lần đầu có gói ký")
	press(t, f, "Nhập: ")
	if questions(f) != before+1 {
		t.Error("nothing has come")
	}
	press(t, f, "Nhập gói dữ liệu…")
	f.Key(fyne.KeyEscape)
	wantSeen(t, f, "Gửi cho địa phương bạn")
}

// overlayTexts gives the texts of the dialogs above the window.
func wantOverlay(t *testing.T, f *pagetest.Fixture, text string) {
	t.Helper()
	var all []string
	for _, o := range f.Window.Canvas().Overlays().List() {
		all = append(all, textsOf(o))
	}
	if !strings.Contains(strings.Join(all, "\n"), text) {
		t.Errorf("not asked: %q in %q", text, all)
	}
}

func TestAChangedKeyIsAskedAbout(t *testing.T) {
	f := open(t, pagetest.Options{Signing: true})
	n := newNeighbour(t, f)
	f.Picked = n.write(n.visit(), seal.Lock{})
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	n.loseKeys()
	f.Picked = n.write(n.visit(), seal.Lock{})
	before := questions(f)
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "ký bằng khóa khác với khóa đã biết")
	press(t, f, "Nhập: ")
	wantOverlay(t, f, "Dấu vân tay trong gói")
	f.Shot("question")
	f.Key(fyne.KeyReturn)
	press(t, f, "Nhập: ")
	f.Key(fyne.KeyEscape)
	if questions(f) != before {
		t.Fatal("it was imported although nobody accepted")
	}
	press(t, f, "Nhập: ")
	press(t, f, "Đã đối chiếu, nhập")
	if questions(f) != before+1 {
		t.Error("nothing has come")
	}
	all, err := f.Desk.Partners()
	if err != nil || len(all) != 1 || len(all[0].Former) != 1 {
		t.Errorf("partners %+v, %v", all, err)
	}
}

// TestThePartnersPage shows what has come and what has not, and carries a
// receipt back.
func TestThePartnersPage(t *testing.T) {
	f := open(t, pagetest.Options{Signing: true})
	wantSeen(t, f, "Chưa có đối tác nào")
	n := newNeighbour(t, f)
	n.write(n.visit(), seal.Lock{}) // lost on its way
	f.Picked = n.write(n.visit(), seal.Lock{})
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	wantDrawn(t, f, "UBND huyện Thạch An", "gói 1")
	press(t, f, "Xem đối tác")
	all, err := f.Desk.Partners()
	if err != nil || len(all) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	wantDrawn(t, f, "Gói 1 chưa nhận được")
	wantSeen(t, f, seal.Fingerprint(all[0].Key), "Chưa có gói nào ghi gửi", "Máy "+n.Replica())
	f.Saved = filepath.Join(t.TempDir(), "bien-nhan.json.age")
	press(t, f, "Xuất biên nhận…")
	if got := f.LastToast(); !strings.Contains(got, "biên nhận") || !strings.Contains(got, "Có thể rút USB") {
		t.Errorf("toast %q", got)
	}
	wantDrawn(t, f, "Chưa biết họ đã nhận chưa")
	raw, err := os.ReadFile(f.Saved)
	if err != nil {
		t.Fatal(err)
	}
	b, err := n.OpenBundle(bytes.NewReader(raw), "")
	if err != nil || b.Sealed != seal.WithKey || len(b.Records) != 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	if _, err := n.Import(b); err != nil {
		t.Fatal(err)
	}
	f.Picked = n.write(n.visit(), seal.Lock{})
	f.Key(fyne.KeyEscape)
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	press(t, f, "Xem đối tác")
	wantDrawn(t, f, "Họ đã nhận")
	press(t, f, "Gửi cho đối tác này")
	wantSeen(t, f, "Gửi cho địa phương bạn")
	press(t, f, "Xuất gói…")
	wantSeen(t, f, "Gửi cho: UBND huyện Thạch An", "niêm phong cho khóa của nơi nhận")
}

// TestThePageBeforeItLeavesNamesEveryPersonalField and what is chosen decides
// what is there.
func TestThePageBeforeItLeavesNamesEveryPersonalField(t *testing.T) {
	f := pagetest.New(t)
	guest := desk.Of[*plan.Attendee](f.Desk, f.Visit)[0]
	guest.Phone, guest.Contact = "0900 000 001", true
	change(t, f.Desk, func(tx *desk.Tx) error { return tx.Put(guest) })
	f.Show(exchange.New(f.Host), page.Route{})
	choose(t, f, "Mẫu xuất", "Kèm đầu mối")
	press(t, f, "Xuất gói…")
	wantDrawn(t, f, guest.Name, "0900 000 001")
	wantSeen(t, f, "Gói không niêm phong", "Thông tin cá nhân trong gói: 1 bản ghi")
	f.Saved = filepath.Join(t.TempDir(), "goi.json")
	press(t, f, "Ghi tệp…")
	if b := readFile(t, f.Saved); b.Profile != bundle.ProfileContacts {
		t.Errorf("profile %q", b.Profile)
	}
	wantDrawn(t, f, "Kèm đầu mối liên hệ") // in the register
	choose(t, f, "Mẫu xuất", "Công khai")
	wantSeen(t, f, "không nêu tên người nào")
	press(t, f, "Xuất gói…")
	wantSeen(t, f, "Gói nêu họ tên, chức vụ của 0 người")
}

func TestLogisticsStayInTheOffice(t *testing.T) {
	f := open(t, pagetest.Options{Signing: true})
	n := newNeighbour(t, f)
	f.Picked = n.write(n.visit(), seal.Lock{})
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	choose(t, f, "Gửi cho", "UBND huyện Thạch An")
	choose(t, f, "Mẫu xuất", "Hậu cần")
	wantSeen(t, f, "không gửi cho cơ quan khác")
	if button(f, "Xuất gói…").Disabled() == false {
		t.Error("it can be written all the same")
	}
	choose(t, f, "Gửi cho", "Máy khác")
	press(t, f, "Xuất gói…")
	wantSeen(t, f, "chỉ dùng trong cơ quan mình")
	wantDrawn(t, f, "Mật khẩu")
}

func TestLooksOfSealing(t *testing.T) {
	pagetest.Looks(t, "leaving", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		guests := desk.Of[*plan.Attendee](f.Desk, f.Visit)
		change(t, f.Desk, func(tx *desk.Tx) error {
			for i, g := range guests[:4] {
				g.Phone, g.Contact = "0900 000 00"+string(rune('1'+i)), true
				g.Email = "daibieu@example.vn"
				if err := tx.Put(g); err != nil {
					return err
				}
			}
			return nil
		})
		choose(t, f, f.Say("exchange.profile"), f.Say("exchange.profile_internal"))
		press(t, f, f.Say("exchange.export"))
	})
	for name, partner := range map[string]bool{"partners": false, "partner": true} {
		pagetest.Looks(t, name, exchange.New, func(f *pagetest.Fixture, p page.Page) {
			n := newNeighbour(t, f)
			n.write(n.visit(), seal.Lock{})
			f.Picked = n.write(n.visit(), seal.Lock{})
			press(t, f, f.Say("exchange.import"))
			press(t, f, map[string]string{"vi": "Nhập: ", "en": "Import: "}[f.Words.Language()])
			if partner {
				press(t, f, f.Say("exchange.partner_open"))
			}
		})
	}
}

// wantDrawn looks at what the window draws, the rows of lists as well.
func wantDrawn(t *testing.T, f *pagetest.Fixture, texts ...string) {
	t.Helper()
	all := test.RenderToMarkup(f.Window.Canvas())
	for _, text := range texts {
		if !strings.Contains(all, text) {
			t.Errorf("not drawn: %q", text)
		}
	}
}

// choose types into a field with a list, and takes what is found first.
func choose(t *testing.T, f *pagetest.Fixture, label, text string) {
	t.Helper()
	f.Field(label).Focus()
	f.Type(text)
	f.Key(fyne.KeyReturn)
	f.Window.Canvas().Unfocus()
}

// textsOf gives all texts of a part of the window, one a line.
func textsOf(o fyne.CanvasObject) string {
	var out []string
	walk(o, func(o fyne.CanvasObject) {
		if text, ok := o.(interface{ Text() string }); ok {
			out = append(out, text.Text())
		}
		if text, ok := o.(*canvas.Text); ok {
			out = append(out, text.Text)
		}
	})
	return strings.Join(out, "\n")
}

// button finds a button by its word.
func button(f *pagetest.Fixture, word string) *kit.Button {
	var found *kit.Button
	walk(f.Window.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Text() == word {
			found = b
		}
	})
	return found
}
