package fault_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"nhipcau/app/fault"
)

func TestFaultKeepsCauseAndValues(t *testing.T) {
	err := fmt.Errorf("reading: %w", fault.New("fault.file_unreadable", "File", "a.json", io.ErrUnexpectedEOF))
	if fault.KeyOf(err) != "fault.file_unreadable" {
		t.Errorf("key = %q", fault.KeyOf(err))
	}
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("the cause is lost")
	}
	var f *fault.Fault
	if !errors.As(err, &f) || f.Args["File"] != "a.json" {
		t.Errorf("values = %v", f)
	}
	if want := "reading: fault.file_unreadable map[File:a.json]: unexpected EOF"; err.Error() != want {
		t.Errorf("text = %q, want %q", err.Error(), want)
	}
}

func TestKeyOfInternalErrorIsEmpty(t *testing.T) {
	if k := fault.KeyOf(io.EOF); k != "" {
		t.Errorf("key = %q, want none", k)
	}
}
