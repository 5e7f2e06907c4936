package folder

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// What a shared folder may hold: others can write anything into it.
const (
	mostReplicas = 500
	mostFiles    = 2_000    // of one replica
	mostBytes    = 64 << 20 // of one file, as it is packed and sealed
	mostInAll    = 1 << 30  // bytes that one round reads
	mostName     = 200      // bytes of a name
)

// place is the shared folder. Nothing outside of it can be reached through it,
// whatever links somebody puts there.
type place struct {
	root *os.Root
	dir  string
	left int64 // how many bytes may still be read
}

func openPlace(dir string) (*place, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, away(dir, err)
	}
	return &place{root, dir, mostInAll}, nil
}

func away(dir string, err error) error {
	return fault.New("fault.exchange_folder_away", "Folder", dir, err)
}

// Close releases the folder.
func (p *place) Close() { _ = p.root.Close() } // it was only read

// replicas lists the folders that are named as an installation is.
func (p *place) replicas() ([]string, error) {
	entries, err := p.list(".", mostReplicas)
	if err != nil {
		return nil, away(p.dir, err)
	}
	var out []string
	for _, e := range entries {
		if e.Type() == fs.ModeDir && merge.Replica(e.Name()).Valid() {
			out = append(out, e.Name())
		}
	}
	slices.Sort(out)
	return out, nil
}

// files lists the files of one installation that may be bundles, with slashes.
func (p *place) files(replica string) ([]string, error) {
	entries, err := p.list(replica, mostFiles)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && readable(e.Name()) {
			out = append(out, replica+"/"+e.Name())
		}
	}
	slices.Sort(out)
	return out, nil
}

// list gives the first entries of a folder within the place, links as links.
func (p *place) list(name string, most int) ([]fs.DirEntry, error) {
	f, err := p.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(most)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return entries, err
}

// readable says whether a file may be a sealed bundle, by its name. Temporary
// files of programs that carry files begin with a dot or a tilde, or end
// otherwise; the copies that they make of files with two histories,
// "….sync-conflict-….json.age", are bundles too.
func readable(name string) bool {
	switch {
	case len(name) > mostName || !utf8.ValidString(name) || !filepath.IsLocal(name):
		return false
	case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~"):
		return false
	case strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return false
	}
	return strings.HasSuffix(strings.ToLower(name), bundle.SealedExtension)
}

// errMoving is a file that is being written while it is read; errEnough ends the
// reading of a folder that somebody has filled up.
var (
	errMoving = errors.New("folder: the file is changing")
	errEnough = errors.New("folder: more than one round reads")
)

// fetch reads a regular file whole; errMoving if it changes meanwhile.
func (p *place) fetch(name string) ([]byte, error) {
	before, err := p.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !before.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	if before.Size() > mostBytes {
		return nil, fault.New("fault.bundle_too_large", "Limit", mostBytes>>20)
	}
	if p.left -= before.Size(); p.left < 0 {
		return nil, errEnough
	}
	f, err := p.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if opened, err := f.Stat(); err != nil || !os.SameFile(before, opened) {
		return nil, errMoving
	}
	raw, err := io.ReadAll(io.LimitReader(f, before.Size()+1))
	if err != nil {
		return nil, err
	}
	after, err := f.Stat()
	if err != nil || after.Size() != int64(len(raw)) || !after.ModTime().Equal(before.ModTime()) {
		return nil, errMoving
	}
	return raw, nil
}

// path is where a file of the place lies.
func (p *place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

// own makes the folder of our own files, if it is not there. One that is a link
// would lead what we write to another place.
func (p *place) own(replica string) error {
	err := p.root.Mkdir(replica, 0o755)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return p.readonly(err)
	}
	info, err := p.root.Lstat(replica)
	if err != nil {
		return away(p.dir, err)
	}
	if !info.IsDir() {
		return p.readonly(fs.ErrInvalid)
	}
	return nil
}

func (p *place) readonly(err error) error {
	return fault.New("fault.exchange_folder_readonly", "Folder", p.dir, err)
}
