package desk

import (
	"encoding/json"
	"fmt"

	"nhipcau/app/merge"
)

// BackupFolder is the setting that names a second folder for backups.
const BackupFolder = "backup_folder"

// BackupFolderKey is the key of the store under which BackupFolder lies.
const BackupFolderKey = settingPrefix + BackupFolder

// Restored gives the content of a backup as a folder that comes from it holds
// it: under a new replica name, since others may have seen changes of the old
// one that the backup does not know. History, undo steps and the office stay;
// what was shredded, by the list that Forgetter.Forgotten gives, stays away.
// Files are names of attached files that go with it.
func Restored(ops []Op, list []byte) (restored []Op, files []string, err error) {
	ops, files, err = withoutShreddedOps(ops, list)
	if err != nil {
		return nil, nil, fmt.Errorf("the list of what was shredded: %w", err)
	}
	for i, op := range ops {
		if op.Key != metaIdentity {
			continue
		}
		var self identity
		if err := json.Unmarshal(op.Value, &self); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", metaIdentity, err)
		}
		self.Replica, self.Counter = merge.NewReplica(), 0
		raw, err := json.Marshal(self)
		if err != nil {
			return nil, nil, err
		}
		ops[i].Value = raw
	}
	return ops, files, nil
}
