// Package localities is the register of the administrative units of Viet Nam
// that are built into the program: the provinces, districts and communes of 1
// March 2025, which ended on 1 July 2025, and the provinces and communes that
// followed them. Any unit of either time is found by its name, with or without
// marks.
//
// # Identity
//
// Official codes and names were used again in 2025 for other units: 01807 was
// xã Vân Trình and is xã Thạch An (domain notes §6.1). So neither identifies a
// unit. The id of a unit is a UUIDv5 of its list, its code in that list and the
// day from which the list holds, so that two offices which never met give one
// unit the same id. See [ID].
//
// # Periods
//
// The list of March 2025 does not say since when a unit existed; its units are
// valid from [FromUnknown] until 30 June 2025. The units of the later list are
// valid from 1 July 2025, with the type and name that they had on 2 August
// 2026: changes in between (Đồng Nai became a city on 30 April 2026) are not in
// the list as dates. An office that needs the earlier form adds a version of its
// own.
//
// # Succession
//
// What a unit of today was formed from is running text, and it stays text
// ([Unit.FormedFrom]). It names units without their district or province, the
// names are not unique, and parts of units moved too; relations guessed from it
// would be wrong without anybody noticing. [Register.SameName] only says that
// the name occurs at another time, which proves nothing about the territory.
//
// The package must not know the records of the program, nor how units are shown
// or kept.
package localities
