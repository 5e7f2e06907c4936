// Package instance lets a second start of the program reach the first one, which
// has the data folder open: to raise its window, to hand it files, to have a
// command carried out. The first one listens on this computer only, and tells
// where, with a secret, in a file of the data folder that nobody else may read.
//
// It must not know what a command is.
package instance

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"nhipcau/app/files"
)

// Request is what a second start was asked for.
type Request struct {
	// Args are the arguments behind the name of the program.
	Args []string `json:"args"`
	// Dir is the folder to which paths among them are relative.
	Dir string `json:"dir"`
	// Stdin is what was piped into it.
	Stdin []byte `json:"stdin,omitempty"`
}

// Answer is what the first one has to say.
type Answer struct {
	Code   int    `json:"code"`
	Stdout []byte `json:"stdout"`
	Stderr []byte `json:"stderr"`
}

// fileName is the file in the data folder that tells where to ask.
const fileName = "instance.json"

// whereabouts is what it says.
type whereabouts struct {
	Address string `json:"address"`
	Secret  string `json:"secret"`
}

// header carries the secret.
const header = "X-Nhipcau-Secret"

// maxRequest is the longest request that is read, in bytes.
const maxRequest = 32 << 20

// Server answers second starts until it is closed.
type Server struct {
	http http.Server
	path string
}

// Serve begins to answer for a data folder. Answer is called on goroutines of
// the server's.
func Serve(dir string, answer func(Request) Answer) (*Server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for a second start: %w", err)
	}
	at := whereabouts{Address: listener.Addr().String(), Secret: rand.Text()}
	s := &Server{path: filepath.Join(dir, fileName)}
	s.http.Handler = handler{at, answer}
	s.http.ReadHeaderTimeout = 5 * time.Second
	if err := s.tell(at); err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	go func() { _ = s.http.Serve(listener) }() // ends with Close
	return s, nil
}

// tell writes the file, which only its owner may read.
func (s *Server) tell(at whereabouts) error {
	raw, err := json.Marshal(at)
	if err != nil {
		return err
	}
	if err := os.Remove(s.path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(s.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	return errors.Join(err, f.Close(), files.SyncFolder(filepath.Dir(s.path)))
}

// Close stops answering.
func (s *Server) Close() error {
	err := os.Remove(s.path)
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, s.http.Close())
}

type handler struct {
	at     whereabouts
	answer func(Request) Answer
}

// ServeHTTP answers whoever knows the secret.
func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	known := subtle.ConstantTimeCompare([]byte(r.Header.Get(header)), []byte(h.at.Secret)) == 1
	if !known || r.Method != http.MethodPost || r.Host != h.at.Address {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	var request Request
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxRequest)).Decode(&request); err != nil {
		http.Error(w, "not readable", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(h.answer(request)) // the other side sees a short answer
}

// ErrNobody says that no program answers for a data folder.
var ErrNobody = errors.New("nobody answers for the data folder")

// Ask hands a request to the program that has a data folder open, ErrNobody if
// there is none that answers.
func Ask(ctx context.Context, dir string, request Request) (Answer, error) {
	raw, err := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrNobody, err)
	}
	var at whereabouts
	if err := json.Unmarshal(raw, &at); err != nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrNobody, err)
	}
	if host, _, err := net.SplitHostPort(at.Address); err != nil || host != "127.0.0.1" {
		return Answer{}, fmt.Errorf("%w: %q is not on this computer", ErrNobody, at.Address)
	}
	return post(ctx, at, request)
}

func post(ctx context.Context, at whereabouts, request Request) (answer Answer, err error) {
	body, err := json.Marshal(request)
	if err != nil {
		return answer, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+at.Address, bytes.NewReader(body))
	if err != nil {
		return answer, err
	}
	r.Header.Set(header, at.Secret)
	// No proxy stands between a computer and itself.
	client := http.Client{Transport: &http.Transport{DialContext: (&net.Dialer{Timeout: 2 * time.Second}).DialContext}}
	response, err := client.Do(r)
	if err != nil {
		return answer, fmt.Errorf("%w: %w", ErrNobody, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return answer, fmt.Errorf("%w: it answers %s", ErrNobody, response.Status)
	}
	raw, err := io.ReadAll(response.Body)
	if err == nil {
		err = json.Unmarshal(raw, &answer)
	}
	return answer, err
}
