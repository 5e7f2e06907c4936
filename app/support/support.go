// Package support writes one ZIP file for whoever helps an office with the
// program: the log and the crash output of the data folder, which program on
// which system it is, what a check of the data found, and how many records of
// each kind there are. Names, phones, titles and all other words that somebody
// typed stay out, also where an error has carried one into the log.
//
// It must not know how the data are stored, nor who asks for the package.
package support

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/plan"
)

// Report is what the package says beside the log, as report.json.
type Report struct {
	Version string    `json:"version"`
	System  string    `json:"system"`
	Go      string    `json:"go"`
	Made    time.Time `json:"made"`
	// Fault is the key of why the check could not be carried out, empty if it was.
	Fault    string            `json:"fault,omitempty"`
	Records  int               `json:"records"`
	Kinds    map[plan.Kind]int `json:"kinds"`
	Changes  int               `json:"changes"`
	Dangling int               `json:"dangling"`
	Damaged  []desk.Damage     `json:"damaged"`
}

// About makes the report of a check: what it found, or why it could not be
// carried out.
func About(version string, now time.Time, found desk.Finding, err error) Report {
	r := Report{
		Version: version, System: runtime.GOOS + "/" + runtime.GOARCH, Go: runtime.Version(), Made: now.UTC().Truncate(time.Second),
		Records: found.Records, Kinds: found.Kinds, Changes: found.Changes, Dangling: found.Dangling,
		Damaged: append([]desk.Damage{}, found.Damaged...), // [] and not null where there is none
	}
	if err != nil {
		if r.Fault = fault.KeyOf(err); r.Fault == "" {
			r.Fault = "fault.internal"
		}
	}
	return r
}

// Write makes the package at path, whole or not at all, from a report and the
// files of the folder log in the data folder. What hide knows is left out of
// all of them.
//
// Faults: those of files.Write, and fault.file_unreadable where the log is there
// and can't be read.
func Write(path, dir string, r Report, hide *Hidden) error {
	logs, err := logsIn(filepath.Join(dir, "log"))
	if err != nil {
		return err
	}
	for i, d := range r.Damaged {
		r.Damaged[i].Reason = hide.In(d.Reason)
	}
	about, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return files.Write(path, func(w io.Writer) error {
		z := zip.NewWriter(w)
		err := add(z, "report.json", r.Made, about)
		for _, log := range logs {
			var text []byte
			if err == nil {
				text, err = tail(log)
			}
			if err == nil {
				err = add(z, "log/"+filepath.Base(log), r.Made, []byte(hide.In(string(text))))
			}
		}
		return errors.Join(err, z.Close())
	})
}

func add(z *zip.Writer, name string, at time.Time, content []byte) error {
	out, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at})
	if err == nil {
		_, err = out.Write(content)
	}
	return err
}

// FileName proposes a name for the package.
func FileName(now time.Time) string { return "nhipcau-ho-tro-" + now.Format("20060102") + ".zip" }

// crashFile is where the output of a crash goes, beside the log.
const crashFile = "crash.txt"

// logsIn lists the log, its older parts and the crash output.
func logsIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fault.New("fault.file_unreadable", "File", dir, err)
	}
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && (filepath.Ext(e.Name()) == ".log" || e.Name() == crashFile) {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	slices.Sort(out)
	return out, nil
}

// most is how much of one file goes into the package, in bytes: a little more
// than at which the log is cut. What is newer counts.
const most = 6 << 20

// tail reads the end of a file.
func tail(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.Size() > most {
		_, err = f.Seek(-most, io.SeekEnd)
	}
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	text, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	return text, nil
}
