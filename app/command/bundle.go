package command

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/bundle/schema"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

func (l *line) bundleCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "bundle", Short: "Look at a bundle without reading it in", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return fmt.Errorf("bundle verify, inspect or diff") },
	}
	var passphraseFile string
	c.PersistentFlags().StringVar(&passphraseFile, "passphrase-file", "", "file whose first line is the passphrase of a sealed bundle; - for the input")
	c.AddCommand(
		&cobra.Command{
			Use: "verify FILE", Short: "Go through all checks of an import", Args: cobra.ExactArgs(1),
			RunE: l.run(func(args []string) error { return l.verify(args[0], passphraseFile) }),
		},
		&cobra.Command{
			Use: "inspect FILE", Short: "Say who wrote a bundle and what is in it", Args: cobra.ExactArgs(1),
			RunE: l.run(func(args []string) error { return l.inspect(args[0], passphraseFile) }),
		},
		&cobra.Command{
			Use: "diff FILE [FILE]", Short: "Compare a bundle with what is here, or with another one", Args: cobra.RangeArgs(1, 2),
			RunE: l.run(func(args []string) error { return l.diff(args, passphraseFile) }),
		},
	)
	return c
}

// examined is what --json prints of the checks of a file.
type examined struct {
	File   string        `json:"file"`
	Bytes  int           `json:"bytes"`
	Good   bool          `json:"good"`
	Checks []checkedLine `json:"checks"`
}

type checkedLine struct {
	Check  bundle.Stage  `json:"check"`
	Result bundle.Result `json:"result"`
	// Fault is the key of the broken rule, Text its sentence.
	Fault string `json:"fault,omitempty"`
	Text  string `json:"text,omitempty"`
}

// verify prints what each check found; a file that an import would refuse is a
// refusal here too.
func (l *line) verify(file, passphraseFile string) error {
	e, err := l.examineBundle(file, passphraseFile)
	if err != nil {
		return err
	}
	out := examined{File: l.path(file), Bytes: e.Bytes, Good: e.Good()}
	for _, f := range e.Findings {
		one := checkedLine{Check: f.Stage, Result: f.Result, Fault: fault.KeyOf(f.Fault)}
		if f.Fault != nil {
			one.Text = l.words.Explain(f.Fault)
		}
		out.Checks = append(out.Checks, one)
	}
	if l.json {
		if err := l.printJSON(out); err != nil {
			return err
		}
		return e.Refusal()
	}
	for _, c := range out.Checks {
		_, _ = fmt.Fprintf(l.env.Stdout, "%s: %s\n", l.words.Say("bundlefile.check_"+string(c.Check)), l.words.Say("bundlefile.result_"+string(c.Result)))
	}
	if e.Good() {
		l.say("bundlefile.good", "Count", len(e.Bundle.Records))
	}
	return e.Refusal()
}

// examineBundle goes through the checks of a file that may be sealed, with a
// passphrase or to the key of the office.
func (l *line) examineBundle(file, passphraseFile string) (e *bundle.Examination, err error) {
	passphrase, err := l.passphrase(passphraseFile)
	if err != nil {
		return nil, err
	}
	look := func(keys *seal.Keys) (*bundle.Examination, error) {
		f, err := os.Open(l.path(file))
		if err != nil {
			return nil, fault.New("fault.file_unreadable", "File", l.path(file), err)
		}
		defer func() { _ = f.Close() }() // it was only read
		return bundle.Examine(f, seal.Secrets{Passphrase: passphrase, Keys: keys}, schema.Judge)
	}
	if e, err = look(nil); fault.KeyOf(err) != "fault.seal_not_for_us" {
		return e, err
	}
	withKeys := l.withDesk(mustExist, func(d *desk.Desk) error {
		keys, err := d.Keys()
		if err == nil {
			e, err = look(keys)
		}
		return err
	})
	if fault.KeyOf(withKeys) == "fault.no_data_folder" {
		return nil, err
	}
	return e, withKeys
}

// contents is what --json prints of a bundle. It is documented in
// docs/command-line.md and does not change.
type contents struct {
	Format      string            `json:"format"`
	MinApp      string            `json:"min_app,omitempty"`
	ID          string            `json:"id"`
	Created     time.Time         `json:"created,omitzero"`
	From        bundle.Sender     `json:"from"`
	To          string            `json:"to,omitempty"`
	Seq         int               `json:"seq"`
	Scope       bundle.Scope      `json:"scope"`
	Profile     string            `json:"profile,omitempty"`
	Signed      bool              `json:"signed"`
	Redacted    []string          `json:"redacted,omitempty"`
	Have        map[string]uint64 `json:"have,omitempty"`
	Extra       []string          `json:"unknown_members,omitempty"`
	Records     int               `json:"records"`
	Kinds       map[string]int    `json:"kinds"`
	Unknown     []string          `json:"unknown_kinds,omitempty"`
	Trashed     int               `json:"trashed"`
	Conflicts   int               `json:"conflicts"`
	Personal    map[string]int    `json:"personal"`
	Internal    map[string]int    `json:"internal"`
	Attachments int               `json:"attachments"`
}

func contentsOf(b *bundle.Bundle) contents {
	in := b.Contents()
	extra := slices.Sorted(maps.Keys(b.Extra))
	return contents{
		Format: b.Format, MinApp: b.MinApp, ID: b.ID, Created: b.Created, From: b.From, To: b.To, Seq: b.Seq,
		Scope: b.Scope, Profile: string(b.Profile), Signed: b.Signed, Redacted: b.Redacted, Have: b.Have, Extra: extra,
		Records: len(b.Records), Kinds: in.Kinds, Unknown: in.Unknown, Trashed: in.Trashed, Conflicts: in.Conflicts,
		Personal: in.Personal, Internal: in.Internal, Attachments: len(b.Attachments),
	}
}

func (l *line) inspect(file, passphraseFile string) error {
	b, err := l.openBundle(file, passphraseFile)
	if err != nil {
		return err
	}
	c := contentsOf(b)
	if l.json {
		return l.printJSON(c)
	}
	l.say("bundlefile.from", "Name", oneLine(c.From.Name), "Office", c.From.Office, "Replica", c.From.Replica)
	l.say("bundlefile.number", "Number", c.Seq, "ID", c.ID, "Created", shownTime(c.Created))
	l.sayScope(c)
	if c.Signed {
		l.say("bundlefile.signed", "Fingerprint", seal.Fingerprint(b.From.Key))
	} else {
		l.say("bundlefile.unsigned")
	}
	l.say("bundlefile.holds", "Count", c.Records, "Trashed", c.Trashed, "Conflicts", c.Conflicts, "Attachments", c.Attachments)
	for _, d := range plan.Declarations() {
		l.sayKind(string(d.Kind), c.Kinds)
	}
	for _, kind := range c.Unknown {
		l.sayKind(kind, c.Kinds)
	}
	l.sayFields("bundlefile.redacted", c.Redacted, nil)
	l.sayFields("bundlefile.internal", slices.Sorted(maps.Keys(c.Internal)), c.Internal)
	if len(c.Personal) == 0 {
		l.say("bundlefile.personal_none")
	}
	l.sayFields("bundlefile.personal", slices.Sorted(maps.Keys(c.Personal)), c.Personal)
	return nil
}

func (l *line) sayScope(c contents) {
	if c.Scope.All {
		l.say("bundlefile.scope_all")
	} else {
		l.say("bundlefile.scope_visit", "ID", c.Scope.Visit)
	}
}

func (l *line) sayKind(kind string, counts map[string]int) {
	if n := counts[kind]; n > 0 {
		_, _ = fmt.Fprintf(l.env.Stdout, "  %s (%s): %d\n", l.kind(kind), kind, n)
	}
}

// kind is the word for a kind; one that is not known has only its name.
func (l *line) kind(kind string) string {
	if decl, ok := plan.DeclarationOf(kind); ok {
		return l.words.Kind(decl.Kind)
	}
	return l.words.Say("bundlefile.unknown_kind")
}

// sayFields lists fields by their words, with counts where there are some.
func (l *line) sayFields(key string, names []string, counts map[string]int) {
	if len(names) == 0 {
		return
	}
	words := make([]string, len(names))
	for i, name := range names {
		kind, field, _ := strings.Cut(name, ".")
		words[i] = oneLine(fmt.Sprintf("%s · %s", l.kind(kind), l.field(kind, field)))
		if counts != nil {
			words[i] += fmt.Sprintf(" (%d)", counts[name])
		}
	}
	l.say(key, "Fields", strings.Join(words, "; "))
}

// field is the word for a field; one that is not known has only its name.
func (l *line) field(kind, name string) string {
	decl, known := plan.DeclarationOf(kind)
	if !known {
		return name
	}
	if _, known := decl.Field(name); !known {
		return name
	}
	return l.words.Field(decl.Kind, name)
}

func shownTime(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.Local().Format("02/01/2006 15:04")
}

// plainValue shows a value on one line.
func plainValue(raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return "–"
	}
	return oneLine(plain(raw))
}
