package printing

import (
	"io"
	"strings"

	"nhipcau/app/files"
	"nhipcau/app/paper"
)

// write makes a job a PDF that another program can be given.
func write(o Options, job Job) (path string, err error) {
	if path, err = o.File(fileName(job.Title)); err != nil {
		return "", err
	}
	return path, files.WritePrivate(path, func(w io.Writer) error { return paper.WritePDF(w, job.Pages, job.Info) })
}

// view opens a job in the viewer, from where the person prints it.
func view(o Options, job Job) (Receipt, error) {
	path, err := write(o, job)
	if err != nil {
		return Receipt{}, err
	}
	return Receipt{Way: Viewer}, o.Open(path)
}

// fileName is the title as every file system takes it.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if r == ' ' || strings.ContainsRune(`/\\:*?"<>|%`, r) {
			return '_'
		}
		return r
	}, jobName(title))
	return strings.TrimLeft(strings.TrimSuffix(name, ".pdf"), ".-") + ".pdf"
}
