package topics_test

import (
	"testing"

	"nhipcau/ui/pagetest"
	"nhipcau/ui/topics"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "topics", topics.NewTab, nil)
}
