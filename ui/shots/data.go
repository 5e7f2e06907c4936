package main

import (
	"bytes"
	"errors"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
)

// now is the moment of the pictures.
var now = time.Date(2024, 6, 7, 8, 42, 0, 0, time.FixedZone("", 7*60*60))

// setVisit is where the id of the sample visit is noted.
const setVisit = "shots_visit"

// newStore makes the data of the pictures: the office of huyện Đắk Glong with
// the sample visit, which is being prepared.
func newStore() (desk.Store, error) {
	store := desktest.NewStore()
	clock := &desktest.Clock{At: now.AddDate(0, 0, -3)}
	d, err := desk.OpenWithAssets(store, desk.Options{Now: clock.Now})
	if err != nil {
		return nil, err
	}
	found := d.FindLocalities("huyện Đắk Glong, tỉnh Đắk Nông", civil.DateOf(now), 1)
	if len(found) == 0 {
		return nil, errors.New("huyện Đắk Glong is not in the register")
	}
	office := plan.Office{Name: "UBND huyện Đắk Glong", Locality: found[0].ID, Level: found[0].Level}
	if err := d.SetUp(office, "Văn phòng HĐND và UBND"); err != nil {
		return nil, err
	}
	b, err := bundle.Read(bytes.NewReader(sample.Bundle))
	if err != nil {
		return nil, err
	}
	if _, err := d.Import(b); err != nil {
		return nil, err
	}
	if err := d.Do(desk.Step{Why: "edit"}, prepare); err != nil {
		return nil, err
	}
	return store, d.SetSetting(setVisit, sample.VisitID)
}

// tasks are follow-ups of no real visit, led by posts and not by persons.
var tasks = []plan.FollowUp{
	{Action: "Gửi biên bản buổi làm việc", Lead: "Văn phòng HĐND và UBND", Due: "2024-06-02"},
	{Action: "Báo cáo kết quả chuyến công tác", Lead: "Phòng Lao động - Thương binh và Xã hội", Due: "2024-06-05"},
	{Action: "Gửi giấy mời thành phần chủ nhà", Lead: "Văn phòng HĐND và UBND", Due: "2024-06-07"},
	{Action: "Kiểm tra đường vào điểm tham quan", Lead: "UBND xã Quảng Khê", Due: "2024-06-10"},
}

// prepare puts the visit three days before its day.
func prepare(tx *desk.Tx) error {
	v, ok := desk.Read[*plan.Visit](tx, sample.VisitID)
	if !ok {
		return errors.New("the sample visit is not in its bundle")
	}
	v.Status, v.OurRole = plan.StatusPreparing, plan.RoleReceive
	if err := tx.Put(v); err != nil {
		return err
	}
	places := plan.Positions(len(tasks))
	for i := range tasks {
		task := tasks[i]
		task.Visit, task.Side, task.State, task.Pos = v.ID, plan.Host, plan.FollowUpTodo, places[i]
		if err := tx.Put(&task); err != nil {
			return err
		}
	}
	return nil
}
