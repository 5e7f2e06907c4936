//go:build !linux

package main

import "errors"

var errLinuxOnly = errors.New("disks are made and cut off on Linux only")

func cutTrials(string) func(*trials) error { return notHere }

func wineTrials(string) func(*trials) error { return notHere }

func fullTrials(t *trials) error { return notHere(t) }

func notHere(*trials) error { return errLinuxOnly }
