package desk_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// attach attaches a text to a record.
func attach(t testing.TB, d *desk.Desk, of, name, text string) *plan.Attachment {
	t.Helper()
	one, err := d.AttachFile(of, name, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return one
}

func fileNames(all []*plan.Attachment) string {
	var out []string
	for _, one := range all {
		out = append(out, one.Name)
	}
	return strings.Join(out, "|")
}

func wantContent(t testing.TB, d *desk.Desk, id, want string) {
	t.Helper()
	if _, raw, err := d.OpenAttachment(id); err != nil || string(raw) != want {
		t.Errorf("content %q, %v", raw, err)
	}
}

func TestAnAttachmentIsOneStep(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	one := attach(t, d, v.ID, `C:\Văn thư\Giấy mời.pdf`, "%PDF-1.7 giấy mời")
	if one.Name != "Giấy mời.pdf" || one.Media != "application/pdf" || one.Size != 21 || one.Of != v.ID || one.Visit != v.ID {
		t.Errorf("kept %+v", one)
	}
	wantContent(t, d, one.ID, "%PDF-1.7 giấy mời")
	if author, at := d.AttachedBy(one.ID); author != d.Author() || at.IsZero() {
		t.Errorf("attached by %q at %v", author, at)
	}
	undo := func(turn func() ([]desk.Skipped, error)) {
		t.Helper()
		if _, err := turn(); err != nil {
			t.Fatal(err)
		}
	}
	undo(d.Undo)
	if got := d.AttachmentsOf(v.ID); len(got) != 0 || len(store.Files()) != 1 {
		t.Errorf("after undo %s, files %v", fileNames(got), store.Files())
	}
	undo(d.Redo)
	wantContent(t, d, d.AttachmentsOf(v.ID)[0].ID, "%PDF-1.7 giấy mời")
	// The bin keeps the file as well.
	do(t, d, func(tx *desk.Tx) error { return tx.Delete(one.ID) })
	do(t, d, func(tx *desk.Tx) error { return tx.Restore(one.ID) })
	wantContent(t, d, one.ID, "%PDF-1.7 giấy mời")
	// So does a restart.
	wantContent(t, desktest.Open(t, store, 1), one.ID, "%PDF-1.7 giấy mời")
}

func TestWhatIsListedWhere(t *testing.T) {
	d := desktest.New(t)
	v, other := newVisit(t, d, "A"), newVisit(t, d, "B")
	topic := &plan.Topic{Visit: v.ID, Title: "Đào tạo nghề"}
	model := &plan.Model{Name: "Dâu tằm"}
	put(t, d, topic)
	put(t, d, model)
	attach(t, d, v.ID, "1.txt", "một")
	second := attach(t, d, topic.ID, "2.txt", "hai")
	attach(t, d, model.ID, "3.txt", "ba")
	attach(t, d, other.ID, "4.txt", "bốn")
	for id, want := range map[string]string{v.ID: "1.txt|2.txt", topic.ID: "2.txt", model.ID: "3.txt", other.ID: "4.txt"} {
		if got := fileNames(d.AttachmentsOf(id)); got != want {
			t.Errorf("listed %s, want %s", got, want)
		}
	}
	// What belongs to a visit goes to the bin with it, and comes back.
	do(t, d, func(tx *desk.Tx) error { return tx.Delete(v.ID) })
	if one, _ := desk.Get[*plan.Attachment](d, second.ID); !one.Trashed {
		t.Error("an attachment stays behind its visit")
	}
	do(t, d, func(tx *desk.Tx) error { return tx.Restore(v.ID) })
	if got := fileNames(d.AttachmentsOf(v.ID)); got != "1.txt|2.txt" {
		t.Errorf("after restore %s", got)
	}
}

func TestWhatCannotBeAttached(t *testing.T) {
	d := desktest.New(t)
	v, gone := newVisit(t, d, "A"), newVisit(t, d, "B")
	first := attach(t, d, v.ID, "a.txt", "x")
	do(t, d, func(tx *desk.Tx) error { return tx.Delete(gone.ID) })
	broken := errors.New("USB")
	zeros := strings.NewReader(strings.Repeat("0", desk.MaxAttachment+1))
	for name, tc := range map[string]struct {
		key  string
		from func() error
	}{
		"nothing":    {key: "fault.attachment_empty", from: func() error { _, err := d.AttachFile(v.ID, "a", strings.NewReader("")); return err }},
		"too large":  {key: "fault.attachment_too_large", from: func() error { _, err := d.AttachFile(v.ID, "a", zeros); return err }},
		"unreadable": {key: "fault.file_unreadable", from: func() error { _, err := d.AttachFile(v.ID, "a", iotest.ErrReader(broken)); return err }},
		"no record":  {key: "fault.no_such_record", from: func() error { _, err := d.AttachFile("x", "a", strings.NewReader("x")); return err }},
		"in the bin": {key: "fault.not_attachable", from: func() error { _, err := d.AttachFile(gone.ID, "a", strings.NewReader("x")); return err }},
		"to a file":  {key: "fault.not_attachable", from: func() error { _, err := d.AttachFile(first.ID, "a", strings.NewReader("x")); return err }},
		"a folder":   {key: "fault.file_unreadable", from: func() error { _, err := d.AttachPath(v.ID, t.TempDir()); return err }},
		"no file":    {key: "fault.file_unreadable", from: func() error { _, err := d.AttachPath(v.ID, filepath.Join(t.TempDir(), "x")); return err }},
		"no id":      {key: "fault.no_such_attachment", from: func() error { _, _, err := d.OpenAttachment(v.ID); return err }},
	} {
		if err := tc.from(); fault.KeyOf(err) != tc.key {
			t.Errorf("%s: %v, want %s", name, err, tc.key)
		}
	}
	if got := fileNames(d.AttachmentsOf(v.ID)); got != "a.txt" {
		t.Errorf("attached are %s", got)
	}
	exact, err := d.AttachFile(v.ID, "vừa đủ", strings.NewReader(strings.Repeat("0", desk.MaxAttachment)))
	if err != nil || exact.Size != desk.MaxAttachment {
		t.Errorf("a file as large as it may be: %v", err)
	}
}

func TestTypesOfFiles(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	for name, want := range map[string]struct {
		content, media string
		opens          bool
	}{
		"a.pdf":         {"%PDF-1.7", "application/pdf", true},
		"A.DOCX":        {"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true},
		"anh.JPG":       {"\xff\xd8\xff", "image/jpeg", true},
		"no extension":  {"%PDF-1.7", "application/pdf", false},
		"a.lạ":          {"chữ", "text/plain", false},
		"a.exe":         {"MZ", "application/vnd.microsoft.portable-executable", false},
		"a.bat":         {"del", "text/plain", false},
		"a.pdf.lnk":     {"L", "text/plain", false},
		"a.docm":        {"PK\x03\x04", "application/vnd.ms-word.document.macroEnabled.12", false},
		"a.html":        {"<p>", "text/html", false},
		"a.desktop":     {"[Desktop Entry]", "text/plain", false},
		"anh.jpg .exe":  {"MZ", "application/vnd.microsoft.portable-executable", false},
		"tệp không tên": {"\x00\x01", "application/octet-stream", false},
	} {
		one := attach(t, d, v.ID, name, want.content)
		if one.Media != want.media || desk.Opens(one.Name) != want.opens {
			t.Errorf("%s: %s, opens %v", name, one.Media, desk.Opens(one.Name))
		}
	}
}

func TestSaveAttachment(t *testing.T) {
	store := desktest.NewStore()
	d := desktest.Open(t, store, 1)
	v := newVisit(t, d, "A")
	one := attach(t, d, v.ID, "a.txt", "một")
	path := filepath.Join(t.TempDir(), "b.txt")
	if err := d.SaveAttachment(one.ID, path); err != nil {
		t.Fatal(err)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != "một" {
		t.Errorf("saved %q, %v", raw, err)
	}
	if got := d.FileStateOf(one); got != desk.FileHere {
		t.Errorf("the file is %s", got)
	}
	store.Spoil(one.SHA256, []byte("mội"))
	if err := d.SaveAttachment(one.ID, path); fault.KeyOf(err) != "fault.attachment_damaged" {
		t.Errorf("a damaged file is saved: %v", err)
	}
	store.Spoil(one.SHA256, []byte("m"))
	if got := d.FileStateOf(one); got != desk.FileDamaged {
		t.Errorf("the file is %s", got)
	}
	store.Spoil(one.SHA256, nil)
	if err := d.SaveAttachment(one.ID, path); fault.KeyOf(err) != "fault.attachment_missing" {
		t.Errorf("a missing file is saved: %v", err)
	}
	if got := d.FileStateOf(one); got != desk.FileMissing {
		t.Errorf("the file is %s", got)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "một" {
		t.Errorf("what was saved became %q", raw)
	}
}

func TestCheckReadsTheFiles(t *testing.T) {
	store, theirs := desktest.NewStore(), desktest.NewStore()
	d, other := desktest.Open(t, store, 1), desktest.Open(t, theirs, 2)
	v := newVisit(t, d, "A")
	whole, spoilt, gone := attach(t, d, v.ID, "1", "một"), attach(t, d, v.ID, "2", "hai"), attach(t, d, v.ID, "3", "ba")
	send(t, d, other, desk.Scope{Visit: v.ID})
	if found, err := other.Check(); err != nil || len(found.Damaged) != 0 || len(found.Missing) != 3 {
		t.Errorf("there %+v, %v", found, err)
	}
	store.Spoil(spoilt.SHA256, []byte("hại"))
	store.Spoil(gone.SHA256, nil)
	found, err := d.Check()
	if err != nil || len(found.Damaged) != 2 || len(found.Missing) != 1 || found.Missing[0].ID != gone.ID {
		t.Fatalf("found %+v, %v", found, err)
	}
	if said := fmt.Sprint(found.Damaged); !strings.Contains(said, spoilt.ID) || !strings.Contains(said, gone.ID) || strings.Contains(said, whole.ID) {
		t.Errorf("damaged %s", said)
	}
	if strings.Contains(found.Damaged[0].Reason, "hai") {
		t.Error("the name of a file is in what support reads")
	}
}

// withFiles carries a bundle from one desk to another as an archive.
func withFiles(t testing.TB, from *desk.Desk, scope desk.Scope) *bundle.Bundle {
	t.Helper()
	b, err := from.Export(scope)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := from.AddFiles(b); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := bundle.WriteArchive(&out, b, from.AttachedFile); err != nil {
		t.Fatal(err)
	}
	got, err := bundle.Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestFilesTravelWhenAskedFor(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.New(t), desktest.Open(t, store, 2)
	v := newVisit(t, a, "A")
	hidden := &plan.AgendaItem{Visit: v.ID, Title: "Kiểm tra phòng", Internal: true}
	put(t, a, hidden)
	one, twin := attach(t, a, v.ID, "1.txt", "một"), attach(t, a, v.ID, "2.txt", "một")
	secret := attach(t, a, hidden.ID, "kín.txt", "kín")
	guest := &plan.Attendee{Visit: v.ID, Side: plan.Guest, Name: "Đại biểu 01"}
	put(t, a, guest)
	papers := attach(t, a, guest.ID, "lý lịch.txt", "lý lịch")
	binned := attach(t, a, v.ID, "bỏ.txt", "bỏ")
	do(t, a, func(tx *desk.Tx) error { return tx.Delete(binned.ID) })
	send(t, a, b, desk.Scope{Visit: v.ID})
	if len(store.Files()) != 0 || b.FileStateOf(one) != desk.FileMissing {
		t.Fatal("files travel although nobody asked")
	}
	if _, ok := b.Record(secret.ID); ok {
		t.Error("what is attached to an internal item travels")
	}
	if _, ok := b.Record(papers.ID); ok {
		t.Error("the papers of a person travel")
	}

	// Nothing of the records changes, and the file comes all the same.
	carried := withFiles(t, a, desk.Scope{Visit: v.ID})
	p, err := b.Preview(carried)
	if err != nil || len(store.Files()) != 0 {
		t.Fatalf("a preview keeps files: %v, %v", store.Files(), err)
	}
	report, err := b.Apply(p)
	if err != nil || report.Files != 1 || report.Counts[desk.Added]+report.Counts[desk.Edited] != 0 {
		t.Fatalf("report %+v, %v", report, err)
	}
	wantContent(t, b, one.ID, "một")
	wantContent(t, b, twin.ID, "một")
	if len(store.Files()) != 1 {
		t.Errorf("files %v", store.Files())
	}
	if report, err := b.Import(carried); err != nil || report.Files != 0 {
		t.Errorf("a second time %+v, %v", report, err)
	}
}

func TestFilesAreKeptBeforeTheirRecords(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.New(t), desktest.Open(t, store, 2)
	v := newVisit(t, a, "A")
	one := attach(t, a, v.ID, "1.txt", "một")
	carried := withFiles(t, a, desk.Scope{Visit: v.ID})
	store.Fail = errors.New("disk full")
	if _, err := b.Import(carried); err == nil {
		t.Fatal("the import went through")
	}
	if len(store.Files()) != 1 {
		t.Error("the records would have been first")
	}
	store.Fail = nil
	if _, err := b.Import(carried); err != nil {
		t.Fatal(err)
	}
	wantContent(t, b, one.ID, "một")
	// Taking the import back leaves the file for the next time.
	if _, err := b.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Redo(); err != nil {
		t.Fatal(err)
	}
	wantContent(t, b, one.ID, "một")
}

func TestAFileThatNoRecordNamesIsNotKept(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.New(t), desktest.Open(t, store, 2)
	v := newVisit(t, a, "A")
	attach(t, a, v.ID, "1.txt", "một")
	carried := withFiles(t, a, desk.Scope{Visit: v.ID})
	for i, rec := range carried.Records {
		if rec.Kind == string(plan.KindAttachment) {
			carried.Records = append(carried.Records[:i:i], carried.Records[i+1:]...)
			break
		}
	}
	if report, err := b.Import(carried); err != nil || report.Files != 0 || len(store.Files()) != 0 {
		t.Errorf("kept %v: %+v, %v", store.Files(), report, err)
	}
}

func TestMissingFilesStayMissing(t *testing.T) {
	store := desktest.NewStore()
	a, b := desktest.Open(t, store, 1), desktest.Open(t, desktest.NewStore(), 2)
	v := newVisit(t, a, "A")
	gone, here := attach(t, a, v.ID, "1.txt", "một"), attach(t, a, v.ID, "2.txt", "hai")
	store.Spoil(gone.SHA256, nil)
	report, err := b.Import(withFiles(t, a, desk.Scope{Visit: v.ID}))
	if err != nil || report.Files != 1 {
		t.Fatalf("report %+v, %v", report, err)
	}
	if b.FileStateOf(gone) != desk.FileMissing || b.FileStateOf(here) != desk.FileHere {
		t.Errorf("the files are %s and %s", b.FileStateOf(gone), b.FileStateOf(here))
	}
}

// Whatever is attached, undone, sent and taken in, the content of an attachment
// that is here is the one that was attached.
func TestContentsStayTheirs(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desks := []*desk.Desk{desktest.New(t), desktest.Open(t, desktest.NewStore(), 2)}
		v := newVisit(t, desks[0], "A")
		send(t, desks[0], desks[1], desk.Scope{Visit: v.ID})
		want := map[string]string{}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			i := rapid.IntRange(0, 1).Draw(rt, "desk")
			d, other := desks[i], desks[1-i]
			switch rapid.IntRange(0, 4).Draw(rt, "step") {
			case 0, 1:
				if !d.HasVisit(v.ID) {
					continue // undone
				}
				text := rapid.StringN(1, 5, -1).Draw(rt, "text")
				want[attach(t, d, v.ID, "a.txt", text).ID] = text
			case 2:
				_, _ = d.Undo() // there may be nothing to undo
			case 3:
				send(t, d, other, desk.Scope{All: true})
			case 4:
				if _, err := other.Import(withFiles(t, d, desk.Scope{All: true})); err != nil {
					rt.Fatal(err)
				}
			}
		}
		for _, d := range desks {
			for _, one := range d.AttachmentsOf(v.ID) {
				if _, raw, err := d.OpenAttachment(one.ID); err == nil && string(raw) != want[one.ID] {
					rt.Fatalf("%q instead of %q", raw, want[one.ID])
				}
			}
			if found, err := d.Check(); err != nil || len(found.Damaged) > 0 {
				rt.Fatalf("check: %+v, %v", found.Damaged, err)
			}
		}
	})
}
