package lists

import (
	"cmp"
	"slices"
	"strconv"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// visits is the list of all visits, the newest first.
func (s Source) visits(Ask) List {
	l := List{Title: "DANH SÁCH CHUYẾN CÔNG TÁC"}
	all := slices.Clone(s.Visits)
	slices.SortStableFunc(all, func(a, b *plan.Visit) int { return cmp.Compare(b.When.From, a.When.From) })
	fill(&l, "TT", all,
		col("Thời gian", 22, func(v *plan.Visit) string { return days(v.When) }),
		col("Chuyến công tác", 48, func(v *plan.Visit) string { return v.Title }),
		col("Nơi cử đoàn", 28, func(v *plan.Visit) string { return s.Place(v.Guest, v.When.From).Path }),
		col("Nơi đến", 28, s.hostsOf),
		col("Trạng thái", 18, func(v *plan.Visit) string { return s.Catalogue.VisitStatuses.Label(string(v.Status), language) }),
		col("Số người trong đoàn", 11, func(v *plan.Visit) string { return count(s.Attending[v.ID]) }).centred(),
		col("Chương trình, dự án", 36, func(v *plan.Visit) string { return s.programmeTitle(v.Programme) }),
		col("Nguồn kinh phí", 30, func(v *plan.Visit) string { return s.programmeTitle(v.Funding) }),
	)
	return l
}

func (s Source) hostsOf(v *plan.Visit) string {
	var names []string
	for _, id := range v.Hosts {
		names = append(names, s.Place(id, v.When.From).Path)
	}
	return joined("\n", names...)
}

// programmeTitle is the title of a programme or project; what is no code of the
// catalogue is what somebody wrote.
func (s Source) programmeTitle(code string) string {
	if p, ok := s.Catalogue.Programme(code); ok {
		return p.Title(language)
	}
	return code
}

// people is the directory in the order of names.
func (s Source) people(ask Ask) List {
	l := List{Title: "DANH BẠ ĐẠI BIỂU"}
	cells := []cell[*plan.Person]{
		col("Họ và tên", 26, func(p *plan.Person) string { return p.Name }),
		col("Chức vụ", 38, func(p *plan.Person) string { return joined(", ", p.Posts...) }),
		col("Đơn vị công tác", 30, func(p *plan.Person) string { return p.Unit }),
		col("Địa phương", 30, func(p *plan.Person) string { return s.Place(p.Locality, s.Today).Path }),
	}
	if ask.Internal {
		l.Lines = []string{"LƯU HÀNH NỘI BỘ"}
		cells = append(cells,
			col("Số điện thoại", 17, func(p *plan.Person) string { return p.Phone }).private(),
			col("Thư điện tử", 26, func(p *plan.Person) string { return p.Email }).private(),
			col("Ghi chú", 30, func(p *plan.Person) string { return p.Notes }).private())
	}
	fill(&l, "TT", s.byName(), cells...)
	return l
}

func (s Source) byName() []*plan.Person {
	return keyed(s.People, func(p *plan.Person) vietnamese.Name { return vietnamese.NewName(p.Name, p.SortName) }, vietnamese.CompareNames)
}

// localities is the list of those that the desk speaks of, each with its newest
// figures.
func (s Source) localities(Ask) List {
	l := List{Title: "DANH SÁCH ĐỊA PHƯƠNG"}
	fill(&l, "TT", s.Localities,
		col("Địa phương", 40, func(p Place) string { return upperFirst(p.Path) }),
		col("Cấp", 14, func(p Place) string { return s.Catalogue.Levels.Label(p.Level, language) }),
		col("Mã", 10, func(p Place) string { return p.Code }).centred(),
		col("Từ ngày", 12, func(p Place) string { return vietnamese.FormatDate(p.ValidFrom) }).centred(),
		col("Đến ngày", 12, func(p Place) string { return vietnamese.FormatDate(p.ValidTo) }).centred(),
		col("Số liệu mới nhất", 60, s.newestFigures),
	)
	return l
}

// newestFigures lists the measures of a locality, each with its last figure.
func (s Source) newestFigures(p Place) string {
	newest := map[string]*plan.Indicator{}
	var order []string
	for _, i := range s.index.figures[p.ID] {
		old := newest[i.Measure]
		if old == nil {
			order = append(order, i.Measure)
		}
		if old == nil || figureKey(i) > figureKey(old) {
			newest[i.Measure] = i
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return vietnamese.Compare(s.measure(newest[a]), s.measure(newest[b])) })
	var lines []string
	for _, measure := range order {
		i := newest[measure]
		lines = append(lines, joined(": ", joined(" ", s.measure(i), bracketed(period(i))), s.figure(i)))
	}
	return joined("\n", lines...)
}

func bracketed(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}

func figureKey(i *plan.Indicator) string {
	return strconv.Itoa(max(i.Year, i.YearTo)) + "/" + string(i.AsOf)
}

// figure is the value as it is written here, with its unit; a percentage has no
// space before the sign (domain notes §9).
func (s Source) figure(i *plan.Indicator) string {
	value := vietnamese.FormatDecimal(i.Value)
	if i.Unit == "%" {
		return value + "%"
	}
	return joined(" ", value, i.Unit)
}

func (s Source) measure(i *plan.Indicator) string {
	return s.Catalogue.Measures.Label(i.Measure, language)
}

// period is the years of a figure, else the day for which it holds.
func period(i *plan.Indicator) string {
	switch {
	case i.Year != 0 && i.YearTo > i.Year:
		return strconv.Itoa(i.Year) + " - " + strconv.Itoa(i.YearTo)
	case i.Year != 0:
		return strconv.Itoa(i.Year)
	}
	return vietnamese.FormatDate(i.AsOf)
}

// indicators is a row for each figure, by locality, measure and year.
func (s Source) indicators(Ask) List {
	l := List{Title: "SỐ LIỆU CÁC ĐỊA PHƯƠNG"}
	places := map[string]string{}
	for _, i := range s.Figures {
		places[i.ID] = s.Place(i.Locality, i.AsOf).Path
	}
	key := func(i *plan.Indicator) [3]string { return [3]string{places[i.ID], s.measure(i), figureKey(i)} }
	all := keyed(s.Figures, key, func(a, b [3]string) int {
		return cmp.Or(vietnamese.Compare(a[0], b[0]), vietnamese.Compare(a[1], b[1]), cmp.Compare(a[2], b[2]))
	})
	fill(&l, "TT", all,
		col("Địa phương", 36, func(i *plan.Indicator) string { return places[i.ID] }),
		col("Chỉ tiêu", 40, s.measure),
		col("Năm, giai đoạn", 14, period).centred(),
		col("Số liệu", 14, func(i *plan.Indicator) string { return vietnamese.FormatDecimal(i.Value) }),
		col("Đơn vị tính", 12, func(i *plan.Indicator) string { return i.Unit }).centred(),
		col("Nguồn", 40, func(i *plan.Indicator) string { return i.Source }),
	)
	return l
}

// money writes an amount in đồng, and nothing for none.
func money(n int64) string {
	if n == 0 {
		return ""
	}
	return vietnamese.FormatInteger(n)
}
