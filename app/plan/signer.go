package plan

// Signer is who signs a paper and with which authority: up to three printed
// lines such as "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
// (Nghị định 30/2020, article 13), and the name below the signature.
type Signer struct {
	// Lines are what is printed, whether they were typed or made of Authority.
	Lines []string `json:"lines,omitempty" validate:"max=4,dive,max=200"`
	Name  string   `json:"name,omitempty" validate:"max=200"`
	// Authority is what Lines were made of; zero where they were typed.
	Authority Authority `json:"authority,omitzero"`
}

// Authority is by what right somebody signs (Nghị định 30/2020, article 13;
// domain notes §1.4). Its texts may be written in any case.
type Authority struct {
	Mode string `json:"mode,omitempty" validate:"omitempty,oneof=head on_behalf for_head acting by_order authorised"`
	// Body is the body that decides as one and on whose behalf is signed,
	// "Ủy ban nhân dân"; empty for one that a single person leads.
	Body string `json:"body,omitempty" validate:"max=200"`
	// Head is the post in whose place, or by whose order or authority, is signed.
	Head string `json:"head,omitempty" validate:"max=200"`
	// Post is the post of who signs.
	Post string `json:"post,omitempty" validate:"max=200"`
}
