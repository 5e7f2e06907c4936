package bundle

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"path"
	"path/filepath"
	"strings"

	"nhipcau/app/fault"
)

// An archive is a ZIP around the document, for attachments that are to travel
// (exchange format, section 7): the entry bundle.json first, then the files, each
// as attachments/ and its SHA-256. Which files there may be is said by the
// document in payload.attachments; one that is listed and has no entry is simply
// missing.

// Limits of an archive.
const (
	// MaxFile is how many bytes one file may have: what mail services take.
	MaxFile = 25 << 20
	// MaxFiles is how many bytes all files of an archive may have together. They
	// are held in memory from the review until they are kept.
	MaxFiles = 256 << 20
)

// archiveLimits bound an archive while it is decompressed.
type archiveLimits struct {
	document limits
	file     int64 // bytes of one file
	files    int64 // bytes of all files
	entries  int   // files
}

var archive1 = archiveLimits{document: format1, file: MaxFile, files: MaxFiles, entries: 2000}

// bytes is how large an archive itself may be: as large as all that may be in
// it, as what is compressed already does not become smaller, and the list of the
// entries.
func (l archiveLimits) bytes() int { return l.document.bytes + int(l.files) + 1<<20 }

const (
	documentEntry = "bundle.json"
	filesFolder   = "attachments/"
)

// ArchiveName gives the name of the archive for that of the document.
func ArchiveName(document string) string { return strings.TrimSuffix(document, ".json") + ".zip" }

// isArchive says whether a file begins as a ZIP does, also one without entries.
func isArchive(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// WriteArchive writes a bundle with the files that its Attachments list; content
// gives that of a file by its SHA-256. The bytes follow from the bundle and the
// files alone.
//
// An error of content ends the writing and is given as it is.
func WriteArchive(w io.Writer, b *Bundle, content func(sha256 string) ([]byte, error)) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.DefaultCompression)
	})
	entry, err := z.CreateHeader(&zip.FileHeader{Name: documentEntry, Method: zip.Deflate, Modified: b.Created})
	if err != nil {
		return err
	}
	if err := Write(entry, b); err != nil {
		return err
	}
	for _, a := range b.Attachments {
		raw, err := content(a.SHA256)
		if err != nil {
			return err
		}
		entry, err := z.CreateHeader(&zip.FileHeader{Name: filesFolder + a.SHA256, Method: methodFor(a.Media), Modified: b.Created})
		if err != nil {
			return err
		}
		if _, err := entry.Write(raw); err != nil {
			return err
		}
	}
	return z.Close()
}

// methodFor leaves alone what is compressed already.
func methodFor(media string) uint16 {
	for _, packed := range []string{"image/jpeg", "image/png", "image/webp", "image/heic", "video/", "audio/m", "application/zip", "application/vnd.openxml", "application/vnd.oasis"} {
		if strings.HasPrefix(media, packed) {
			return zip.Store
		}
	}
	return zip.Deflate
}

// readArchive reads a bundle with its files. All of it is read and compared with
// its checksums before any of it is given.
func readArchive(r io.Reader, l archiveLimits) (*Bundle, error) {
	raw, err := readAll(r, l.bytes())
	if err != nil {
		return nil, err
	}
	z, err := directoryOf(raw, l)
	if err != nil {
		return nil, err
	}
	if len(z.File) == 0 || z.File[0].Name != documentEntry {
		return nil, fault.New("fault.bundle_archive_not_ours")
	}
	for _, f := range z.File {
		if !plainEntry(f) {
			return nil, unexpected(f.Name)
		}
	}
	b, err := readDocument(z.File[0], l.document)
	if err == nil {
		err = b.readFiles(z.File[1:], l)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// directoryOf reads the list of the entries, whose size is looked at first: each
// entry of it costs far more memory than bytes. The list has to stand right
// before the record that ends the archive, and nothing before the archive.
func directoryOf(raw []byte, l archiveLimits) (*zip.Reader, error) {
	const (
		endRecord  = 22         // bytes, without a comment
		mostOf     = 46 + 2<<10 // bytes of the list for one entry
		sizeAt     = 12
		directorAt = 16
	)
	tail := max(0, len(raw)-endRecord-1<<16)
	end := bytes.LastIndex(raw[tail:], []byte("PK\x05\x06"))
	if end < 0 || len(raw)-tail-end < endRecord {
		return nil, fault.New("fault.bundle_archive_broken")
	}
	end += tail
	size, start := binary.LittleEndian.Uint32(raw[end+sizeAt:]), binary.LittleEndian.Uint32(raw[end+directorAt:])
	switch {
	case int64(size) > int64(l.entries+1)*mostOf:
		return nil, fault.New("fault.bundle_archive_entries", "Limit", l.entries)
	case int64(start)+int64(size) != int64(end):
		return nil, fault.New("fault.bundle_archive_broken")
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fault.New("fault.bundle_archive_broken", err)
	}
	if len(z.File) > l.entries+1 {
		return nil, fault.New("fault.bundle_archive_entries", "Limit", l.entries)
	}
	return z, nil
}

// plainEntry says whether an entry is a file in clear, packed in one of the two
// ways that every program knows.
func plainEntry(f *zip.File) bool {
	const sealed = 0x1
	return f.Mode().IsRegular() && f.Flags&sealed == 0 && (f.Method == zip.Store || f.Method == zip.Deflate)
}

func unexpected(name string) error {
	return fault.New("fault.bundle_archive_entry", "Name", orNowhere(name))
}

func readDocument(f *zip.File, l limits) (*Bundle, error) {
	doc, err := documentText(f, l)
	if err != nil {
		return nil, err
	}
	return parse(doc, l)
}

func documentText(f *zip.File, l limits) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fault.New("fault.bundle_archive_broken", err)
	}
	defer func() { _ = r.Close() }() // it was only read
	doc, err := readAll(r, l.bytes)
	if brokenEntry(err) {
		return nil, fault.New("fault.bundle_archive_broken", err)
	}
	return doc, err
}

// brokenEntry says whether an entry could not be decompressed to its end.
func brokenEntry(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &corrupt)
}

// readFiles reads the files behind the document. Each has to be one that the
// document lists, of the size and the content that it says; that is asked of all
// before any is decompressed.
func (b *Bundle) readFiles(entries []*zip.File, l archiveLimits) error {
	listed := make(map[string]AttachmentMeta, len(b.Attachments))
	for _, a := range b.Attachments {
		listed[a.SHA256] = a
	}
	metas := make([]AttachmentMeta, len(entries))
	left := l.files
	for i, f := range entries {
		name, ok := fileOf(f.Name)
		meta, known := listed[name]
		if !ok || !known {
			return unexpected(f.Name)
		}
		if meta.Size > l.file {
			return fault.New("fault.bundle_file_too_large", "Name", orNowhere(meta.Name), "Limit", l.file>>20)
		}
		if left -= meta.Size; left < 0 {
			return fault.New("fault.bundle_files_too_large", "Limit", l.files>>20)
		}
		delete(listed, name) // so that a second one is not expected
		metas[i] = meta
	}
	b.Files = make(map[string][]byte, len(entries))
	for i, f := range entries {
		raw, err := readEntry(f, metas[i])
		if err != nil {
			return err
		}
		b.Files[metas[i].SHA256] = raw
	}
	return nil
}

// fileOf gives the SHA-256 that an entry is named by.
func fileOf(entry string) (name string, ok bool) {
	name, ok = strings.CutPrefix(entry, filesFolder)
	return name, ok && validHash(name) && filepath.IsLocal(entry) && path.Clean(entry) == entry
}

// readEntry gives the content of a file. No more is decompressed than the
// document says that there is.
func readEntry(f *zip.File, meta AttachmentMeta) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fault.New("fault.bundle_archive_broken", err)
	}
	defer func() { _ = r.Close() }() // it was only read
	var raw bytes.Buffer
	digest := sha256.New()
	n, err := io.Copy(io.MultiWriter(&raw, digest), io.LimitReader(r, meta.Size+1))
	if err != nil {
		return nil, fault.New("fault.bundle_archive_broken", err)
	}
	if n != meta.Size || hex.EncodeToString(digest.Sum(nil)) != meta.SHA256 {
		return nil, fault.New("fault.bundle_file_differs", "Name", orNowhere(meta.Name))
	}
	return raw.Bytes(), nil
}
