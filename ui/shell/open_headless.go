//go:build ci

package shell

import "nhipcau/app/fault"

// Open refuses: this build draws into memory only. It serves the command line
// and the tests.
func Open(Options) error { return fault.New("fault.no_window_here") }
