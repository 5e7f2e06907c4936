package early

import "testing"

func TestSettleLocale(t *testing.T) {
	for name, test := range map[string]struct {
		env  map[string]string
		want string
	}{
		"container":       {map[string]string{"LANG": "C.UTF-8"}, "en"},
		"the first rules": {map[string]string{"LC_ALL": "POSIX.UTF-8", "LANG": "vi_VN.UTF-8"}, "en"},
		"a language":      {map[string]string{"LANG": "vi_VN.UTF-8"}, ""},
		"a list":          {map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "vi"}, "vi"},
		"C alone":         {map[string]string{"LANG": "C"}, ""}, // which Fyne understands
		"nothing":         {map[string]string{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			settleLocale(func(key string) string { return test.env[key] }, func(key, value string) error {
				test.env[key] = value
				return nil
			})
			if got := test.env["LANGUAGE"]; got != test.want {
				t.Errorf("LANGUAGE is %q, want %q", got, test.want)
			}
		})
	}
}
