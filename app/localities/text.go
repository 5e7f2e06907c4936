package localities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nhipcau/app/vietnamese"
)

// RunningName returns the full name of a unit as it is written within a
// sentence (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục II): the common noun in
// lower case, as "huyện Thạch An" and "xã Quảng Khê", but capital before a
// number or the name of a person or a historical event, as "Quận 1", "Phường
// Điện Biên Phủ", and in "Thủ đô Hà Nội" and "Thành phố Hồ Chí Minh".
//
// Which names are those of persons or events cannot be seen from the name; the
// package has a table of the well-known ones among the units of the lists. A
// name that is not in it is treated as a place's.
func RunningName(fullName string) string {
	noun, name := splitAnyCase(fullName)
	if noun == "" {
		return fullName
	}
	if keepsCapital(name) {
		return upperFirst(noun) + " " + name
	}
	return lowerFirst(noun) + " " + name
}

// SentenceName returns the full name as it is written at the beginning of a
// sentence or alone in a field: the common noun with a capital.
func SentenceName(fullName string) string { return upperFirst(fullName) }

// splitAnyCase is [SplitName] for text in which the noun may be in lower case.
func splitAnyCase(fullName string) (noun, name string) {
	for _, t := range types {
		if len(fullName) > len(t) && strings.EqualFold(fullName[:len(t)], t) && fullName[len(t)] == ' ' {
			return fullName[:len(t)], fullName[len(t)+1:]
		}
	}
	return "", fullName
}

func keepsCapital(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsDigit(r) || namesakes[vietnamese.ToneKey(name)]
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// namesakes are the tone keys of the names of units that are those of persons
// or historical events.
var namesakes = toneKeys(
	"Bế Văn Đàn", "Bùi Hữu Nghĩa", "Bùi Thị Xuân", "Châu Văn Liêm", "Chu Văn An",
	"Dương Minh Châu", "Đào Duy Từ", "Đặng Thùy Trâm", "Điện Biên Phủ", "Đốc Binh Kiều",
	"Hà Huy Tập", "Hai Bà Trưng", "Hoàng Diệu", "Hoàng Hoa Thám", "Hoàng Văn Thụ",
	"Hồ Chí Minh", "Hồ Đắc Kiện", "Hồ Thị Kỷ", "Hồ Tùng Mậu", "Hùng Vương",
	"Huỳnh Hữu Nghĩa", "Khúc Thừa Dụ", "Kim Đồng", "Lê Chân", "Lê Đại Hành",
	"Lê Hồng Phong", "Lê Ích Mộc", "Lê Lai", "Lê Lợi", "Lê Minh Xuân", "Lê Quý Đôn",
	"Lê Thanh Nghị", "Lương Thế Trân", "Lương Văn Tri", "Lưu Nghiệp Anh", "Lý Bôn",
	"Lý Thái Tổ", "Lý Thường Kiệt", "Lý Văn Lâm", "Minh Khai", "Ngô Mây", "Ngô Quyền",
	"Nguyễn An Ninh", "Nguyễn Bỉnh Khiêm", "Nguyễn Cư Trinh", "Nguyễn Đại Năng", "Nguyễn Du",
	"Nguyễn Huân", "Nguyễn Huệ", "Nguyễn Lương Bằng", "Nguyễn Nghiêm", "Nguyễn Phích",
	"Nguyễn Thái Bình", "Nguyễn Thái Học", "Nguyễn Thị Minh Khai", "Nguyễn Trãi",
	"Nguyễn Văn Cừ", "Nguyễn Văn Linh", "Nguyễn Văn Thảnh", "Nguyễn Việt Khái",
	"Nùng Trí Cao", "Phạm Đình Hổ", "Phạm Hồng Thái", "Phạm Ngũ Lão", "Phạm Sư Mạnh",
	"Phạm Văn Cội", "Phạm Văn Hai", "Phan Bội Châu", "Phan Chu Trinh", "Phan Đình Phùng",
	"Phan Ngọc Hiển", "Phan Sào Nam", "Phùng Chí Kiên", "Phùng Hưng", "Quang Trung",
	"Tạ An Khương", "Tăng Bạt Hổ", "Tô Hiệu", "Trần Hưng Đạo", "Trần Lãm", "Trần Nguyên Hãn",
	"Trần Nhân Tông", "Trần Phán", "Trần Phú", "Trần Quang Diệu", "Trần Thành Ngọ",
	"Trần Văn Thời", "Triệu Việt Vương", "Trừ Văn Thố", "Trưng Trắc", "Trưng Vương",
	"Trương Định", "Trương Quang Trọng", "Võ Thị Sáu", "Yết Kiêu",
)

func toneKeys(names ...string) map[string]bool {
	keys := make(map[string]bool, len(names))
	for _, name := range names {
		keys[vietnamese.ToneKey(name)] = true
	}
	return keys
}
