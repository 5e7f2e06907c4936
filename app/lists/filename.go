package lists

import (
	"strings"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// fileWords are the first words of the names of files.
var fileWords = map[Kind]string{
	Programme: "ChuongTrinh", Topics: "NoiDungTraoDoi", Questions: "CauHoi", FieldVisits: "DiThucTe", Models: "MoHinh",
	FollowUps: "NhiemVu", Lessons: "BaiHoc", Vehicles: "PhuongTien", Visits: "ChuyenCongTac", People: "DanhBa", Localities: "DiaPhuong",
	Indicators: "SoLieu",
}

// FileName proposes the name of a file, with its ending, for what is asked for:
// what it is, whose, and the day. Person is the name of the person whose calendar
// it is, "" where it is nobody's. Of the source it needs the visit with its stops
// only.
func (s Source) FileName(ask Ask, format Format, person string) string {
	what, more := fileWords[ask.Kind], ""
	switch {
	case format == ICS:
		what, more = "Lich", vietnamese.FileWord(person)
	case ask.Kind == Delegation:
		what = delegationFile(ask.side(), ask.Variant)
	case ask.Kind == Programme && ask.Internal:
		what = "KichBan"
	}
	return s.fileName(what, more) + "." + string(format)
}

// fileName is the proposed name of a file: what it is, whose, and the day.
func (s Source) fileName(what string, more ...string) string {
	parts := append([]string{what}, more...)
	day := s.Today
	if v := s.View.Visit; v != nil {
		parts = append(parts, vietnamese.FileWord(s.guest().Name))
		for _, host := range s.hosts() {
			parts = append(parts, vietnamese.FileWord(host.Name))
		}
		if v.When.From.Valid() {
			day = v.When.From
		}
	}
	return joined("_", append(parts, strings.ReplaceAll(string(day), "-", ""))...)
}

// delegationFile is the first word of the name of the file.
func delegationFile(side plan.Side, variant Variant) string {
	name := "DanhSachDoan"
	if side == plan.Host {
		name = "ThanhPhanTiepDoan"
	}
	words := map[Variant]string{ForLogistics: "HauCan", ForTickets: "VePhong", ForSigning: "KyNhan", ForMeeting: "DuHop"}
	return joined("_", name, words[variant])
}
