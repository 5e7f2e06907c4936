package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// figure makes one of the host's figures for 2022 to 2024.
func figure(measure, value string, asOf civil.Date, parts ...string) *plan.Indicator {
	i := &plan.Indicator{Locality: "l", Measure: measure, Year: 2022, YearTo: 2024, AsOf: asOf, Value: value}
	i.ID = measure
	for _, p := range parts {
		i.Parts = append(i.Parts, plan.Part{Value: p})
	}
	return i
}

// The figures are those of the host in the public article on the visit of 10
// June 2024.
func TestFigureWarnings(t *testing.T) {
	otherYear := figure("giai_ngan", "1", "")
	otherYear.Year = 2021
	for _, c := range []struct {
		name    string
		figures []*plan.Indicator
		want    []string
	}{
		{"the article", []*plan.Indicator{
			figure("von_giao", "365032", "", "274919", "90113"),
			figure("giai_ngan", "170316", day1), figure("tl_giai_ngan", "46.66", day1),
		}, nil},
		{"parts that do not give the total", []*plan.Indicator{figure("von_giao", "365032", "", "274919", "90112")}, []string{"parts_not_total von_giao"}},
		{"parts within the tolerance", []*plan.Indicator{figure("tl", "100", "", "75.31", "24.7")}, nil},
		{"parts beyond the tolerance", []*plan.Indicator{figure("tl", "100", "", "75.31", "24.701")}, []string{"parts_not_total tl"}},
		{"parts that cannot be read", []*plan.Indicator{figure("tl", "100", "", "75,31", "1")}, nil},
		{"a rate that its components contradict", []*plan.Indicator{
			figure("von_giao", "365032", ""), figure("giai_ngan", "170316", day1), figure("tl_giai_ngan", "46.68", day1),
		}, []string{"rate_differs tl_giai_ngan giai_ngan von_giao"}},
		{"a rate within the tolerance", []*plan.Indicator{
			figure("von_giao", "365032", ""), figure("giai_ngan", "170316", day1), figure("tl_giai_ngan", "46.67", day1),
		}, nil},
		{"a component of another day", []*plan.Indicator{
			figure("von_giao", "365032", ""), figure("giai_ngan", "1", day2), figure("tl_giai_ngan", "46.66", day1),
		}, nil},
		{"the same day goes before no day", []*plan.Indicator{
			figure("von_giao", "365032", ""), figure("giai_ngan", "1", ""), figure("giai_ngan", "170316", day1), figure("tl_giai_ngan", "46.66", day1),
		}, nil},
		{"a component of another year", []*plan.Indicator{
			figure("von_giao", "365032", ""), otherYear, figure("tl_giai_ngan", "46.66", ""),
		}, nil},
		{"nothing of nothing", []*plan.Indicator{
			figure("von_giao", "0", ""), figure("giai_ngan", "0", ""), figure("tl_giai_ngan", "0", ""),
		}, nil},
		{"several parts of a whole", []*plan.Indicator{
			figure("so_ho", "1000", ""), figure("ho_ngheo", "100", ""), figure("ho_can_ngheo", "50", ""),
			figure("tl_ngheo", "10", ""), figure("tl_ngheo_da_chieu", "10", ""),
		}, []string{"rate_differs tl_ngheo_da_chieu ho_ngheo ho_can_ngheo so_ho"}},
	} {
		if diff := cmp.Diff(c.want, found(plan.FigureWarnings(c.figures))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPartsThatGiveTheTotalNeverWarn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.StringMatching(`-?[1-9][0-9]{0,9}(\.[0-9]{0,2}[1-9])?`), 1, 8).Draw(t, "parts")
		sum, err := vietnamese.Sum(parts...)
		if err != nil {
			t.Fatal(err)
		}
		if i, bad := plan.PartsWarning(figure("x", sum, "", parts...)); bad {
			t.Fatalf("%v = %s: %+v", parts, sum, i)
		}
		off, err := vietnamese.Sum(sum, "0.011")
		if err != nil {
			t.Fatal(err)
		}
		if _, bad := plan.PartsWarning(figure("x", off, "", parts...)); !bad {
			t.Fatalf("%v = %s was let pass", parts, off)
		}
	})
}
