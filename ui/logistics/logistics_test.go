package logistics_test

import (
	"testing"

	"nhipcau/ui/logistics"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "logistics", logistics.NewTab, nil)
}
