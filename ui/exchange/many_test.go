package exchange_test

import (
	"fmt"
	"io"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/files"
	"nhipcau/app/plan"
)

// manyFile writes a bundle with so many models of another office.
func manyFile(tb testing.TB, n int) string {
	tb.Helper()
	d := desktest.Open(tb, desktest.NewStore(), 2)
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error {
		for i := range n {
			m := &plan.Model{Name: fmt.Sprintf("Mô hình %d", i+1), Place: "xã Quảng Khê", Difficulties: "Đường xa, thiếu nước vào mùa khô"}
			if err := tx.Put(m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	b, err := d.Export(desk.Scope{All: true})
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "many.json")
	if err := files.Write(path, func(w io.Writer) error { return bundle.Write(w, b) }); err != nil {
		tb.Fatal(err)
	}
	return path
}

// BenchmarkReviewOfFiveThousand ticks, and moves by a page, in the review of
// 5,000 changed records: what an officer waits for at each key.
func BenchmarkReviewOfFiveThousand(b *testing.B) {
	f := many(b, 5000)
	for b.Loop() {
		f.Type(" ")
		f.Key(fyne.KeyPageDown)
	}
}
