package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/sheet"
	"nhipcau/app/vietnamese"
)

// attendeesImport are the flags of attendees import.
type attendeesImport struct {
	visit, side              string
	dryRun, directory, again bool
}

func (l *line) attendeesCommand() *cobra.Command {
	var o attendeesImport
	read := &cobra.Command{
		Use:   "import FILE --visit ID --side guest|host [--dry-run]",
		Short: "Add people from a workbook (.xlsx) or a text of rows (.csv)", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			side := plan.Side(o.side)
			if side != plan.Guest && side != plan.Host {
				return fault.New("fault.unknown_side", "Value", o.side)
			}
			s, err := sheet.Open(l.path(args[0]))
			if err != nil {
				return err
			}
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.importAttendees(d, o, side, s) })
		}),
	}
	flags := read.Flags()
	flags.StringVar(&o.visit, "visit", "", "the visit")
	flags.StringVar(&o.side, "side", "", "to which delegation they are added: guest or host")
	flags.BoolVar(&o.dryRun, "dry-run", false, "only say who would be added")
	flags.BoolVar(&o.directory, "directory", false, "put them into the directory as well")
	flags.BoolVar(&o.again, "again", false, "also those whose name is on the list already")
	_ = read.MarkFlagRequired("visit") // the flags are there
	_ = read.MarkFlagRequired("side")
	c := &cobra.Command{Use: "attendees", Short: "Work on delegations"}
	c.AddCommand(read)
	return c
}

// importedPeople is what attendees import prints as JSON.
type importedPeople struct {
	Added []importedPerson `json:"added"`
	// Skipped are the names that are on the list already.
	Skipped []string `json:"skipped"`
	// Unnamed and LeftOut count rows without a name, and those beyond the most
	// that is read.
	Unnamed int  `json:"unnamed"`
	LeftOut int  `json:"left_out"`
	DryRun  bool `json:"dry_run"`
	// Unread names columns that were not understood, Unanswered the answers to
	// the invitation that were not.
	Unread     []string `json:"unread_columns,omitempty"`
	Unanswered []string `json:"unread_attendance,omitempty"`
}

type importedPerson struct {
	ID    string `json:"id,omitempty"`
	Name  string `json:"name"`
	Posts string `json:"posts,omitempty"`
	Unit  string `json:"unit,omitempty"`
	Role  string `json:"role,omitempty"`
	// Attendance is confirmed, declined or empty.
	Attendance plan.Attendance `json:"attendance,omitempty"`
}

func (l *line) importAttendees(d *desk.Desk, o attendeesImport, side plan.Side, s sheet.Sheet) error {
	if !d.HasVisit(o.visit) {
		return fault.New("fault.no_such_visit", "ID", o.visit)
	}
	entries := s.Entries()
	out := importedPeople{Added: []importedPerson{}, Skipped: []string{}, Unnamed: len(s.Rows) - len(entries), LeftOut: s.LeftOut, DryRun: o.dryRun, Unread: s.Unread(), Unanswered: s.Unanswered()}
	there := map[string]bool{}
	for _, p := range d.Delegation(o.visit, side) {
		there[vietnamese.ToneKey(p.Attendee.Name)] = !o.again
	}
	var wanted []plan.Entry
	for _, e := range entries {
		if there[vietnamese.ToneKey(e.Name)] {
			out.Skipped = append(out.Skipped, e.Name)
			continue
		}
		wanted = append(wanted, e)
		out.Added = append(out.Added, importedPerson{Name: e.Name, Posts: e.Posts, Unit: e.Unit, Role: e.Role, Attendance: e.Attendance})
	}
	if !o.dryRun && len(wanted) > 0 {
		ids, err := d.AddAttendees(o.visit, side, wanted, o.directory)
		if err != nil {
			return err
		}
		for i, id := range ids {
			out.Added[i].ID = id
		}
	}
	if l.json {
		return l.printJSON(out)
	}
	l.tellImported(out)
	return nil
}

func (l *line) tellImported(out importedPeople) {
	for _, p := range out.Added {
		_, _ = fmt.Fprintln(l.env.Stdout, strings.TrimSpace(strings.Join(append([]string{p.ID, p.Name, p.Posts, p.Unit}, l.standing(p)...), "\t")))
	}
	if out.DryRun {
		l.say("cli.people_would_be_added", "Count", len(out.Added))
	} else {
		l.say("cli.people_added", "Count", len(out.Added))
	}
	if n := len(out.Skipped); n > 0 {
		l.say("cli.people_skipped", "Count", n, "Names", out.Skipped)
	}
	if out.Unnamed > 0 {
		l.say("cli.people_unnamed", "Count", out.Unnamed)
	}
	if out.LeftOut > 0 {
		l.say("cli.people_left_out", "Count", out.LeftOut)
	}
	if len(out.Unread) > 0 {
		l.say("cli.people_columns_unread", "Names", out.Unread)
	}
	if len(out.Unanswered) > 0 {
		l.say("cli.people_attendance_unread", "Names", out.Unanswered)
	}
}

// standing words the role that was read, often from a column of notes, and
// whether somebody comes.
func (l *line) standing(p importedPerson) []string {
	var out []string
	if p.Role != "" {
		out = append(out, l.words.Enum(plan.KindAttendee, "role", p.Role))
	}
	if p.Attendance != "" {
		out = append(out, l.words.Enum(plan.KindAttendee, "attendance", string(p.Attendance)))
	}
	return out
}
