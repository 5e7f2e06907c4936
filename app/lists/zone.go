package lists

import (
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"

	"nhipcau/app/plan"
)

// observance is a stretch of time with one offset from UTC: local time by the
// clock before it, and seconds east of UTC before and after.
type observance struct {
	begins   string
	from, to int
	name     string
	daylight bool
}

const hour = 3600 // seconds

// vietnam is Asia/Ho_Chi_Minh as the tz database has it (release 2025b, file
// asia), since the offset is a whole number of minutes: all of it, so that
// whoever reads the calendar needs no table of its own. There is no daylight
// saving time; what changed was the offset itself, the last time on 13 June 1975.
// Local mean time, before 1911, is left out, as calendars of offices stumble over
// seconds in an offset.
func vietnam() []observance {
	return []observance{
		{"19110501T000000", 7 * hour, 7 * hour, "+07", false},
		{"19421231T230000", 7 * hour, 8 * hour, "+08", false},
		{"19450314T230000", 8 * hour, 9 * hour, "+09", false},
		{"19450902T000000", 9 * hour, 7 * hour, "+07", false},
		{"19470401T000000", 7 * hour, 8 * hour, "+08", false},
		{"19550701T010000", 8 * hour, 7 * hour, "+07", false},
		{"19591231T230000", 7 * hour, 8 * hour, "+08", false},
		{"19750613T000000", 8 * hour, 7 * hour, "+07", false},
	}
}

// zoneOf is the zone in which a slot is written: its own where this machine
// knows it, else the one of the country, as the clock on paper counts.
func zoneOf(s plan.Slot) string {
	if s.Zone == "" || s.Zone == plan.DefaultZone || s.Zone == "Local" {
		return plan.DefaultZone
	}
	if _, err := time.LoadLocation(s.Zone); err != nil {
		return plan.DefaultZone
	}
	return s.Zone
}

// observances gives what a zone goes through between two moments. Of Vietnam it
// is the whole history.
func observances(zone string, from, to time.Time) []observance {
	loc, err := time.LoadLocation(zone)
	if zone == plan.DefaultZone || err != nil {
		return vietnam()
	}
	var out []observance
	at := from.In(loc)
	for range 64 { // two a year; no visit lasts longer
		begins, ends := at.ZoneBounds()
		out = append(out, observanceAt(at, begins))
		if ends.IsZero() || ends.After(to) {
			break
		}
		at = ends
	}
	return out
}

// observanceAt is the observance that holds at a moment.
func observanceAt(at, begins time.Time) observance {
	name, offset := at.Zone()
	o := observance{"19700101T000000", offset, offset, name, at.IsDST()}
	if !begins.IsZero() {
		_, o.from = begins.Add(-time.Second).Zone()
		o.begins = begins.UTC().Add(time.Duration(o.from) * time.Second).Format(localForm)
	}
	return o
}

// zoneComponent is a VTIMEZONE (RFC 5545, section 3.6.5).
func zoneComponent(zone string, from, to time.Time) *ics.VTimezone {
	tz := ics.NewTimezone(zone)
	tz.AddProperty("X-LIC-LOCATION", zone)
	for _, o := range observances(zone, from, to) {
		standard := ics.NewStandard()
		base := &standard.ComponentBase
		var component ics.Component = standard
		if o.daylight {
			daylight := &ics.Daylight{}
			base, component = &daylight.ComponentBase, daylight
		}
		base.AddProperty(ics.ComponentPropertyDtStart, o.begins)
		base.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offset(o.from))
		base.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offset(o.to))
		base.AddProperty(ics.ComponentProperty(ics.PropertyTzname), o.name)
		tz.Components = append(tz.Components, component)
	}
	return tz
}

// offset is "+0700"; seconds are written where there are some.
func offset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/hour, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf("%02d", seconds%60)
	}
	return text
}
