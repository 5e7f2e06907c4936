//go:build journey

package measure

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/storage"
)

// perVisit is how many records belong to one visit, itself among them.
const perVisit = 50

// newOffice makes a data folder with so many records, a multiple of perVisit:
// visits with two delegations, a programme, topics, questions and follow-ups.
// Its window opens with the list of visits.
func newOffice(b *testing.B, records int) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "office")
	store, err := storage.Open(dir, storage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	d, err := desk.OpenWithAssets(store, desk.Options{Author: "Văn phòng"})
	if err != nil {
		b.Fatal(err)
	}
	guest, host := place(b, d, "Thạch An"), place(b, d, "Đắk Glong")
	if err := d.SetUp(plan.Office{Name: "Văn phòng", Locality: host}, "Văn phòng"); err != nil {
		b.Fatal(err)
	}
	for i := range records / perVisit {
		if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return putVisit(tx, i, guest, host) }); err != nil {
			b.Fatal(err)
		}
	}
	if err := d.SetSetting("route", `{"Page":"visits"}`); err != nil {
		b.Fatal(err)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	return dir
}

func place(b *testing.B, d *desk.Desk, name string) string {
	b.Helper()
	found := d.FindLocalities(name, "2024-06-10", 1)
	if len(found) == 0 {
		b.Fatalf("no locality %s", name)
	}
	return found[0].ID
}

func putVisit(tx *desk.Tx, i int, guest, host string) error {
	day := civil.Date(fmt.Sprintf("%d-%02d-%02d", 2010+i%17, 1+i%12, 1+i%28))
	v := &plan.Visit{
		Title: words(i, 9), Purpose: words(i+1, 40), Guest: guest, Hosts: []string{host},
		When: plan.Period{From: day}, Status: plan.Statuses()[i%7], OurRole: plan.RoleReceive,
	}
	if err := tx.Put(v); err != nil {
		return err
	}
	for n := 1; n < perVisit; n++ {
		if err := tx.Put(part(v.ID, day, i*perVisit+n, n)); err != nil {
			return err
		}
	}
	return nil
}

// part is the n-th record of a visit.
func part(visit string, day civil.Date, seed, n int) plan.Record {
	switch {
	case n <= 20:
		return &plan.Attendee{
			Visit: visit, Side: []plan.Side{plan.Guest, plan.Host}[n%2], Name: fmt.Sprintf("Đại biểu %02d", n),
			Posts: []string{words(seed, 6)}, Unit: words(seed+1, 5), Phone: fmt.Sprintf("0900 000 %03d", n),
		}
	case n <= 32:
		return &plan.AgendaItem{
			Visit: visit, Title: words(seed, 10), Detail: words(seed+1, 30), Place: words(seed+2, 5),
			When: plan.Slot{Day: day, Start: civil.Clock(fmt.Sprintf("%02d:30", n-14)), Length: 30},
		}
	case n <= 37:
		return &plan.Topic{Visit: visit, Title: words(seed, 12), Owner: words(seed+1, 4), Findings: words(seed+2, 60)}
	case n <= 43:
		return &plan.Question{Visit: visit, Text: words(seed, 30), Answer: words(seed+1, 60)}
	default:
		return &plan.FollowUp{Visit: visit, Action: words(seed, 20), Lead: words(seed+1, 4), Product: words(seed+2, 6), Due: day}
	}
}

var syllables = strings.Fields("công tác giảm nghèo huyện xã phường tỉnh đoàn mô hình sản xuất nhà ở đào tạo nghề lao động nông thôn " +
	"Đắk Glong Thạch An Quảng Khê")

// words gives count syllables, others for each seed.
func words(seed, count int) string {
	out := make([]string, count)
	for j := range out {
		out[j] = syllables[(seed*7+j*j+seed/3)%len(syllables)]
	}
	return strings.Join(out, " ")
}

// copied is the folder once more: a process that is ended in the middle must
// leave the one of the next round alone.
func copied(b *testing.B, dir string) string {
	b.Helper()
	to := filepath.Join(b.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		b.Fatal(err)
	}
	return to
}
