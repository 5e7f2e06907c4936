package info_test

import (
	"testing"

	"nhipcau/ui/pagetest"
	"nhipcau/ui/visit/info"
)

func TestLooks(t *testing.T) { pagetest.Looks(t, "info", info.NewTab, nil) }
