package printing

import (
	"context"
	"net/url"
	"strconv"
	"time"

	"nhipcau/app/fault"
)

// takenBack takes a job back that lp may have handed over before it was stopped,
// without having said its number. It returns why the job is not printed, or, where
// nobody can say whether it is, a Failure that says that.
func (c *cups) takenBack(ctx context.Context, to Printer, job Job, began time.Time, why error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), cancelTime)
	defer cancel()
	numbers, known := c.ours(ctx, to, jobName(job.Title), began)
	if !known {
		return &Failure{Cause: fault.New("fault.print_maybe_sent", "Printer", to.label(), why)}
	}
	for _, n := range numbers {
		c.cancel(ctx, to.Name+"-"+strconv.Itoa(n))
	}
	return why
}

// ours lists the jobs of ours on a queue that have a title, have come since and
// wait or are being printed. known is false where the print service does not say.
func (c *cups) ours(ctx context.Context, to Printer, title string, since time.Time) (numbers []int, known bool) {
	status, groups, err := c.ask(ctx, request(getJobs, "printer-uri", "ipp://localhost/printers/"+url.PathEscape(to.Name), c.user,
		"job-id", "job-name", "job-originating-user-name", "time-at-creation"))
	if err != nil || status >= ippFailure {
		return nil, false
	}
	older := false
	for _, job := range groups {
		mine := c.user == "" || job.text("job-originating-user-name") == c.user
		switch {
		case !mine || job.text("job-name") != title:
		case int64(job.numbers["time-at-creation"]) >= since.Unix():
			numbers = append(numbers, job.numbers["job-id"])
		default:
			older = true // or of a server whose clock is late
		}
	}
	return numbers, len(numbers) > 0 || !older
}
