package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

// outgoing is what a person asks for with the command export.
type outgoing struct {
	scope          desk.Scope
	profile        string
	to             string
	out            string
	passphraseFile string
	plain          bool
	what           bool
}

func (l *line) exportCommand() *cobra.Command {
	var o outgoing
	c := &cobra.Command{
		Use: "export (--visit ID | --all | --receipt) --out FILE", Short: "Write a bundle", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.export(d, o) })
		}),
	}
	flags := c.Flags()
	flags.StringVar(&o.scope.Visit, "visit", "", "one visit; what of it travels is said by --profile")
	flags.BoolVar(&o.scope.All, "all", false, "everything, for the office's own use")
	flags.BoolVar(&o.scope.Receipt, "receipt", false, "no records: tells the partner of --to what has arrived")
	flags.StringVar(&o.profile, "profile", "", "partner (as usual), contacts, internal or public")
	flags.StringVar(&o.to, "to", "", "the partner it is for, by name or id; it is sealed to his key where that is known")
	flags.BoolVar(&o.plain, "plain", false, "do not seal to the key of the partner")
	flags.StringVar(&o.out, "out", "", "the file to write, or a folder, where it gets its usual name")
	flags.BoolVar(&o.scope.Files, "attachments", false, "with the attached files: FILE becomes a .zip around the bundle")
	flags.BoolVar(&o.what, "what", false, "say which personal fields of whom are inside; without --out nothing is written")
	passphraseFlag(c, &o.passphraseFile)
	c.MarkFlagsMutuallyExclusive("visit", "all", "receipt")
	c.MarkFlagsOneRequired("visit", "all", "receipt")
	c.MarkFlagsOneRequired("out", "what")
	c.MarkFlagsMutuallyExclusive("profile", "all")
	c.MarkFlagsMutuallyExclusive("profile", "receipt")
	c.MarkFlagsMutuallyExclusive("attachments", "receipt")
	c.MarkFlagsMutuallyExclusive("plain", "passphrase-file")
	return c
}

// passphraseFlag adds the flag that names where a passphrase stands: never on
// the command line itself, which others on the computer can see.
func passphraseFlag(c *cobra.Command, into *string) {
	c.Flags().StringVar(into, "passphrase-file", "", "file whose first line is the passphrase of a sealed bundle; - for the input")
}

// passphrase reads the passphrase of a file, "" where none is named.
func (l *line) passphrase(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	raw, err := l.read(file)
	if err != nil {
		return "", fault.New("fault.file_unreadable", "File", file, err)
	}
	text := seal.Passphrase(string(raw))
	if text == "" {
		return "", fault.New("fault.passphrase_empty", "File", file)
	}
	return text, nil
}

// profiles are the names of profiles on the command line.
var profiles = map[string]bundle.Profile{
	"":         bundle.ProfilePartner,
	"partner":  bundle.ProfilePartner,
	"contacts": bundle.ProfileContacts,
	"internal": bundle.ProfileInternal,
	"public":   bundle.ProfilePublic,
	"all":      bundle.ProfileAll,
}

// complete reads what the flags name.
func (l *line) complete(d *desk.Desk, o *outgoing) (seal.Lock, error) {
	profile, ok := profiles[o.profile]
	if !ok || profile == bundle.ProfileAll {
		return seal.Lock{}, fault.New("fault.no_such_profile", "Profile", o.profile)
	}
	if !o.scope.All && !o.scope.Receipt {
		o.scope.Profile = profile
	}
	if o.scope.Receipt && o.to == "" {
		return seal.Lock{}, fault.New("fault.receipt_to_nobody")
	}
	passphrase, err := l.passphrase(o.passphraseFile)
	if err != nil {
		return seal.Lock{}, err
	}
	lock := seal.Lock{Passphrase: passphrase}
	if o.to == "" {
		return lock, nil
	}
	if o.to == d.OfficeID() {
		o.scope.To = o.to
		return lock, nil
	}
	partners, err := d.PartnerNamed(o.to)
	if err != nil {
		return seal.Lock{}, err
	}
	o.scope.To = partners[0].Office
	if passphrase == "" && !o.plain {
		lock.Recipients = desk.SealTo(partners)
	}
	return lock, nil
}

func (l *line) export(d *desk.Desk, o outgoing) error {
	lock, err := l.complete(d, &o)
	if err != nil {
		return err
	}
	if o.out == "" {
		b, err := d.Draft(o.scope)
		if err != nil {
			return err
		}
		return l.tellDisclosures(d, b, true)
	}
	b, err := d.Export(o.scope)
	if err != nil {
		return err
	}
	out := l.path(o.out)
	if info, err := os.Stat(out); err == nil && info.IsDir() {
		out = filepath.Join(out, d.BundleName(b, civil.DateOf(d.Now()), lock.Kind() != seal.Plain))
	}
	if err := d.WriteBundle(b, lock, out); err != nil {
		return err
	}
	if err := d.Sent(b, out); err != nil {
		return err
	}
	l.sayExported(b, out)
	if o.scope.Files {
		l.say("files.sent", "Count", len(b.Attachments))
	}
	if o.what {
		return l.tellDisclosures(d, b, true)
	}
	if b.Profile.Confidential() || b.Profile == bundle.ProfileContacts {
		return l.tellDisclosures(d, b, false)
	}
	return nil
}

// sayExported says what was written and how it is protected.
func (l *line) sayExported(b *bundle.Bundle, out string) {
	keys := map[bundle.Profile]string{
		bundle.ProfilePartner: "cli.export_visit", bundle.ProfileContacts: "cli.export_contacts",
		bundle.ProfileInternal: "cli.export_internal", bundle.ProfilePublic: "cli.export_public",
		bundle.ProfileAll: "cli.export_all", bundle.ProfileReceipt: "cli.export_receipt",
	}
	l.say(keys[b.Profile], "File", out, "Count", len(b.Records))
	switch {
	case b.Sealed == seal.WithPassphrase:
		l.say("cli.sealed_passphrase")
	case b.Sealed == seal.WithKey:
		l.say("cli.sealed_key")
	case b.To != "":
		l.say("cli.sealed_not")
	case b.Profile.Confidential():
		l.say("cli.sealed_should")
	}
}

// fewPeople is how many people are named after an export without being asked.
const fewPeople = 20

// tellDisclosures says which personal fields of whom are in a bundle.
func (l *line) tellDisclosures(d *desk.Desk, b *bundle.Bundle, values bool) error {
	list, named := d.Disclosures(b)
	if l.json {
		return l.printJSON(disclosuresOf(list, named))
	}
	if len(list) == 0 {
		l.say("cli.what_none", "Named", named)
		return nil
	}
	l.say("cli.what_some", "Count", len(list), "Named", named)
	if !values && len(list) > fewPeople {
		return nil
	}
	for _, one := range list {
		var parts []string
		for _, f := range one.Fields {
			text := l.words.Field(one.Kind, f.Name)
			if values {
				text += ": " + strings.Join(f.Values, " / ")
			}
			parts = append(parts, text)
		}
		_, _ = fmt.Fprintf(l.env.Stdout, "  %s “%s”: %s\n", l.words.Kind(one.Kind), one.Label, strings.Join(parts, "; "))
	}
	return nil
}

// disclosures is what --json prints of what would leave.
type disclosures struct {
	Named    int              `json:"named"`
	Personal []disclosedThing `json:"personal"`
}

type disclosedThing struct {
	ID     string              `json:"id"`
	Kind   plan.Kind           `json:"kind"`
	Label  string              `json:"label"`
	Fields map[string][]string `json:"fields"`
}

func disclosuresOf(list []desk.Disclosed, named int) disclosures {
	out := disclosures{named, []disclosedThing{}}
	for _, one := range list {
		thing := disclosedThing{one.ID, one.Kind, one.Label, map[string][]string{}}
		for _, f := range one.Fields {
			thing.Fields[f.Name] = f.Values
		}
		out.Personal = append(out.Personal, thing)
	}
	return out
}
