package main

import (
	"errors"
	"io"
	"path/filepath"

	"nhipcau/app/bundle"
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/files"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/shell"
)

// reviewPlace writes a bundle of huyện Thạch An into a folder, which differs
// from what the pictures show, and gives the place where it is looked at.
func reviewPlace(ours *desk.Desk, visit, folder string) (shell.Place, error) {
	path := filepath.Join(folder, "NhipCau_ThachAn_20240610_01.json")
	place := shell.Place{Name: "exchange-review", Route: page.Route{Page: page.PageExchange, File: path}}
	clock := &desktest.Clock{At: now.AddDate(0, 0, -1)}
	theirs, err := desk.OpenWithAssets(desktest.NewStore(), desk.Options{Now: clock.Now})
	if err != nil {
		return place, err
	}
	found := theirs.FindLocalities("huyện Thạch An, tỉnh Cao Bằng", civil.DateOf(now), 1)
	if len(found) == 0 {
		return place, errors.New("huyện Thạch An is not in the register")
	}
	office := plan.Office{Name: "UBND huyện Thạch An", Locality: found[0].ID, Level: found[0].Level}
	if err := theirs.SetUp(office, "Phòng Nội vụ"); err != nil {
		return place, err
	}
	b, err := ours.Export(desk.Scope{Visit: visit})
	if err != nil {
		return place, err
	}
	if _, err := theirs.Import(b); err != nil {
		return place, err
	}
	if err := theirs.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error { return answer(tx, theirs, visit) }); err != nil {
		return place, err
	}
	if err := ours.Do(desk.Step{Why: "edit", NoUndo: true}, func(tx *desk.Tx) error { return differ(tx, visit) }); err != nil {
		return place, err
	}
	back, err := theirs.Export(desk.Scope{Visit: visit})
	if err != nil {
		return place, err
	}
	return place, files.Write(path, func(w io.Writer) error { return bundle.Write(w, back) })
}

// answer is what the guests have written since: posts and questions are
// illustration.
func answer(tx *desk.Tx, d *desk.Desk, visit string) error {
	v, ok := desk.Read[*plan.Visit](tx, visit)
	if !ok {
		return errors.New("the visit has not come")
	}
	v.Purpose = "Trao đổi kinh nghiệm về công tác giảm nghèo, đào tạo nghề và hỗ trợ nhà ở cho hộ nghèo của hai địa phương."
	records := []plan.Record{
		v, &plan.Question{Visit: visit, Text: "Hỗ trợ nhà ở cho hộ nghèo lấy từ nguồn nào?", State: "open"},
		&plan.Attendee{Visit: visit, Side: plan.Guest, Name: "Đại biểu 20", Posts: []string{"Thư ký đoàn"}},
	}
	if people := desk.Of[*plan.Attendee](d, visit); len(people) > 0 {
		people[0].Attendance = plan.Declined
		records = append(records, people[0])
	}
	for _, r := range records {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

// The purposes that we write meanwhile: another one each time that the pictures
// are taken from the same data.
const (
	purpose     = "Trao đổi kinh nghiệm về công tác giảm nghèo bền vững và tham quan mô hình sản xuất."
	longPurpose = "Trao đổi kinh nghiệm về công tác giảm nghèo bền vững của hai địa phương và tham quan mô hình sản xuất."
)

// differ writes what the guests do not know of.
func differ(tx *desk.Tx, visit string) error {
	v, ok := desk.Read[*plan.Visit](tx, visit)
	if !ok {
		return errors.New("the visit is not here")
	}
	if v.Purpose == purpose {
		v.Purpose = longPurpose
	} else {
		v.Purpose = purpose
	}
	return tx.Put(v)
}
