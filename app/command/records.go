package command

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

func (l *line) listCommand() *cobra.Command {
	var visit string
	c := &cobra.Command{
		Use: "list KIND", Short: "List the records of a kind, e.g. visits", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			decl, err := declaration(args[0])
			if err != nil {
				return err
			}
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				if visit != "" && !d.HasVisit(visit) {
					return fault.New("fault.no_such_visit", "ID", visit)
				}
				return l.printItems(d.List(decl.Kind, visit))
			})
		}),
	}
	c.Flags().StringVar(&visit, "visit", "", "only records of this visit")
	return c
}

func declaration(kind string) (*plan.Declaration, error) {
	decl, ok := plan.DeclarationOf(kind)
	if ok {
		return decl, nil
	}
	var known []string
	for _, d := range plan.Declarations() {
		known = append(known, string(d.Kind))
	}
	return nil, fault.New("fault.unknown_kind", "Kind", kind, "Known", strings.Join(known, ", "))
}

func (l *line) showCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: "Show one record", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				it, ok := d.Record(args[0])
				if !ok {
					return fault.New("fault.no_such_record", "ID", args[0])
				}
				return l.printItem(it)
			})
		}),
	}
}

func (l *line) findCommand() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use: "find TEXT", Short: "Find records by their words, with or without marks", Args: cobra.MinimumNArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				return l.printItems(d.Find(strings.Join(args, " "), limit))
			})
		}),
	}
	c.Flags().IntVar(&limit, "limit", 50, "at most so many")
	return c
}

func (l *line) newCommand() *cobra.Command {
	var input string
	c := &cobra.Command{
		Use: "new KIND [field=value ...]", Short: "Make a record", Args: cobra.MinimumNArgs(1),
		RunE: l.run(func(args []string) error {
			decl, err := declaration(args[0])
			if err != nil {
				return err
			}
			return l.withDesk(mayCreate, func(d *desk.Desk) error {
				return l.make(d, decl, input, args[1:])
			})
		}),
	}
	c.Flags().StringVar(&input, "input", "", "JSON file with the fields, - for standard input")
	return c
}

func (l *line) make(d *desk.Desk, decl *plan.Declaration, input string, args []string) error {
	r := decl.New()
	if input != "" {
		if err := l.fill(r, input); err != nil {
			return err
		}
	}
	if err := l.parser(d).assign(r, args); err != nil {
		return err
	}
	if err := d.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(r) }); err != nil {
		return err
	}
	return l.report(d, r.Meta().ID)
}

// fill reads the fields of a record from a JSON file: one object of fields, or
// the form that --json prints with one record in it.
func (l *line) fill(r plan.Record, input string) error {
	raw, err := l.read(input)
	if err != nil {
		return fault.New("fault.file_unreadable", "File", input, err)
	}
	var printed struct {
		Records []struct {
			Data json.RawMessage `json:"data"`
		} `json:"records"`
	}
	if json.Unmarshal(raw, &printed) == nil && len(printed.Records) == 1 {
		raw = printed.Records[0].Data
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return fault.New("fault.file_not_json", "File", input, err)
	}
	decl, _ := plan.DeclarationOf(string(r.Kind()))
	for name, value := range fields {
		f, ok := decl.Field(name)
		if !ok {
			return fault.New("fault.no_such_field", "Kind", decl.Kind, "Field", name, "Known", strings.Join(fieldNames(decl), ", "))
		}
		if err := setJSON(decl.Value(r, f), value); err != nil {
			return fault.New("fault.bad_value", "Field", name, "Value", string(value), err)
		}
	}
	return nil
}

func (l *line) read(input string) ([]byte, error) {
	if input == "-" {
		return io.ReadAll(l.env.Stdin)
	}
	return os.ReadFile(l.path(input))
}

// report prints the id of a record that was made or changed, or the record
// with --json.
func (l *line) report(d *desk.Desk, id string) error {
	if !l.json {
		_, err := fmt.Fprintln(l.env.Stdout, id)
		return err
	}
	it, _ := d.Record(id)
	return l.printItems([]desk.Item{it})
}

func (l *line) setCommand() *cobra.Command {
	return &cobra.Command{
		Use: "set ID field=value ...", Short: "Change fields of a record", Args: cobra.MinimumNArgs(2),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				r, ok := desk.Get[plan.Record](d, args[0])
				if !ok {
					return fault.New("fault.no_such_record", "ID", args[0])
				}
				if err := l.parser(d).assign(r, args[1:]); err != nil {
					return err
				}
				named := namedFields(args[1:])
				if err := d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(r, named...) }); err != nil {
					return err
				}
				return l.report(d, args[0])
			})
		}),
	}
}

// namedFields are the fields that assignments name.
func namedFields(assignments []string) []string {
	names := make([]string, len(assignments))
	for i, one := range assignments {
		name, _, _ := strings.Cut(one, "=")
		names[i] = strings.TrimSpace(name)
	}
	return names
}

func (l *line) deleteCommand() *cobra.Command {
	return l.onRecord("delete ID", "Move a record to the bin", "delete", (*desk.Tx).Delete)
}

func (l *line) restoreCommand() *cobra.Command {
	return l.onRecord("restore ID", "Bring a record back from the bin", "restore", (*desk.Tx).Restore)
}

func (l *line) onRecord(use, short, why string, act func(*desk.Tx, string) error) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				err := d.Do(desk.Step{Why: why}, func(tx *desk.Tx) error { return act(tx, args[0]) })
				if err != nil {
					return err
				}
				return l.report(d, args[0])
			})
		}),
	}
}

func (l *line) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			_, err := fmt.Fprintln(l.env.Stdout, "nhipcau "+l.env.Version)
			return err
		}),
	}
}
