package instance_test

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/instance"
)

func ask(t *testing.T, dir string, args ...string) (instance.Answer, error) {
	t.Helper()
	return instance.Ask(t.Context(), dir, instance.Request{Args: args, Dir: "/somewhere", Stdin: []byte("đầu vào")})
}

func TestASecondStartIsAnswered(t *testing.T) {
	dir := t.TempDir()
	if _, err := ask(t, dir, "list"); !errors.Is(err, instance.ErrNobody) {
		t.Errorf("with nobody there: %v", err)
	}
	s, err := instance.Serve(dir, func(r instance.Request) instance.Answer {
		said := strings.Join(r.Args, " ") + "|" + r.Dir + "|" + string(r.Stdin)
		return instance.Answer{Code: 1, Stdout: []byte(said), Stderr: []byte("lỗi")}
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := ask(t, dir, "set", "1", "title=Thạch An")
	if err != nil || got.Code != 1 || string(got.Stdout) != "set 1 title=Thạch An|/somewhere|đầu vào" || string(got.Stderr) != "lỗi" {
		t.Errorf("answer %+v, %v", got, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := ask(t, dir, "list"); !errors.Is(err, instance.ErrNobody) {
		t.Errorf("after it was closed: %v", err)
	}
}

// TestOnlyWhoKnowsTheSecretIsAnswered: other users of the computer can reach the
// port but not the file.
func TestOnlyWhoKnowsTheSecretIsAnswered(t *testing.T) {
	dir := t.TempDir()
	asked := 0
	s, err := instance.Serve(dir, func(instance.Request) instance.Answer { asked++; return instance.Answer{} })
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	path := filepath.Join(dir, "instance.json")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read %v, %v", info.Mode(), err)
	}
	address := strings.Split(string(raw), `"`)[3]
	for name, change := range map[string]func(*http.Request){
		"no secret":    func(*http.Request) {},
		"wrong secret": func(r *http.Request) { r.Header.Set("X-Nhipcau-Secret", "x") },
		"wrong host": func(r *http.Request) {
			r.Host = "example.org"
			r.Header.Set("X-Nhipcau-Secret", strings.Split(string(raw), `"`)[7])
		},
	} {
		r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, "http://"+address, strings.NewReader(`{"args":["list"]}`))
		if err != nil {
			t.Fatal(err)
		}
		change(r)
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != http.StatusForbidden || asked != 0 {
			t.Errorf("%s: %s, asked %d times", name, response.Status, asked)
		}
	}
	if err := os.WriteFile(path, []byte(`{"address":"192.0.2.1:80","secret":"x"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ask(t, dir, "list"); !errors.Is(err, instance.ErrNobody) {
		t.Errorf("another computer is asked: %v", err)
	}
}
