package plan

import "nhipcau/app/vietnamese"

// Tolerance is by how much a figure may differ from what its parts give before
// somebody is asked to look: rounding to two places (domain notes, section 5.3).
const Tolerance = "0.01"

// PartsWarning says whether the parts of a figure do not give the total, by
// more than the tolerance. A figure without parts, or with one that cannot be
// read, is not judged. The figure itself is never replaced.
func PartsWarning(i *Indicator) (Issue, bool) {
	if len(i.Parts) == 0 {
		return Issue{}, false
	}
	values := make([]string, len(i.Parts))
	for n, p := range i.Parts {
		values[n] = p.Value
	}
	sum, err := vietnamese.Sum(values...)
	if err != nil {
		return Issue{}, false
	}
	if same, err := vietnamese.Within(sum, i.Value, Tolerance); err != nil || same {
		return Issue{}, false
	}
	return warning("parts", "warning.parts_not_total", []string{i.ID},
		"Sum", Figure(sum), "Total", Figure(i.Value)), true
}

// RateRule says that one measure is a percentage of others: Rate = 100 × the
// sum of Parts / Whole. The words are codes of the catalogue of measures.
type RateRule struct {
	Rate  string
	Parts []string
	Whole string
}

// RateRules lists the rates that are checked against their components: what
// was disbursed of the funds allocated, and households of all households.
func RateRules() []RateRule {
	return []RateRule{
		{"tl_giai_ngan", []string{"giai_ngan"}, "von_giao"},
		{"tl_ngheo", []string{"ho_ngheo"}, "so_ho"},
		{"tl_can_ngheo", []string{"ho_can_ngheo"}, "so_ho"},
		{"tl_ngheo_da_chieu", []string{"ho_ngheo", "ho_can_ngheo"}, "so_ho"},
	}
}

// FigureWarnings looks at the figures of localities: parts that do not give
// their total, and rates that their components contradict. Components are
// those of the same locality and years; one with the same as-of date goes
// before one without.
func FigureWarnings(figures []*Indicator) []Issue {
	var out []Issue
	for _, i := range figures {
		if issue, bad := PartsWarning(i); bad {
			out = append(out, issue)
		}
		for _, rule := range RateRules() {
			if rule.Rate != i.Measure {
				continue
			}
			if issue, bad := rateWarning(i, rule, figures); bad {
				out = append(out, issue)
			}
		}
	}
	return out
}

// rateWarning says whether a rate differs from what its components give.
func rateWarning(rate *Indicator, rule RateRule, figures []*Indicator) (Issue, bool) {
	whole := component(rate, rule.Whole, figures)
	if whole == nil {
		return Issue{}, false
	}
	ids, values := []string{rate.ID}, []string{}
	for _, measure := range rule.Parts {
		part := component(rate, measure, figures)
		if part == nil {
			return Issue{}, false
		}
		ids, values = append(ids, part.ID), append(values, part.Value)
	}
	sum, err := vietnamese.Sum(values...)
	if err != nil {
		return Issue{}, false
	}
	computed, err := vietnamese.Percent(sum, whole.Value, 2)
	if err != nil {
		return Issue{}, false
	}
	if same, err := vietnamese.Within(computed, rate.Value, Tolerance); err != nil || same {
		return Issue{}, false
	}
	return warning("value", "warning.rate_differs", append(ids, whole.ID),
		"Rate", Figure(rate.Value), "Part", Figure(sum), "Whole", Figure(whole.Value),
		"Computed", Figure(computed)), true
}

// component finds the figure of a measure that a rate was made from.
func component(rate *Indicator, measure string, figures []*Indicator) *Indicator {
	var found *Indicator
	for _, i := range figures {
		if i.Measure != measure || i.Locality != rate.Locality || i.Year != rate.Year || i.YearTo != rate.YearTo {
			continue
		}
		switch {
		case i.AsOf == rate.AsOf:
			return i
		case i.AsOf == "" || rate.AsOf == "":
			found = i
		}
	}
	return found
}
