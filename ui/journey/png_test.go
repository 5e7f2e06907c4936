//go:build journey

package journey

import (
	"image"
	"image/png"
	"os"
	"testing"
)

func savePNG(t *testing.T, path string, picture image.Image) {
	f, err := os.Create(path)
	if err != nil {
		t.Error(err)
		return
	}
	if err := png.Encode(f, picture); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
