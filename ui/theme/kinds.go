package theme

import "fyne.io/fyne/v2"

// Kind names the colours of one kind of programme block.
type Kind string

// The kinds of programme block, in the words of the bundle format.
const (
	KindSession    Kind = "session"
	KindSpeech     Kind = "speech"
	KindDiscussion Kind = "discussion"
	KindFieldVisit Kind = "field_visit"
	KindTravel     Kind = "travel"
	KindMeal       Kind = "meal"
	KindCeremony   Kind = "ceremony"
	KindBreak      Kind = "break"
	KindSpare      Kind = "spare"
)

type kindColors struct{ fill, bar pair }

var kindTable = map[Kind]kindColors{
	KindSession:    {lightDark(0xE3EBF4, 0x22334A), lightDark(0x3A628F, 0x8DB4E2)},
	KindSpeech:     {lightDark(0xEAE6F5, 0x332C4C), lightDark(0x6450A4, 0xB9A8EE)},
	KindDiscussion: {lightDark(0xDCEFEB, 0x153A34), lightDark(0x17705F, 0x6CCBB6)},
	KindFieldVisit: {lightDark(0xE6F1D8, 0x2A3A18), lightDark(0x466F16, 0xA6CF6B)},
	KindTravel:     {lightDark(0xEBE8E3, 0x2F3233), lightDark(0x6B655C, 0xAFB2B0)},
	KindMeal:       {lightDark(0xFAEADB, 0x43301F), lightDark(0x9A5010, 0xE5A86C)},
	KindCeremony:   {lightDark(0xF8E4EC, 0x45273A), lightDark(0xA33A66, 0xEA94BA)},
	KindBreak:      {lightDark(0xF6F0D3, 0x3C3719), lightDark(0x7C670C, 0xD5BF57)},
	KindSpare:      {lightDark(0xF2F0EC, 0x26292B), lightDark(0x69645C, 0x8E9598)},
}

const (
	fillPrefix = "kind-fill-"
	barPrefix  = "kind-bar-"
)

// Fill names the colour a block of the kind is filled with; an unknown kind looks like spare time.
func (k Kind) Fill() fyne.ThemeColorName { return fyne.ThemeColorName(fillPrefix + string(k.known())) }

// Bar names the colour of the kind's bar and of its word.
func (k Kind) Bar() fyne.ThemeColorName { return fyne.ThemeColorName(barPrefix + string(k.known())) }

func (k Kind) known() Kind {
	if _, ok := kindTable[k]; ok {
		return k
	}
	return KindSpare
}

// Kinds lists every kind in the order of the legend.
func Kinds() []Kind {
	return []Kind{
		KindSession, KindSpeech, KindDiscussion, KindFieldVisit, KindTravel, KindMeal, KindCeremony, KindBreak, KindSpare,
	}
}
