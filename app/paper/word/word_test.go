package word_test

import (
	"testing"
	"time"

	"nhipcau/app/paper"
)

var info = paper.Info{
	Author: "UBND huyện", Subject: "Thử", Creator: "Nhịp Cầu 1.0", Created: time.Date(2024, 6, 5, 8, 30, 0, 0, time.UTC),
}

func loadFonts(t testing.TB) *paper.Fonts {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}
