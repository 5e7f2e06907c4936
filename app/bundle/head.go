package bundle

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/seal"
)

// readHead reads everything of a bundle but its records.
func readHead(parts *outline) (*Bundle, error) {
	h := head{members: parts.members}
	b := &Bundle{}
	h.read(memberFormat, &b.Format)
	h.read(memberMinApp, &b.MinApp)
	if err := readable(b); err != nil {
		return nil, err
	}
	h.readPayload(parts, b)
	h.read(memberID, &b.ID)
	h.read(memberCreated, &b.Created)
	h.read(memberFrom, &b.From)
	h.read(memberTo, &b.To)
	h.read(memberSeq, &b.Seq)
	h.read(memberScope, &b.Scope)
	h.read(memberProfile, &b.Profile)
	h.read(memberRedacted, &b.Redacted)
	h.read(memberHave, &b.Have)
	h.read(memberEarlier, &b.Earlier)
	h.read(memberReceived, &b.Received)
	h.judge(b)
	h.judgeKeys(b)
	h.judgeNumbers(b)
	if h.err != nil {
		return nil, h.err
	}
	b.Extra = extras(parts.members)
	return b, nil
}

// readable refuses what is no bundle, and what is one for a newer program.
func readable(b *Bundle) error {
	name, number, _ := strings.Cut(b.Format, "/")
	n, err := strconv.ParseUint(number, 10, 32)
	switch {
	case name != "nhipcau-bundle" || err != nil || n == 0:
		return fault.New("fault.bundle_not_ours")
	case n > 1 || newer(b.MinApp, MinApp):
		return fault.New("fault.bundle_newer",
			"Format", orNowhere(b.Format), "MinApp", orNowhere(b.MinApp))
	}
	return nil
}

// newer says whether a level such as "1.2" is beyond the other; what is no
// level is beyond every level, and none at all beyond none.
func newer(level, other string) bool {
	if level == "" {
		return false
	}
	parts, others := strings.Split(level, "."), strings.Split(other, ".")
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 32)
		if err != nil {
			return true
		}
		var m uint64
		if i < len(others) {
			m, _ = strconv.ParseUint(others[i], 10, 32) // ours is well-formed
		}
		if n != m {
			return n > m
		}
	}
	return false
}

// head reads members one by one and keeps the first fault.
type head struct {
	members map[string][]byte
	err     error
}

// read decodes a member; one that is absent or null leaves the zero value.
func (h *head) read(name string, into any) {
	raw, had := h.members[name]
	if !had || h.err != nil {
		return
	}
	if err := json.Unmarshal(raw, into); err != nil {
		h.refuse(name, err)
	}
}

func (h *head) refuse(part string, cause ...error) {
	if h.err != nil {
		return
	}
	h.err = fault.New("fault.bundle_bad_shape", "Part", part, errors.Join(cause...))
}

func (h *head) readPayload(parts *outline, b *Bundle) {
	if raw := parts.members[memberPayload]; len(raw) == 0 || raw[0] != '{' {
		h.refuse(memberPayload)
		return
	}
	if raw := parts.payload[memberRecords]; len(raw) == 0 || raw[0] != '[' {
		h.refuse(memberPayload + "." + memberRecords)
		return
	}
	files := head{members: parts.payload, err: h.err}
	files.read(memberAttachments, &b.Attachments)
	h.err = files.err
}

// judge checks what the types of the members leave open.
func (h *head) judge(b *Bundle) {
	for _, id := range []struct {
		part, text string
		optional   bool
	}{
		{memberID, b.ID, false},
		{memberFrom + ".office", b.From.Office, false},
		{memberTo, b.To, true},
		{memberScope + ".visit", b.Scope.Visit, true},
	} {
		if !canonicalID([]byte(id.text)) && !(id.optional && id.text == "") {
			h.refuse(id.part)
		}
	}
	if b.Seq < 0 {
		h.refuse(memberSeq)
	}
	if b.From.Replica != "" && !merge.Replica(b.From.Replica).Valid() {
		h.refuse(memberFrom + ".replica")
	}
	for replica := range b.Have {
		if !merge.Replica(replica).Valid() {
			h.refuse(memberHave)
		}
	}
	for _, a := range b.Attachments {
		if !validHash(a.SHA256) || a.Size < 0 {
			h.refuse(memberPayload + "." + memberAttachments)
		}
	}
}

// judgeKeys checks the keys of the sender.
func (h *head) judgeKeys(b *Bundle) {
	// A newer version may sign otherwise; such a signature is refused by verify.
	if strings.HasPrefix(b.From.Key, seal.KeyPrefix) && !seal.ValidKey(b.From.Key) {
		h.refuse(memberFrom + ".key")
	}
	if strings.HasPrefix(b.From.Seal, seal.RecipientPrefix) && !seal.ValidRecipient(b.From.Seal) {
		h.refuse(memberFrom + ".seal")
	}
}

// mostNumbers is how many bundles a list of numbers may name.
const mostNumbers = 10_000

// judgeNumbers checks the lists of numbers of bundles.
func (h *head) judgeNumbers(b *Bundle) {
	bad := func(numbers []int) bool {
		return len(numbers) > mostNumbers || len(numbers) > 0 && slices.Min(numbers) < 1
	}
	if bad(b.Earlier) {
		h.refuse(memberEarlier)
	}
	for replica, numbers := range b.Received {
		if !merge.Replica(replica).Valid() || bad(numbers) {
			h.refuse(memberReceived)
		}
	}
}

// validHash says whether a text is a SHA-256 as it names a file: 64 lower-case
// hexadecimal digits, which can't lead out of a folder.
func validHash(text string) bool {
	const digits = "0123456789abcdef"
	return len(text) == 64 && strings.Trim(text, digits) == ""
}

// extras copies the members that this version has no place for.
func extras(members map[string][]byte) map[string][]byte {
	var out map[string][]byte
	for name, raw := range members {
		if isMember(name) {
			continue
		}
		if out == nil {
			out = map[string][]byte{}
		}
		out[name] = append([]byte(nil), raw...)
	}
	return out
}

func isMember(name string) bool {
	switch name {
	case memberFormat, memberMinApp, memberID, memberCreated, memberFrom, memberTo, memberSeq,
		memberScope, memberProfile, memberRedacted, memberHave, memberEarlier, memberReceived,
		memberPayload, memberSig:
		return true
	}
	return false
}
