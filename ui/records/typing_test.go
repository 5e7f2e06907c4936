package records_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/topics"
)

// The write takes its time; who types straight on must lose nothing.
func TestTypingOnWhileALineIsKept(t *testing.T) {
	f := pagetest.New(t)
	f.Writer = page.NewWriter()
	f.ShowTab(topics.NewTab(f.Host))
	before := len(desk.Of[*plan.Topic](f.Desk, f.Visit))
	line := f.Field("")
	line.Focus()
	f.Type("Đào tạo nghề")
	disk := make(chan struct{})
	f.Writer.Do(func() { <-disk }, func() {})
	f.Key(fyne.KeyReturn)
	f.Type("Chuyển")
	close(disk)
	f.Writer.Wait()
	f.Type(" đổi số")
	if line.Text() != "Chuyển đổi số" {
		t.Errorf("the line holds %q", line.Text())
	}
	if got := len(desk.Of[*plan.Topic](f.Desk, f.Visit)); got != before+1 {
		t.Errorf("%d topics, want %d", got, before+1)
	}
}
