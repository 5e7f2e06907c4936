package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// office fills a desk with so many records of Vietnamese text.
func office(b *testing.B, n int) *desk.Desk {
	b.Helper()
	d := desktest.New(b)
	syllables := strings.Fields("công tác giảm nghèo huyện xã phường tỉnh đoàn mô hình sản xuất nhà ở đào tạo nghề lao động nông thôn Đắk Glong Thạch An Quảng Khê")
	words := func(i, count int) string {
		out := make([]string, count)
		for j := range out {
			out[j] = syllables[(i*7+j*j+i/3)%len(syllables)]
		}
		return strings.Join(out, " ")
	}
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error {
		for i := range n {
			m := &plan.Model{Name: fmt.Sprintf("%s %d", words(i, 5), i), Place: words(i+1, 4), Difficulties: words(i+2, 40), Conditions: words(i+3, 40)}
			if err := tx.Put(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// BenchmarkFindKeystrokes types queries letter by letter into an office of
// 50,000 records and reports the slowest keystroke but one in a hundred. Beside
// it, in the same run, stands a plain look through all folded texts.
func BenchmarkFindKeystrokes(b *testing.B) {
	const records = 50_000
	d := office(b, records)
	d.WarmFind()
	var keystrokes []string
	for _, query := range []string{"Đắk Glong", "mô hình sản xuất", "quang khe", "nhà ở 4999"} {
		for i := range []rune(query) {
			keystrokes = append(keystrokes, string([]rune(query)[:i+1]))
		}
	}
	b.Run("index", func(b *testing.B) {
		reportSlowest(b, keystrokes, func(q string) { d.Find(q, 50) })
	})
	texts := make([]string, 0, records)
	for _, m := range desk.All[*plan.Model](d) {
		texts = append(texts, vietnamese.Fold(m.Name+" "+m.Place+" "+m.Difficulties+" "+m.Conditions))
	}
	b.Run("reference look through all", func(b *testing.B) {
		reportSlowest(b, keystrokes, func(q string) {
			folded, hits := vietnamese.Fold(q), 0
			for _, text := range texts {
				if strings.Contains(text, folded) {
					hits++
				}
			}
		})
	})
}

func reportSlowest(b *testing.B, keystrokes []string, find func(string)) {
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		find(keystrokes[i%len(keystrokes)])
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*99/100])/float64(time.Millisecond), "p99-ms")
}
