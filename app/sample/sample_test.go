package sample_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/bundle"
	"nhipcau/app/catalogue"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/localities"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
	embedded "nhipcau/assets/sample"
)

var update = flag.Bool("update", false, "write the bundle in assets/sample anew")

// written is the moment that the bundle names for all of its writes.
var written = time.Date(2024, 6, 10, 10, 0, 0, 0, time.UTC)

// build makes the sample in a desk whose ids, clock and name are always the
// same, so that every release brings the same records.
func build(t *testing.T) (*desk.Desk, string) {
	t.Helper()
	register, err := localities.Load()
	if err != nil {
		t.Fatal(err)
	}
	terms, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	space := uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:nhipcau:sample:2024-06-10"))
	n := 0
	d, err := desk.Open(desktest.NewStore(), desk.Options{
		Now: func() time.Time { return written },
		NewID: func() string {
			n++
			return uuid.NewSHA1(space, fmt.Appendf(nil, "%04d", n)).String()
		},
		NewReplica: func() merge.Replica { return desk.SampleReplica },
		Author:     "Chuyến mẫu", Register: register, Catalogue: terms,
	})
	if err != nil {
		t.Fatal(err)
	}
	id, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	return d, id
}

func TestEmbeddedBundleIsTheSample(t *testing.T) {
	d, id := build(t)
	b, err := d.Export(desk.Scope{All: true})
	if err != nil {
		t.Fatal(err)
	}
	b.ID, b.Scope = id, bundle.Scope{Visit: id}
	b.From.Name, b.Earlier = "Chuyến mẫu", nil // it is one of no correspondence
	var buf bytes.Buffer
	if err := bundle.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	if *update {
		file := filepath.Join("..", "..", "assets", "sample", "visit-2024-06-10.json")
		if err := os.WriteFile(file, buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(buf.Bytes(), embedded.Bundle) {
		t.Error("assets/sample is not what app/sample builds; run go test ./app/sample -update")
	}
	if embedded.VisitID != id {
		t.Errorf("VisitID is %s, want %s", embedded.VisitID, id)
	}
}

// Both delegations come out in the order in which the article prints them.
func TestDelegationsInPrintedOrder(t *testing.T) {
	d, id := build(t)
	want := map[plan.Side][]string{
		plan.Guest: {"Nông Long Giang", "Triệu Thị Thiết", "Nông Thế Phúc", "Lãnh đạo các phòng, ban, đơn vị chuyên môn", "Chủ tịch UBND các xã"},
		plan.Host:  {"Nguyễn Văn Thông", "Trần Nam Thuần", "Nguyễn Hữu Tấn", "Trịnh Anh", "Đại diện lãnh đạo một số cơ quan chuyên môn của huyện"},
	}
	for side, names := range want {
		var got []string
		for _, p := range d.Delegation(id, side) {
			got = append(got, p.Attendee.Name)
		}
		if !slices.Equal(got, names) {
			t.Errorf("%s: %s", side, strings.Join(got, "; "))
		}
	}
}

// The figures of the article agree with one another, so that nothing warns.
func TestSampleHasNothingToWarnOf(t *testing.T) {
	d, id := build(t)
	view, _ := d.View(id)
	for _, issue := range plan.Clashes(view) {
		t.Errorf("clash %s %v", issue.Key, issue.Args)
	}
	for _, issue := range plan.FigureWarnings(desk.All[*plan.Indicator](d)) {
		t.Errorf("figures %s %v", issue.Key, issue.Args)
	}
}

// Speakers are only those whom the article names; nobody else is invented.
func TestOnlyPeopleOfTheArticle(t *testing.T) {
	d, id := build(t)
	for _, a := range desk.Of[*plan.Attendee](d, id) {
		if a.Phone != "" || a.Email != "" {
			t.Errorf("%s has contact data that no article gives", a.Name)
		}
	}
	if n := len(desk.Of[*plan.FollowUp](d, id)) + len(desk.Of[*plan.Lesson](d, id)); n != 0 {
		t.Errorf("%d follow-ups or lessons are invented", n)
	}
}
