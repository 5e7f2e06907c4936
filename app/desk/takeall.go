package desk

import (
	"encoding/json"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// TakeAll gives the choices that settle all that differs in favour of one
// side. Both is only for words: other fields stay open. Of a record that one
// side has deleted, mine and theirs say whether it is kept.
func (d *Desk) TakeAll(p *Preview, take Take) (Choices, error) {
	var c Choices
	if take != TakeMine && take != TakeTheirs && take != TakeBoth {
		return c, fault.New("fault.not_a_take", "Value", string(take))
	}
	for i, item := range p.Items {
		pr := p.pairs[i]
		if pr.after == nil || item.binned {
			continue
		}
		for _, name := range pr.after.Conflicts() {
			if value := pr.sideOf(name, take); value != nil {
				c.PickValue(item.ID, name, value)
			} else if take == TakeBoth {
				c.pickBoth(item.ID, name, d.both(pr.after, name))
			}
		}
		if item.Contested && take != TakeBoth {
			c.Pick(item.ID, Deletion, pr.keepOrDelete(item, take))
		}
	}
	return c, nil
}

// sideOf is the value of one side in a field that differs, also where it has
// stood open since an earlier import: mine is then what the other side does not
// have.
func (pr pair) sideOf(name string, take Take) json.RawMessage {
	theirs := pr.theirs.Fields[name]
	switch {
	case take == TakeTheirs && len(theirs.Values) > 0:
		return orNull(theirs.Shown().JSON)
	case take != TakeMine || pr.mine == nil:
		return nil
	}
	mine := pr.mine.Fields[name]
	for _, v := range mine.Values {
		if !holds(theirs, v.Dot) {
			return orNull(v.JSON)
		}
	}
	if len(mine.Values) == 0 {
		return nil
	}
	return orNull(mine.Shown().JSON)
}

func holds(f merge.Field, dot merge.Dot) bool {
	for _, v := range f.Values {
		if v.Dot == dot {
			return true
		}
	}
	return false
}

// keepOrDelete is what one side has done to a record that is contested.
func (pr pair) keepOrDelete(item PreviewItem, take Take) Take {
	gone := item.TrashedHere
	if take == TakeTheirs {
		gone, _ = pr.theirs.Trashed()
	}
	if gone {
		return TakeDelete
	}
	return TakeKeep
}
