package command

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
	"nhipcau/app/vietnamese"
)

// openBundle reads the bundle of a file. The data folder is opened first only
// where the file is sealed to a key, for the keys are those of the office.
func (l *line) openBundle(file, passphraseFile string) (*bundle.Bundle, error) {
	passphrase, err := l.passphrase(passphraseFile)
	if err != nil {
		return nil, err
	}
	path := l.path(file)
	b, err := readBundle(path, passphrase)
	if fault.KeyOf(err) != "fault.seal_not_for_us" {
		return b, err
	}
	withKeys := l.withDesk(mustExist, func(d *desk.Desk) error {
		b, err = withFile(path, func(f *os.File) (*bundle.Bundle, error) { return d.OpenBundle(f, passphrase) })
		return err
	})
	if fault.KeyOf(withKeys) == "fault.no_data_folder" {
		return nil, err
	}
	return b, withKeys
}

// readBundle reads a bundle that is sealed with a passphrase, or not at all.
func readBundle(path, passphrase string) (*bundle.Bundle, error) {
	return withFile(path, func(f *os.File) (*bundle.Bundle, error) {
		return bundle.Open(f, seal.Secrets{Passphrase: passphrase})
	})
}

func withFile(path string, read func(*os.File) (*bundle.Bundle, error)) (*bundle.Bundle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	return read(f)
}

// sayTrust says what the signature of a bundle is worth, where there is anything
// to say.
func (l *line) sayTrust(b *bundle.Bundle, t desk.Trust) {
	args := []any{"From", l.sender(b.From.ShownName()), "Fingerprint", t.Fingerprint, "Known", t.Known}
	switch t.Verdict {
	case desk.TrustKnown:
		l.say("cli.trust_known", args...)
	case desk.TrustFirst:
		l.say("cli.trust_first", args...)
	case desk.TrustChanged:
		l.say("cli.trust_changed", args...)
	case desk.TrustMissing:
		l.say("cli.trust_missing", args...)
	case desk.TrustUnsigned:
		l.say("cli.trust_unsigned", args...)
	}
}

// sayOlder says that a newer bundle of the same sender is here already.
func (l *line) sayOlder(d *desk.Desk, b *bundle.Bundle) error {
	newer, err := d.NewerThan(b)
	if newer > 0 {
		l.say("cli.older", "Number", b.Seq, "Newer", newer)
	}
	return err
}

func (l *line) sender(name string) string {
	if name == "" {
		return l.words.Say("exchange.nameless")
	}
	return name
}

func (l *line) keyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "key", Short: "Print the fingerprint of our key, to be compared over the telephone", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.key(d) })
		}),
	}
}

func (l *line) key(d *desk.Desk) error {
	keys, err := d.Keys()
	if err != nil {
		return err
	}
	if keys == nil {
		return fault.New("fault.no_keys")
	}
	print := seal.Fingerprint(keys.Key())
	if l.json {
		return l.printJSON(map[string]string{"office": d.OfficeID(), "fingerprint": print, "key": keys.Key(), "seal": keys.Recipient()})
	}
	l.say("cli.key", "Fingerprint", print, "Key", keys.Key(), "Recipient", keys.Recipient())
	return nil
}

func (l *line) partnersCommand() *cobra.Command {
	return &cobra.Command{
		Use: "partners", Short: "List with whom bundles are exchanged, and what has not arrived", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.partners(d) })
		}),
	}
}

// partnerLine is what --json prints of a partner.
type partnerLine struct {
	desk.Partner
	Fingerprint string `json:"fingerprint,omitempty"`
	Gaps        []int  `json:"gaps"`
}

func (l *line) partners(d *desk.Desk) error {
	all, err := d.Partners()
	if err != nil {
		return err
	}
	if l.json {
		lines := []partnerLine{}
		for _, p := range all {
			lines = append(lines, partnerLine{p, seal.Fingerprint(p.Key), append([]int{}, p.Gaps()...)})
		}
		return l.printJSON(map[string]any{"partners": lines})
	}
	for _, p := range all {
		l.say("cli.partner", "Name", l.sender(p.Name), "Replica", p.Replica, "Office", p.Office,
			"Heard", vietnamese.FormatDate(civil.DateOf(p.Heard.Local())), "Newest", p.Newest(), "Count", len(p.Received))
		if print := seal.Fingerprint(p.Key); print != "" {
			l.sayBelow("cli.partner_key", "Fingerprint", print)
		} else {
			l.sayBelow("cli.partner_no_key")
		}
		for _, n := range p.Gaps() {
			l.sayBelow("cli.partner_gap", "Number", n)
		}
	}
	return nil
}

// sayBelow prints a sentence that belongs to the line above.
func (l *line) sayBelow(key string, args ...any) {
	_, _ = fmt.Fprintln(l.env.Stdout, "  "+l.words.Say(key, args...))
}

func (l *line) sentCommand() *cobra.Command {
	return &cobra.Command{
		Use: "sent", Short: "List what has left this computer, when, by whom and for whom", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.sent(d) })
		}),
	}
}

func (l *line) sent(d *desk.Desk) error {
	all, err := d.SentBundles()
	if err != nil {
		return err
	}
	standing, err := d.StandingBundles()
	if err != nil {
		return err
	}
	all = append(standing, all...)
	listed, err := d.SentLists()
	if err != nil {
		return err
	}
	if l.json {
		return l.printJSON(map[string]any{"sent": append([]desk.SentBundle{}, all...), "lists": append([]desk.SentList{}, listed...)})
	}
	for _, one := range all {
		parts := []string{
			strconv.Itoa(one.Seq), vietnamese.FormatDate(civil.DateOf(one.At.Local())), one.Author, one.File,
			string(one.Profile), one.ToName, one.Visit,
		}
		_, _ = fmt.Fprintln(l.env.Stdout, strings.Join(parts, "\t"))
	}
	l.sentLists(listed)
	return nil
}

// sentLists prints lists with something personal like bundles without a number.
func (l *line) sentLists(listed []desk.SentList) {
	for _, one := range listed {
		what := strings.TrimSpace(string(one.Kind) + " " + string(one.Variant))
		parts := []string{"-", vietnamese.FormatDate(civil.DateOf(one.At.Local())), one.Author, one.File, what, "", one.Visit}
		_, _ = fmt.Fprintln(l.env.Stdout, strings.Join(parts, "\t"))
	}
}
