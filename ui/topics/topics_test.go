package topics_test

import (
	"testing"

	"nhipcau/ui/topics"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "topics", topics.NewTab, nil)
}
