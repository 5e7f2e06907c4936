package people

import (
	"fmt"
	"testing"

	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "people", NewTab, func(f *pagetest.Fixture, p page.Page) {
		p.(*tab).goTo(named(t, f, "Nông Thế Phúc").ID)
	})
}

func TestLooksOfTheDetails(t *testing.T) {
	pagetest.Looks(t, "people-details", NewTab, func(f *pagetest.Fixture, p page.Page) {
		p.(*tab).edit(rowOf(t, p, "Trần Nam Thuần"))
	})
}

func TestLooksOfThePaste(t *testing.T) {
	pagetest.Looks(t, "people-paste", NewTab, func(f *pagetest.Fixture, p page.Page) {
		p.(*tab).paste(plan.Host, "TT\tHọ và tên\tChức vụ\tĐơn vị\tĐiện thoại\tGhi chú\n"+
			"1\tĐại biểu 05\tTrưởng phòng Nội vụ\tPhòng Nội vụ\t000 000 005\t\n2\tTrịnh Anh\tPhó Chủ tịch UBND huyện\t\t\t\n"+
			"3\tĐại biểu 07\tChuyên viên\tVăn phòng HĐND và UBND\t\tThư ký\n")
	})
}

func TestLooksOfTwentyPeople(t *testing.T) {
	pagetest.Looks(t, "people-many", NewTab, func(f *pagetest.Fixture, p page.Page) {
		fill(t, f, p.(*tab), plan.Guest, 4, 20)
		fill(t, f, p.(*tab), plan.Host, 5, 14)
		p.(*tab).move(rowOf(t, p, "Đại biểu 09"), -3)
	})
}

func fill(t *testing.T, f *pagetest.Fixture, p *tab, side plan.Side, from, to int) {
	var list []plan.Entry
	for i := from; i <= to; i++ {
		e := plan.ParseEntry(fmt.Sprintf("Đại biểu %02d, Lãnh đạo phòng, ban chuyên môn", i))
		if i > 12 {
			e.Posts = "Chủ tịch UBND xã"
		}
		list = append(list, e)
	}
	if _, err := f.Desk.AddAttendees(f.Visit, side, list, false); err != nil {
		t.Fatal(err)
	}
}

func TestLooksOfTheDirectory(t *testing.T) {
	pagetest.Looks(t, "directory", New, func(f *pagetest.Fixture, p page.Page) {
		d := p.(*directory)
		d.gatherAll()
		b := d.lists[0].(*book[*plan.Person])
		b.grid.Select(b.grid.Rows()[2].record.ID)
		b.showSelected()
	})
}

func TestLooksOfTheEmptyDirectory(t *testing.T) { pagetest.Looks(t, "directory-empty", New, nil) }
