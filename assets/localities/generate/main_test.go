package main

import (
	"strings"
	"testing"
)

func TestConvert(t *testing.T) {
	table := "level\tcode\tfull_name\tparent_code\tformed_from\n" +
		"province\t04\tTỉnh Cao Bằng\t\tgiữ  nguyên\n" +
		"district\t053\tHuyện Thạch An\t04\t\n" +
		"commune\t01786\txã Đông Khê\t053\t\n" +
		"province\t67\tTỉnh Đắk Nông\t\t\n" +
		"commune\t24631\tXã Quảng Khê\t67\tXã Đắk Plao, Xã Quảng Khê\n"
	want := "# Test.\n# Made by go generate; see NOTICE for the source.\n" +
		"04 Tỉnh Cao Bằng\tgiữ nguyên\n" +
		" 053 Huyện Thạch An\n" +
		"  01786 Xã Đông Khê\n" +
		"67 Tỉnh Đắk Nông\n" +
		" 24631 Xã Quảng Khê\tXã Đắk Plao, Xã Quảng Khê\n"
	got, err := convert(table, "Test")
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestConvertRefuses(t *testing.T) {
	const header = "level\tcode\tfull_name\tparent_code\n"
	tests := map[string]struct{ table, want string }{
		"too few columns": {header + "province\t01\tTỉnh X", "line 2: 3 columns"},
		"foreign parent":  {header + "province\t01\tTỉnh X\t\ndistrict\t001\tHuyện Y\t02", "line 3"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := convert(test.table, "Test")
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}
