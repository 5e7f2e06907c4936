package desk

// Store is what the desk asks of storage: an ordered set of keys and values in
// which one Commit is one durable transaction. It knows nothing of records.
//
// Keys: r/<kind>/<id> record · h/<id>/<seq> change · u/<seq> undo step ·
// i/<import>/<id> state before and after an import · p/<replica> partner ·
// s/<number> and standing/<visit> bundle that was written · b/… bundle that was read ·
// m/<name> meta.
type Store interface {
	// Scan calls each with every key that begins with prefix, in the order of
	// the keys. The value is valid only during the call. An error from each
	// ends the scan and is returned.
	Scan(prefix string, each func(key string, value []byte) error) error
	// Get gives a copy of the value of a key, nil if there is none.
	Get(key string) ([]byte, error)
	// Commit writes all operations, or none of them, and returns when they
	// are durable. Operations on one key apply in order.
	Commit(ops []Op) error
	// Close releases the data folder.
	Close() error
}

// Op is one operation of a transaction: Value is written under Key, or the key
// is removed where Value is nil. Values may share memory: nobody changes them.
type Op struct {
	Key   string
	Value []byte
}
