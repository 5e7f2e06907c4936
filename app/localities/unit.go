package localities

import (
	"crypto/sha1"
	"hash"

	"github.com/google/uuid"

	"nhipcau/app/civil"
)

// The levels of administration. Districts ended on 1 July 2025.
const (
	Province = "province"
	District = "district"
	Commune  = "commune"
)

// The days on which the lists begin and end.
const (
	// FromUnknown is the ValidFrom of units whose first day is not known.
	FromUnknown civil.Date = ""
	// LastOfThreeTiers is the last day of the units of the three-tier system.
	LastOfThreeTiers civil.Date = "2025-06-30"
	// FirstOfTwoTiers is the first day of the two-tier system (Luật Tổ chức
	// chính quyền địa phương of 16 June 2025).
	FirstOfTwoTiers civil.Date = "2025-07-01"
)

// The names of the lists, which are part of every id.
const (
	dataset202503 = "units-2025-03"
	dataset2026   = "units-2026"
)

// Unit is one administrative unit in the form that it had in one period.
type Unit struct {
	// ID is the UUIDv5 of the unit; see [ID].
	ID string
	// Level is [Province], [District] or [Commune].
	Level string
	// Type is the common noun, as "Huyện", "Xã", "Thành phố", "Đặc khu".
	Type string
	// Name is the proper name, as "Thạch An".
	Name string
	// FullName is type and name, as "Huyện Thạch An".
	FullName string
	// Code is the statistical code, which may have been used for another unit
	// at another time.
	Code string
	// ParentID is the id of the unit above; "" for a province.
	ParentID string
	// ValidFrom is the first day; [FromUnknown] if it is not known.
	ValidFrom civil.Date
	// ValidTo is the last day; "" if the unit still exists.
	ValidTo civil.Date
	// FormedFrom is the official text on what the unit was formed from, "" if
	// there is none. It is text and no relation.
	FormedFrom string
}

// ValidOn reports whether the unit existed on the day. On the empty date, "no
// day fixed", every unit counts.
func (u Unit) ValidOn(day civil.Date) bool {
	if day.IsZero() {
		return true
	}
	return u.ValidFrom <= day && (u.ValidTo.IsZero() || day <= u.ValidTo)
}

// Current reports whether the unit still exists.
func (u Unit) Current() bool { return u.ValidTo.IsZero() }

// namespace is the UUIDv5 of "urn:nhipcau:localities" in the URL namespace of
// RFC 9562. It must never change: bundles in the hands of others carry ids that
// rest on it.
var namespace = uuid.MustParse("241d061d-b672-5f46-8af2-9fa1fd47e832")

// ID returns the id of a unit: the UUIDv5 of "dataset/code/valid from" in the
// namespace of the register, as "units-2025-03/053/" for huyện Thạch An and
// "units-2026/01807/2025-07-01" for xã Thạch An. It is a function of public
// facts alone, so that every installation arrives at the same one.
func ID(dataset, code string, validFrom civil.Date) string {
	return newID(sha1.New(), dataset, code, validFrom)
}

// newID is [ID] with a hash that can be used again.
func newID(sha hash.Hash, dataset, code string, validFrom civil.Date) string {
	const version = 5
	return uuid.NewHash(sha, namespace, []byte(dataset+"/"+code+"/"+string(validFrom)), version).String()
}
