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
}

func TestTheTextForTheLogNamesNobody(t *testing.T) {
	err := fmt.Errorf("reading: %w", fault.New("fault.file_unreadable", "File", "Đại biểu 01.json", "ID", "77", "Count", 3,
		fault.New("fault.no_such_locality", "Name", "Đắk Glong", io.ErrUnexpectedEOF)))
	const want = "reading: fault.file_unreadable map[Count:3 ID:77]: fault.no_such_locality: unexpected EOF"
	if err.Error() != want {
		t.Errorf("text = %q, want %q", err.Error(), want)
	}
}

func TestKeyOfInternalErrorIsEmpty(t *testing.T) {
	if k := fault.KeyOf(io.EOF); k != "" {
		t.Errorf("key = %q, want none", k)
	}
}
