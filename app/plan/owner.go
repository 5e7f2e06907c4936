package plan

// OwnerSide says which side of a visit decides about a field of a record: the
// guests about their delegation, aims, questions, lessons and tasks, the hosts
// about the programme, the places and the answers (exchange format, section 4).
// It is "" where whoever made the record decides.
func OwnerSide(r Record, field string) Side {
	switch one := r.(type) {
	case *Attendee:
		return one.Side
	case *FollowUp:
		if one.Side == Host {
			return Host
		}
		return Guest
	case *Objective, *Lesson:
		return Guest
	case *Question:
		if field == "answer" || field == "state" {
			return Host
		}
		return Guest
	case *AgendaItem, *FieldVisit, *Stop:
		return Host
	}
	return ""
}

// SideOf is the side for which an office with this role acts.
func SideOf(role Role) Side {
	switch role {
	case RoleTravel:
		return Guest
	case RoleReceive:
		return Host
	}
	return ""
}
