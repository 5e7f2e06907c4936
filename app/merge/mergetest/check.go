package mergetest

import (
	"errors"
	"fmt"
	"slices"

	"nhipcau/app/merge"
)

// check compares what stands at every installation with what must.
func (h *History) check() error {
	for _, n := range h.nodes {
		if err := h.checkNode(n); err != nil {
			return fmt.Errorf("%s: %w", n.replica, err)
		}
	}
	return nil
}

func (h *History) checkNode(n *node) error {
	for _, field := range append([]string{merge.DelField}, Fields...) {
		var got []int
		for _, d := range n.record.Fields[field].Dots() {
			got = append(got, h.ids[key{d, field}])
		}
		slices.Sort(got)
		if want := h.standing(n.known, field); !slices.Equal(got, want) {
			return fmt.Errorf("%s: writes %v stand, want %v", field, got, want)
		}
	}
	if got, want := n.record.Conflicts(), h.conflicts(n.known); !slices.Equal(got, want) {
		return fmt.Errorf("conflicts %v, want %v", got, want)
	}
	trashed, contested := n.record.Trashed()
	if wantTrashed, wantContested := h.trash(n.known); trashed != wantTrashed || contested != wantContested {
		return fmt.Errorf("trashed %v, contested %v; want %v, %v", trashed, contested, wantTrashed, wantContested)
	}
	return nil
}

// Finish brings everything to everybody: all must then hold the same bytes, and
// claim nothing that was not written.
func (h *History) Finish() error {
	for range 2 {
		for _, from := range h.nodes {
			for _, to := range h.nodes {
				p, err := h.pack(from)
				if err == nil {
					err = h.accept(to, p)
				}
				if err != nil {
					return err
				}
			}
		}
	}
	if err := h.check(); err != nil {
		return fmt.Errorf("after full exchange: %w", err)
	}
	return h.same()
}

func (h *History) same() error {
	first, err := h.pack(h.nodes[0])
	if err != nil {
		return err
	}
	for _, n := range h.nodes {
		p, err := h.pack(n)
		switch {
		case err != nil:
			return err
		case p.packed != first.packed || !n.record.Equal(h.nodes[0].record):
			return fmt.Errorf("replicas differ after full exchange:\n%s\n%s", first.packed, p.packed)
		case len(n.record.Clashes()) > 0:
			return fmt.Errorf("clashes %v", n.record.Clashes())
		case len(n.record.Unbacked(h.minters())) > 0:
			return errors.New("a context claims what nobody wrote")
		}
	}
	return nil
}

// Packed gives the record of each installation, and every bundle ever sent, as
// a bundle holds them: material for other readers of the same format.
func (h *History) Packed() ([]string, error) {
	var out []string
	for _, n := range h.nodes {
		p, err := h.pack(n)
		if err != nil {
			return nil, err
		}
		out = append(out, p.packed)
	}
	for _, p := range h.parcels {
		out = append(out, p.packed)
	}
	return out, nil
}
