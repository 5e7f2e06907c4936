package command

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

func (l *line) conflictsCommand() *cobra.Command {
	var visit string
	c := &cobra.Command{
		Use: "conflicts", Short: "List where offices differ, until a person chooses", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				if visit != "" && !d.HasVisit(visit) {
					return fault.New("fault.no_such_visit", "ID", visit)
				}
				return l.printOpen(d, visit)
			})
		}),
	}
	c.Flags().StringVar(&visit, "visit", "", "only records of this visit")
	return c
}

// openRecord is a record that asks for a choice, as --json prints it.
type openRecord struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Label string `json:"label"`
	Visit string `json:"visit,omitempty"`
	// Contested says that it was deleted in one place and edited in another.
	Contested bool                 `json:"contested"`
	Fields    map[string]openField `json:"fields"`
}

type openField struct {
	Values []desk.Alternative `json:"values"`
	// Base is what both offices had before, left out where it is not known;
	// Both is what --take both would write, left out where it is not offered.
	Base json.RawMessage `json:"base,omitempty"`
	Both json.RawMessage `json:"both,omitempty"`
}

func (l *line) printOpen(d *desk.Desk, visit string) error {
	open := []openRecord{}
	for _, item := range d.Open().Items {
		it, ok := d.Record(item.ID)
		if !ok || visit != "" && it.Visit != visit {
			continue
		}
		if !l.json {
			_, _ = fmt.Fprintf(l.env.Stdout, "%s  %s  %s\n", it.ID, l.words.Kind(plan.Kind(it.Kind)), it.Label)
			l.printConflicts(it, func(name string) string { return l.words.Field(plan.Kind(it.Kind), name) })
		}
		open = append(open, openOf(it, item))
	}
	if l.json {
		return l.printJSON(map[string]any{"conflicts": open})
	}
	if len(open) == 0 {
		l.say("cli.nothing_open")
	}
	return nil
}

func openOf(it desk.Item, item desk.PreviewItem) openRecord {
	out := openRecord{it.ID, it.Kind, it.Label, it.Visit, it.Contested, map[string]openField{}}
	for _, f := range item.Fields() {
		out.Fields[f.Name] = openField{it.Conflicts[f.Name], f.Base(), f.Both()}
	}
	return out
}

func (l *line) resolveCommand() *cobra.Command {
	var value, take string
	c := &cobra.Command{
		Use: "resolve ID FIELD (--value VALUE | --take mine|theirs|both)", Short: "Settle a field on which offices differ", Args: cobra.ExactArgs(2),
	}
	c.Flags().StringVar(&value, "value", "", "what is to stand: one of the values, or another")
	c.Flags().StringVar(&take, "take", "", "mine (written on this computer), theirs, or both")
	c.MarkFlagsMutuallyExclusive("value", "take")
	c.MarkFlagsOneRequired("value", "take")
	c.RunE = l.run(func(args []string) error {
		return l.withDesk(mustExist, func(d *desk.Desk) error {
			act := func() error { return resolveValue(l.parser(d), args[0], args[1], value) }
			if c.Flags().Changed("take") {
				act = func() error { return resolveTake(d, args[0], args[1], desk.Take(take)) }
			}
			if err := act(); err != nil {
				return err
			}
			return l.report(d, args[0])
		})
	})
	return c
}

// openValues gives the values of a field that is open.
func openValues(d *desk.Desk, id, field string) (desk.Item, []desk.Alternative, error) {
	it, ok := d.Record(id)
	if !ok {
		return it, nil, fault.New("fault.no_such_record", "ID", id)
	}
	values := it.Conflicts[field]
	if len(values) == 0 {
		return it, nil, fault.New("fault.not_open", "Field", field, "ID", id)
	}
	return it, values, nil
}

// resolveValue lets a value stand: one of those that are there, as conflicts
// prints it, or another as a person writes it.
func resolveValue(p parser, id, field, text string) error {
	d := p.desk
	it, values, err := openValues(d, id, field)
	if err != nil {
		return err
	}
	for _, one := range values {
		if text == string(one.Value) || text == plain(one.Value) {
			return d.Choose(id, field, one.Value)
		}
	}
	r, ok := desk.Get[plan.Record](d, id)
	if !ok {
		return fault.New("fault.no_such_choice", "Field", field, "ID", it.ID)
	}
	if err := p.assign(r, []string{field + "=" + text}); err != nil {
		return err
	}
	return d.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return tx.Put(r, field) })
}

func resolveTake(d *desk.Desk, id, field string, take desk.Take) error {
	_, values, err := openValues(d, id, field)
	if err != nil {
		return err
	}
	switch take {
	case desk.TakeMine, desk.TakeTheirs:
		return resolveSide(d, id, field, values, take == desk.TakeMine)
	case desk.TakeBoth:
		var c desk.Choices
		c.Pick(id, field, take)
		_, err := d.Settle(d.Open(), c)
		return err
	}
	return fault.New("fault.not_a_take", "Value", string(take))
}

// resolveSide lets the one value stand that is, or is not, of this computer.
func resolveSide(d *desk.Desk, id, field string, values []desk.Alternative, mine bool) error {
	side := slices.DeleteFunc(slices.Clone(values), func(a desk.Alternative) bool { return a.Mine != mine })
	if len(side) != 1 {
		return fault.New("fault.side_unclear", "Field", field, "ID", id, "Count", len(side))
	}
	return d.Choose(id, field, side[0].Value)
}
