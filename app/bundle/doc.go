// Package bundle is the exchange file: one visit, or all that an office has,
// as one JSON document (format 1), alone or in an archive with attached files. It
// reads, writes and redacts bundles.
//
// Reading trusts nothing. The whole document is bounded by one pass over its
// tokens before anything of it is decoded; then its format is asked, and only
// then are its records unpacked. A file that breaks a rule is refused as a
// whole, with a fault that names the rule and the place.
//
// Files of format 1 stay readable by every later version of the program.
// Members and fields that this version does not know are kept.
//
// The package must not know where records are kept, how a merge is shown, or
// any language: a fault carries a key of the catalogue of words.
package bundle

import (
	"time"

	"nhipcau/app/merge"
	"nhipcau/app/seal"
)

// Format is the format that this version writes, and the newest it reads.
const Format = "nhipcau-bundle/1"

// MinApp is the level of the program that a reader of our bundles needs, and
// the highest such level that this version satisfies. It is raised when a
// bundle begins to hold what an older reader of the same format would spoil.
const MinApp = "1.0"

// Bundle is one exchange file.
type Bundle struct {
	Format  string
	MinApp  string
	ID      string // UUID of this file
	Created time.Time
	From    Sender
	To      string // UUID of the office that it is meant for, empty for anybody
	Seq     int    // number of the bundle among those of its sender
	Scope   Scope
	Profile Profile
	// Redacted names the fields that were left out, such as "attendee.phone".
	Redacted []string
	// Have tells how far the sender has seen each replica. It is information
	// for a page, never a base for leaving records out.
	Have map[string]uint64
	// Earlier are the numbers of the earlier bundles that the same replica wrote
	// for To, so that the receiver knows which he has not got; nil where the
	// sender says nothing about it.
	Earlier []int
	// Received names, for each replica of the office To, the numbers of its
	// bundles that the sender has taken in.
	Received    map[string][]int
	Records     []*merge.Record
	Attachments []AttachmentMeta
	// Files holds the content of those attachments that came with an archive, by
	// their SHA-256. Write does not look at it.
	Files map[string][]byte
	// Sig is the signature, empty for a bundle that is not signed; Signed says
	// that it was verified when the bundle was read: the holder of From.Key has
	// written all of it.
	Sig    string
	Signed bool
	// Sealed says how the file was sealed from which the bundle was read.
	Sealed seal.Kind
	// Extra holds the top-level members that this version does not know, as they
	// stood in the file.
	Extra map[string][]byte
}

// Sender is the office and installation that a bundle comes from.
type Sender struct {
	Office  string `json:"office"` // UUID
	Name    string `json:"name"`
	Replica string `json:"replica,omitempty"`
	// Key is the sender's public key, as "ed25519:" and base64. Seal is where to
	// seal bundles for him, as "age1…".
	Key  string `json:"key,omitempty"`
	Seal string `json:"seal,omitempty"`
}

// Scope is what a bundle holds: a visit with what it refers to, or all.
type Scope struct {
	Visit string `json:"visit,omitempty"` // UUID
	All   bool   `json:"all,omitzero"`
}

// AttachmentMeta describes a file that travels around the bundle in an archive,
// named by its SHA-256 in lower-case hexadecimal.
type AttachmentMeta struct {
	SHA256 string `json:"sha256"`
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	Media  string `json:"media"`
}

// Members of the document.
const (
	memberFormat      = "format"
	memberMinApp      = "min_app"
	memberID          = "id"
	memberCreated     = "created"
	memberFrom        = "from"
	memberTo          = "to"
	memberSeq         = "seq"
	memberScope       = "scope"
	memberProfile     = "profile"
	memberRedacted    = "redacted"
	memberHave        = "have"
	memberEarlier     = "earlier"
	memberReceived    = "received"
	memberSig         = "sig"
	memberPayload     = "payload"
	memberRecords     = "records"
	memberAttachments = "attachments"
)
