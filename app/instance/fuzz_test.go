package instance

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
)

// FuzzRequest: whatever is sent to the program that is open, also by one who
// knows the secret, is answered; without the secret nothing is carried out.
func FuzzRequest(f *testing.F) {
	f.Add([]byte(`{"args":["list","visits"],"dir":"/x","stdin":"eA=="}`), true)
	f.Add([]byte(`{"args":["list"]}`), false)
	for _, text := range []string{"", "null", "[]", `{"args":"x"}`, `{"stdin":"*"}`, `{"args":[null]}`} {
		f.Add([]byte(text), true)
	}
	f.Fuzz(func(t *testing.T, body []byte, known bool) {
		asked := 0
		h := handler{whereabouts{"127.0.0.1:1", "secret"}, func(Request) Answer { asked++; return Answer{Code: 1} }}
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:1/", bytes.NewReader(body))
		if known {
			r.Header.Set(header, "secret")
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		var request Request
		good := known && json.NewDecoder(bytes.NewReader(body)).Decode(&request) == nil
		if (asked == 1) != good || (w.Code == http.StatusOK) != good {
			t.Errorf("answered %d with %d, for %q", asked, w.Code, body)
		}
	})
}
