package printing

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// answer writes an answer of IPP: a group for each list of name, tag and value.
func answer(status int, groups ...[][3]string) []byte {
	b := []byte{2, 0, byte(status >> 8), byte(status), 0, 0, 0, 1, tagOperation}
	b = appendAttribute(b, tagCharset, "attributes-charset", "utf-8")
	for _, g := range groups {
		b = append(b, 0x04)
		for _, a := range g {
			b = appendAttribute(b, a[1][0], a[0], a[2])
		}
	}
	return append(b, tagEnd)
}

func number(name string, tag byte, n byte) [3]string {
	return [3]string{name, string([]byte{tag}), "\x00\x00\x00" + string([]byte{n})}
}

func keyword(name, value string) [3]string { return [3]string{name, "\x44", value} }

func TestAnswersAreRead(t *testing.T) {
	raw := answer(0,
		[][3]string{keyword("printer-name", "tang2"), number("printer-state", tagEnum, 5), keyword("printer-state-reasons", "paused"), keyword("", "media-empty-error")},
		[][3]string{{"printer-info", "\x35", "\x00\x02vi\x00\x06M\u00e1y 1"}, {"printer-is-accepting-jobs", "\x22", "\x01"}})
	status, groups, err := parseAnswer(raw)
	if err != nil || status != 0 || len(groups) != 2 {
		t.Fatalf("%d, %v, %v", status, groups, err)
	}
	want := attributes{
		texts:   map[string][]string{"printer-name": {"tang2"}, "printer-state-reasons": {"paused", "media-empty-error"}},
		numbers: map[string]int{"printer-state": 5},
	}
	if diff := cmp.Diff(want, groups[0], cmp.AllowUnexported(attributes{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if groups[1].text("printer-info") != "Máy 1" || groups[1].numbers["printer-is-accepting-jobs"] != 1 {
		t.Errorf("%v", groups[1])
	}
	for cut := range len(raw) - 1 {
		if _, _, err := parseAnswer(raw[:cut]); err == nil {
			t.Errorf("an answer cut off after %d bytes is believed", cut)
		}
	}
}

// TestRequestsAreAnswers: both have the same form, so that ours can be read back.
func TestRequestsAreAnswers(t *testing.T) {
	raw := request(getJobAttributes, "job-uri", "ipp://localhost/jobs/7", "vanphong", "job-state", "job-state-reasons")
	status, groups, err := parseAnswer(raw)
	if err != nil || status != getJobAttributes || len(groups) != 0 {
		t.Errorf("%d, %v, %v", status, groups, err)
	}
	if !bytes.Contains(raw, []byte("\x00\x00\x00\x11job-state-reasons")) {
		t.Errorf("the second attribute asked for is no value of the same: %q", raw)
	}
}

func TestTheServerIsAsked(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Content-Type") != "application/ipp" {
			http.Error(w, "", http.StatusBadRequest)
			return
		}
		_, _ = w.Write(answer(0x0406))
	}))
	defer server.Close()
	ask := askAt(strings.TrimPrefix(server.URL, "http://"))
	status, _, err := ask(context.Background(), request(cupsGetPrinters, "", "", ""))
	if status != ippNotFound || err != nil {
		t.Errorf("%d, %v", status, err)
	}
	if _, _, err := askAt("/nowhere/cups.sock")(context.Background(), nil); err == nil {
		t.Error("a socket that is not there answers")
	}
}

// FuzzParseAnswer: whatever a server sends is read or refused.
func FuzzParseAnswer(f *testing.F) {
	f.Add(answer(0, [][3]string{keyword("a", "b"), keyword("", "c"), number("n", tagInteger, 3)}))
	f.Add(request(cupsGetPrinters, "printer-uri", "x", "y", "z"))
	f.Add([]byte{2, 0, 0, 0, 0, 0, 0, 1, 4, 0x35, 0, 1, 'a', 0, 3, 0, 9, 'x', 3})
	f.Fuzz(func(t *testing.T, raw []byte) {
		_, groups, err := parseAnswer(raw)
		if err != nil && groups != nil {
			t.Error("an answer that is refused is believed in part")
		}
	})
}
