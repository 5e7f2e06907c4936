package lists

import (
	"slices"
	"strconv"

	"nhipcau/app/plan"
)

// topics is a row for each topic, with its questions and answers in one cell, so
// that a topic can be sorted and filtered as a whole. Questions has a row each.
func (s Source) topics(Ask) List {
	l := List{Title: "NỘI DUNG TRAO ĐỔI", Lines: s.visitLines()}
	fill(&l, "TT", s.View.Topics,
		col("Nội dung trao đổi", 36, func(t *plan.Topic) string { return t.Title }),
		col("Lĩnh vực", 22, func(t *plan.Topic) string { return s.Catalogue.Topics.Label(t.Category, language) }),
		col("Người phụ trách", 20, func(t *plan.Topic) string { return t.Owner }),
		col("Câu hỏi và trả lời", 60, s.askedUnder),
		col("Kết quả ghi nhận", 40, func(t *plan.Topic) string { return t.Findings }),
		col("Khả năng vận dụng", 16, func(t *plan.Topic) string { return s.Catalogue.Decisions.Label(t.Decision, language) }),
		col("Lý do", 28, func(t *plan.Topic) string { return t.Why }),
	)
	return l
}

// askedUnder lists the questions of a topic, each with its answer or its state.
func (s Source) askedUnder(t *plan.Topic) string {
	var lines []string
	for _, q := range s.index.questions[t.ID] {
		lines = append(lines, strconv.Itoa(len(lines)+1)+". "+q.Text+"\n→ "+s.answer(q))
	}
	return joined("\n", lines...)
}

func (s Source) answer(q *plan.Question) string {
	if q.Answer != "" {
		return q.Answer
	}
	return s.questionState(q)
}

func (s Source) questionState(q *plan.Question) string {
	return s.Catalogue.QuestionStates.Label(q.StateNow(), language)
}

func (s Source) questions(Ask) List {
	l := List{Title: "DANH MỤC CÂU HỎI", Lines: s.visitLines()}
	fill(&l, "TT", s.View.Questions,
		col("Câu hỏi", 48, func(q *plan.Question) string { return q.Text }),
		col("Nội dung trao đổi", 30, func(q *plan.Question) string { return s.topicTitle(q.Topic) }),
		col("Người hỏi", 20, func(q *plan.Question) string { return q.AskedBy }),
		col("Đơn vị trả lời", 20, func(q *plan.Question) string { return q.AddressedTo }),
		col("Trả lời", 60, func(q *plan.Question) string { return q.Answer }),
		col("Tình trạng", 18, s.questionState),
	)
	return l
}

func (s Source) fieldVisits(ask Ask) List {
	l := List{Title: "ĐIỂM THAM QUAN THỰC TẾ", Lines: s.visitLines()}
	cells := []cell[*plan.FieldVisit]{
		col("Điểm tham quan", 32, func(f *plan.FieldVisit) string { return f.Title }),
		col("Mô hình", 28, s.modelOf),
		col("Địa điểm", 28, func(f *plan.FieldVisit) string { return f.Place }),
		col("Thời gian", 24, func(f *plan.FieldVisit) string { return s.visitedWhen(f, ask.Internal) }),
		col("Di chuyển (phút)", 11, func(f *plan.FieldVisit) string { return count(f.TravelTime) }).centred(),
		col("Sức chứa (người)", 11, func(f *plan.FieldVisit) string { return count(f.Capacity) }).centred(),
		col("Đường đi", 28, func(f *plan.FieldVisit) string { return f.Access }),
		col("Phương án khi mưa", 28, func(f *plan.FieldVisit) string { return f.WetFallback }),
	}
	if ask.Internal {
		cells = append(cells, col("Đầu mối liên hệ", 26, func(f *plan.FieldVisit) string { return f.Contact }).private())
	}
	fill(&l, "TT", s.View.FieldVisits, cells...)
	return l
}

func (s Source) modelOf(f *plan.FieldVisit) string {
	return s.index.models[f.Model]
}

// visitedWhen is the time of the agenda items that carry a field visit out, the
// internal ones only if they are asked for.
func (s Source) visitedWhen(f *plan.FieldVisit, internal bool) string {
	var out []string
	for _, item := range s.index.carried[f.ID] {
		if internal || !item.Internal {
			out = append(out, joined(", ", itemTime(item), itemDay(item)))
		}
	}
	return joined("\n", out...)
}

func (s Source) models(ask Ask) List {
	l := List{Title: "DANH MỤC MÔ HÌNH SẢN XUẤT", Lines: s.visitLines()}
	models := s.Models
	if s.View.Visit != nil {
		shown := grouped(s.View.FieldVisits, func(f *plan.FieldVisit) string { return f.Model })
		models = slices.DeleteFunc(slices.Clone(models), func(m *plan.Model) bool { return len(shown[m.ID]) == 0 })
	}
	fill(&l, "TT", models, s.modelCells(ask.Internal)...)
	return l
}

// modelCells are the fields of the sheet of a model (domain notes §5.5).
func (s Source) modelCells(internal bool) []cell[*plan.Model] {
	type m = plan.Model
	cells := []cell[*m]{
		col("Tên mô hình", 32, func(r *m) string { return r.Name }),
		col("Địa phương", 28, func(r *m) string { return s.Place(r.Locality, s.Today).Path }),
		col("Địa điểm", 24, func(r *m) string { return r.Place }),
		col("Chủ mô hình", 24, func(r *m) string { return r.Holder }),
		col("Loại hình", 14, func(r *m) string { return s.Catalogue.ModelHolders.Label(r.HolderKind, language) }),
		col("Quy mô", 20, func(r *m) string { return r.Scale }),
		col("Thực hiện từ", 12, func(r *m) string { return r.Since }),
		col("Nguồn vốn", 24, func(r *m) string { return r.Funding }),
		col("Tổng kinh phí (đồng)", 16, func(r *m) string { return money(r.TotalCost) }),
		col("Hỗ trợ mỗi hộ (đồng)", 16, func(r *m) string { return money(r.Support) }),
		col("Chi phí mỗi vụ (đồng)", 16, func(r *m) string { return money(r.CycleCost) }),
		col("Năng suất", 16, func(r *m) string { return r.Yield }),
		col("Giá bán", 16, func(r *m) string { return r.Price }),
		col("Lãi ròng (đồng)", 16, func(r *m) string { return money(r.NetIncome) }),
		col("Số hộ", 8, func(r *m) string { return count(r.Households) }).centred(),
		col("Số hộ thoát nghèo", 10, func(r *m) string { return count(r.OutOfPoverty) }).centred(),
		col("Tiêu thụ", 24, func(r *m) string { return r.Market }),
		col("Khó khăn, vướng mắc", 32, func(r *m) string { return r.Difficulties }),
		col("Điều kiện nhân rộng", 32, func(r *m) string { return r.Conditions }),
		col("Sức chứa (người)", 10, func(r *m) string { return count(r.GroupCapacity) }).centred(),
		col("Đường đi", 24, func(r *m) string { return r.Access }),
		col("An toàn, vệ sinh", 24, func(r *m) string { return r.Safety }),
	}
	if internal {
		cells = append(cells,
			col("Người giới thiệu", 24, func(r *m) string { return r.Introducer }).private(),
			col("Điện thoại", 17, func(r *m) string { return r.Phone }).private())
	}
	return cells
}
