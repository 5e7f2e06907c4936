package bundle

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/fault"
)

// entry is one entry of a ZIP that a test makes.
type entry struct {
	name    string
	content string
	mode    fs.FileMode
	flags   uint16
	method  uint16
}

func zipped(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: e.method, Flags: e.flags}
		if e.mode != 0 {
			h.SetMode(e.mode)
		}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(w, e.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func sumOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

// listing is a document that lists files of these contents.
func listing(contents ...string) string {
	var list []string
	for _, c := range contents {
		list = append(list, fmt.Sprintf(`{"sha256":%q,"name":"Ảnh.jpg","size":%d,"media":"image/jpeg"}`, sumOf(c), len(c)))
	}
	return head1(`"records":[],"attachments":[` + strings.Join(list, ",") + `]`)
}

func doc(text string) entry   { return entry{name: documentEntry, content: text} }
func file(text string) entry  { return entry{name: filesFolder + sumOf(text), content: text} }
func named(name string) entry { return entry{name: name, content: "x"} }

func TestAnArchiveBringsItsFiles(t *testing.T) {
	b := sample()
	contents := map[string][]byte{}
	b.Attachments = nil
	for _, text := range []string{"tờ trình", strings.Repeat("ảnh ", 10_000), "\x00\xff"} {
		contents[sumOf(text)] = []byte(text)
		b.Attachments = append(b.Attachments, AttachmentMeta{SHA256: sumOf(text), Name: "Tờ trình.pdf", Size: int64(len(text)), Media: "application/pdf"})
	}
	var out, again bytes.Buffer
	for _, w := range []io.Writer{&out, &again} {
		if err := WriteArchive(w, b, func(name string) ([]byte, error) { return contents[name], nil }); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("the same bundle gives other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil || z.File[0].Name != "bundle.json" || len(z.File) != 4 {
		t.Fatalf("%d entries, %v", len(z.File), err)
	}
	got, err := Read(&out)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(contents, got.Files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	want, _ := RecordsBytes(b)
	if records, _ := RecordsBytes(got); !bytes.Equal(records, want) {
		t.Error("the records are others")
	}
}

func TestAFileThatIsListedAndDidNotComeIsMissing(t *testing.T) {
	b, err := Read(bytes.NewReader(zipped(t, doc(listing("một", "hai")), file("hai"))))
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Collect(maps.Keys(b.Files)); len(got) != 1 || got[0] != sumOf("hai") {
		t.Errorf("files %v", got)
	}
}

func TestHostileArchives(t *testing.T) {
	whole := zipped(t, doc(listing("một")), file("một"))
	for name, tc := range map[string]struct {
		raw  []byte
		rule string
	}{
		"whole":                {whole, ""},
		"no entries":           {zipped(t), "archive_not_ours"},
		"cut off":              {whole[:len(whole)-10], "archive_broken"},
		"only its beginning":   {whole[:4], "archive_broken"},
		"another zip":          {zipped(t, named("word/document.xml")), "archive_not_ours"},
		"document not first":   {zipped(t, file("một"), doc(listing("một"))), "archive_not_ours"},
		"document in a folder": {zipped(t, entry{name: "x/bundle.json", content: listing()}), "archive_not_ours"},
		"document twice":       {zipped(t, doc(listing()), doc(listing())), "archive_entry"},
		"no document in it":    {zipped(t, doc("x")), "not_json"},
		"empty document":       {zipped(t, doc("")), "empty"},
		"an archive within":    {zipped(t, doc(string(whole))), "not_json"},
		"not listed":           {zipped(t, doc(listing()), file("một")), "archive_entry"},
		"twice":                {zipped(t, doc(listing("một")), file("một"), file("một")), "archive_entry"},
		"empty twice":          {zipped(t, doc(listing("")), file(""), file("")), "archive_entry"},
		"a path upwards":       {zipped(t, doc(listing("x")), named("attachments/../../"+sumOf("x"))), "archive_entry"},
		"an absolute path":     {zipped(t, doc(listing("x")), named("/attachments/"+sumOf("x"))), "archive_entry"},
		"a backslash":          {zipped(t, doc(listing("x")), named(`attachments\`+sumOf("x"))), "archive_entry"},
		"upper case":           {zipped(t, doc(listing("x")), named("attachments/"+strings.ToUpper(sumOf("x")))), "archive_entry"},
		"its own name":         {zipped(t, doc(listing("x")), named("attachments/Anh.jpg")), "archive_entry"},
		"a folder":             {zipped(t, doc(listing()), entry{name: "attachments/"}), "archive_entry"},
		"a link":               {zipped(t, doc(listing("x")), entry{name: filesFolder + sumOf("x"), content: "x", mode: fs.ModeSymlink | 0o777}), "archive_entry"},
		"locked":               {zipped(t, doc(listing("x")), entry{name: filesFolder + sumOf("x"), content: "x", flags: 1}), "archive_entry"},
		"another content":      {zipped(t, doc(listing("một")), entry{name: filesFolder + sumOf("một"), content: "mội"}), "file_differs"},
		"shorter":              {zipped(t, doc(listing("một")), entry{name: filesFolder + sumOf("một"), content: "m"}), "file_differs"},
		"much longer": {zipped(t, doc(listing("một")), entry{
			name: filesFolder + sumOf("một"), content: strings.Repeat("một", 1<<20), method: zip.Deflate,
		}), "file_differs"},
		"spoilt content": {bytes.Replace(whole, []byte("một"), []byte("hai"), 1), "archive_broken"},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Read(bytes.NewReader(tc.raw))
			checkRule(t, b, err, tc.rule)
		})
	}
}

// A bomb is stopped by the limits, however small the archive is.
func TestBombsAreStopped(t *testing.T) {
	small := archiveLimits{document: format1, file: 4000, files: 10_000, entries: 4}
	small.document.bytes = 5000
	a, b, c := strings.Repeat("a", 4000), strings.Repeat("b", 4000), strings.Repeat("c", 4000)
	many := []entry{doc(listing()), named("1"), named("2"), named("3"), named("4"), named("5")}
	for name, tc := range map[string]struct {
		raw  []byte
		rule string
	}{
		"within":            {zipped(t, doc(listing(a, b)), file(a), file(b)), ""},
		"listed only":       {zipped(t, doc(listing(a, b, c)), file(a), file(b)), ""},
		"a file":            {zipped(t, doc(listing(a+"a")), file(a+"a")), "file_too_large"},
		"all files":         {zipped(t, doc(listing(a, b, c)), file(a), file(b), file(c)), "files_too_large"},
		"the document":      {zipped(t, entry{name: documentEntry, content: strings.Repeat(" ", 1<<20), method: zip.Deflate}), "too_large"},
		"the archive":       {zipped(t, doc(listing()), entry{name: "x", content: strings.Repeat("x", small.bytes())}), "too_large"},
		"number of entries": {zipped(t, many...), "archive_entries"},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := readArchive(bytes.NewReader(tc.raw), small)
			checkRule(t, b, err, tc.rule)
		})
	}
}

func TestWritingEndsWithTheErrorOfTheContent(t *testing.T) {
	want := errors.New("gone")
	err := WriteArchive(io.Discard, sample(), func(string) ([]byte, error) { return nil, want })
	if !errors.Is(err, want) {
		t.Errorf("error %v", err)
	}
}

// Whatever one byte of an archive becomes, it is refused, or it brings the same.
func TestADamagedArchiveIsNeverTakenForAnother(t *testing.T) {
	whole := zipped(t, doc(listing("một", "hai")), file("một"), file("hai"))
	want := map[string][]byte{sumOf("một"): []byte("một"), sumOf("hai"): []byte("hai")}
	rapid.Check(t, func(t *rapid.T) {
		raw := bytes.Clone(whole)
		raw[rapid.IntRange(0, len(raw)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "by"))
		b, err := Read(bytes.NewReader(raw))
		if err != nil {
			if !strings.HasPrefix(fault.KeyOf(err), "fault.bundle_") {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		for name, content := range b.Files {
			if !bytes.Equal(content, want[name]) {
				t.Fatalf("%s became %q", name, content)
			}
		}
	})
}

// FuzzReadArchive: whatever the archive, it is refused with a rule of ours, or
// each file is listed and has the content that its name says.
func FuzzReadArchive(f *testing.F) {
	f.Add(zipped(f, doc(listing("một")), file("một")))
	f.Add(zipped(f, doc(listing("một", "")), file("")))
	f.Add(zipped(f, entry{name: documentEntry, content: listing("một"), method: zip.Deflate}, entry{name: filesFolder + sumOf("một"), content: "một", method: zip.Deflate}))
	f.Add(zipped(f, doc(listing("x")), named("attachments/../"+sumOf("x"))))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := readArchive(bytes.NewReader(raw), archive1)
		if err != nil {
			if !strings.HasPrefix(fault.KeyOf(err), "fault.bundle_") || b != nil {
				t.Fatalf("refused with %v and %v", err, b)
			}
			return
		}
		for name, content := range b.Files {
			if sumOf(string(content)) != name {
				t.Fatalf("%s has another content", name)
			}
			if !slices.ContainsFunc(b.Attachments, func(a AttachmentMeta) bool { return a.SHA256 == name && a.Size == int64(len(content)) }) {
				t.Fatalf("%s is not listed", name)
			}
		}
	})
}

// Whoever has no reader that can go back, such as one that decrypts, may read
// an archive as well.
func TestAnArchiveIsReadFromAnyReader(t *testing.T) {
	raw := zipped(t, doc(listing("một")), file("một"))
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		_, _ = w.Write(raw)
		_ = w.Close()
	}()
	b, err := Read(r)
	if err != nil || string(b.Files[sumOf("một")]) != "một" {
		t.Errorf("%v", err)
	}
}
