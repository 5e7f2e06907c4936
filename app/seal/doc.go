// Package seal holds the keys of an installation and what they do: an ed25519
// signature, by which others know that a text comes from us, and sealing with
// age (age-encryption.org/v1), so that only whom it is meant for can read it.
//
// The secret keys lie in a file of their own, outside the data folder and its
// backups: whoever gets hold of a copy of the data must not be able to write in
// our name. Where that is is the caller's decision.
//
// The package must not know what it signs or seals, who the partners are, nor
// any language: a fault carries a key of the catalogue of words.
package seal
