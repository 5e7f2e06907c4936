package field_test

import (
	"testing"

	"nhipcau/ui/field"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "field", field.NewTab, nil)
}
