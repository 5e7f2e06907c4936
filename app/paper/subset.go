package paper

// Only returns those pages of a document that the indexes name, counted from 0, in their order: the display lists, numbers and fonts stay
// what they are, so that page 3 printed alone is page 3. An index that is not there is left out. Whatever a printer, a filter or a driver
// makes of "pages 2-3", it can't get this wrong.
func (p *Pages) Only(indexes []int) *Pages {
	out := *p
	out.List = make([]Page, 0, len(indexes))
	for _, i := range indexes {
		if i >= 0 && i < len(p.List) {
			out.List = append(out.List, p.List[i])
		}
	}
	return &out
}
