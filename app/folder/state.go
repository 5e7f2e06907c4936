package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"math"
	"slices"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// The settings of this machine that are about an exchange folder. They are no
// records and never travel.
const (
	setDir    = "exchange_folder.dir"
	setVisits = "exchange_folder.visits"
	setState  = "exchange_folder.state"
)

// Dir is the shared folder that a person has chosen, "" for none.
func Dir(d *desk.Desk) string { return d.Setting(setDir) }

// SetDir chooses the shared folder, "" for none.
func SetDir(d *desk.Desk, dir string) error { return d.SetSetting(setDir, dir) }

// Visits are the visits that a person has chosen to share, by id. At first there
// are none.
func Visits(d *desk.Desk) []string {
	var out []string
	_ = json.Unmarshal([]byte(d.Setting(setVisits)), &out) // never set, or damaged: nothing is shared
	return out
}

// SetVisits chooses the visits that are shared.
func SetVisits(d *desk.Desk, visits []string) error {
	if len(visits) == 0 {
		return d.SetSetting(setVisits, "")
	}
	raw, err := json.Marshal(visits)
	if err != nil {
		return fault.New("fault.internal", err)
	}
	return d.SetSetting(setVisits, string(raw))
}

// Share chooses whether one visit is shared, beside the others.
func Share(d *desk.Desk, visit string, shared bool) error {
	visits := slices.DeleteFunc(Visits(d), func(id string) bool { return id == visit })
	if shared {
		visits = append(visits, visit)
	}
	return SetVisits(d, visits)
}

// state is what is remembered from round to round. It lies in the data folder, so
// that a backup holds it together with the data that it speaks of.
type state struct {
	Written map[string]written `json:"written"` // by visit
	Read    map[string]seen    `json:"read"`    // by name of the file
	// Wrote and Took are when something was last written and last taken in.
	Wrote time.Time `json:"wrote,omitzero"`
	Took  time.Time `json:"took,omitzero"`
}

// written is a file of ours, as it was written.
type written struct {
	Records string `json:"records"` // hash of the records
	Lock    string `json:"lock"`    // mark of whom it is sealed for, and of how we are called
	Sum     string `json:"sum"`     // hash of the file
}

// outcome is what came of a file.
type outcome string

const (
	taken      outcome = "taken"
	waiting    outcome = "waiting"
	refused    outcome = "refused"
	unfinished outcome = "unfinished"
)

// seen is a file of another installation as it was read last.
type seen struct {
	Sum     string  `json:"sum"` // hash of the file
	Outcome outcome `json:"outcome"`
	// Under is a mark of what the outcome depended on beside the file: if that
	// has changed, the file is read again.
	Under  string        `json:"under"`
	Bundle string        `json:"bundle,omitempty"`
	Office string        `json:"office,omitempty"` // its name
	Visit  string        `json:"visit,omitempty"`
	Why    desk.Question `json:"why,omitempty"`
	// Fault and Args are why it was refused.
	Fault string         `json:"fault,omitempty"`
	Args  map[string]any `json:"args,omitempty"`
	// Last is the bundle that was taken in before from the same file.
	Last string `json:"last,omitempty"`
}

func recall(d *desk.Desk) state {
	var s state
	_ = json.Unmarshal([]byte(d.Setting(setState)), &s) // never set, or damaged: everything is read again
	if s.Written == nil {
		s.Written = map[string]written{}
	}
	if s.Read == nil {
		s.Read = map[string]seen{}
	}
	return s
}

func (s state) keep(d *desk.Desk) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return fault.New("fault.internal", err)
	}
	if string(raw) == d.Setting(setState) {
		return nil
	}
	return d.SetSetting(setState, string(raw))
}

func (s seen) file(name string) File { return File{Name: name, Office: s.Office, Visit: s.Visit} }

// fault is why a file was refused, as it was then.
func (s seen) fault() *fault.Fault {
	f := &fault.Fault{Key: s.Fault, Args: map[string]any{}}
	for name, value := range s.Args {
		if n, ok := value.(float64); ok && n == math.Trunc(n) {
			value = int(n) // json knows no integers
		}
		f.Args[name] = value
	}
	return f
}

func hashOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
