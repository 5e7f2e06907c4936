package command

import (
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/printout"
)

// listOptions are the flags of export-list.
type listOptions struct {
	visit, person, variant, side, out string
	internal                          bool
}

func (l *line) exportListCommand() *cobra.Command {
	var o listOptions
	c := &cobra.Command{
		Use:   "export-list KIND [--visit ID] --out FILE.xlsx|.csv|.ics|.vcf",
		Short: "Write a list for a spreadsheet, a calendar or an address book, e.g. delegation", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			ask, err := o.ask(args[0])
			if err != nil {
				return err
			}
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.exportList(d, o, ask) })
		}),
	}
	flags := c.Flags()
	flags.StringVar(&o.visit, "visit", "", "the visit")
	flags.StringVar(&o.person, "person", "", "the calendar of one attendee or person of the directory")
	flags.StringVar(&o.variant, "variant", "", "which list of a delegation: A for the partner, B logistics, C tickets, D for signing, E for a meeting")
	flags.StringVar(&o.side, "side", "", "which delegation: guest or host")
	flags.BoolVar(&o.internal, "internal", false, "with what stays in the office: internal items, telephone numbers, mail")
	flags.StringVar(&o.out, "out", "", "the file to write; its ending says the format")
	_ = c.MarkFlagRequired("out") // the flag is there
	return c
}

// ask reads what is asked for.
func (o listOptions) ask(kind string) (lists.Ask, error) {
	form, ok := lists.FormOf(kind)
	if !ok {
		return lists.Ask{}, fault.New("fault.unknown_list", "Kind", kind, "Known", knownLists())
	}
	ask := lists.Ask{Kind: form.Kind, Side: plan.Side(o.side), Internal: o.internal, Person: o.person}
	if o.side != "" && ask.Side != plan.Guest && ask.Side != plan.Host {
		return ask, fault.New("fault.unknown_side", "Value", o.side)
	}
	if form.Kind != lists.Delegation {
		if o.variant != "" || o.side != "" {
			return ask, fault.New("fault.list_has_no_variant", "Kind", string(form.Kind))
		}
		return ask, nil
	}
	if ask.Variant, ok = lists.VariantNamed(o.variant); !ok {
		return ask, fault.New("fault.unknown_list_form", "Value", o.variant)
	}
	return ask, nil
}

func knownLists() string {
	var names []string
	for _, f := range lists.Forms() {
		names = append(names, string(f.Kind))
	}
	return strings.Join(names, ", ")
}

func (l *line) exportList(d *desk.Desk, o listOptions, ask lists.Ask) error {
	path := l.path(o.out)
	old, err := setAside(path)
	if err != nil {
		return err
	}
	written, err := d.WriteList(o.visit, ask, path, printout.Creator(l.env.Version))
	if err != nil {
		old.back()
		return err
	}
	l.sayReplaced(old, path)
	if l.json {
		return l.printJSON(written)
	}
	l.say("cli.list_written", "File", path, "Count", written.Rows)
	if written.Personal > 0 {
		l.say("cli.list_personal", "Count", written.Personal)
	}
	if written.Undated > 0 {
		l.say("cli.list_undated", "Count", written.Undated)
	}
	if written.Cut > 0 {
		l.say("cli.list_cut", "Count", written.Cut)
	}
	return nil
}
