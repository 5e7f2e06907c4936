package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/app/plan"
)

// syncing is what a person asks for with the command sync.
type syncing struct {
	dir            string
	passphraseFile string
	visits         []string
	choose         bool // visits were named
}

func (l *line) syncCommand() *cobra.Command {
	var o syncing
	c := &cobra.Command{
		Use: "sync [--folder DIR] [--visit ID …]", Args: cobra.NoArgs,
		Short: "One round with an exchange folder: take in what asks nothing, write what is shared",
	}
	c.RunE = l.run(func([]string) error {
		o.choose = c.Flags().Changed("visit")
		return l.withDesk(mustExist, func(d *desk.Desk) error { return l.sync(d, o) })
	})
	flags := c.Flags()
	flags.StringVar(&o.dir, "folder", "", "the folder that the offices share; without it the one chosen in the window")
	flags.StringArrayVar(&o.visits, "visit", nil, "share this visit from now on, and no other that is not named; \"\" shares none")
	flags.StringVar(&o.passphraseFile, "passphrase-file", "",
		"file whose first line is the passphrase that the offices agreed upon; - for the input. Without it the one kept by the window, else partners' keys")
	return c
}

func (l *line) sync(d *desk.Desk, o syncing) error {
	opts, err := l.round(d, o)
	if err != nil {
		return err
	}
	report, err := folder.Sync(context.Background(), d, opts)
	if err != nil {
		return err
	}
	if l.json {
		if err := l.printJSON(roundOf(report)); err != nil {
			return err
		}
	} else {
		l.sayRound(d, report)
	}
	return judgeRound(report)
}

// round completes what the flags leave open.
func (l *line) round(d *desk.Desk, o syncing) (folder.Options, error) {
	opts := folder.Options{Dir: l.path(o.dir)}
	if o.dir == "" {
		opts.Dir = folder.Dir(d)
	}
	if opts.Dir == "" {
		return opts, fault.New("fault.exchange_folder_none")
	}
	var err error
	if opts.Passphrase, err = l.passphrase(o.passphraseFile); err == nil && o.passphraseFile == "" {
		opts.Passphrase, err = l.env.Passphrases.Of(d.OfficeID())
	}
	if err != nil {
		return opts, err
	}
	if o.choose {
		if err := share(d, o.visits); err != nil {
			return opts, err
		}
	}
	opts.Visits = folder.Visits(d)
	return opts, nil
}

// share chooses the visits that are shared from now on.
func share(d *desk.Desk, visits []string) error {
	visits = slices.DeleteFunc(slices.Clone(visits), func(id string) bool { return id == "" })
	for _, id := range visits {
		if _, ok := desk.Get[*plan.Visit](d, id); !ok {
			return fault.New("fault.no_such_visit", "ID", id)
		}
	}
	return folder.SetVisits(d, visits)
}

// judgeRound is the fault of a round in which something failed for the first
// time; what has been told before is no reason to complain each time.
func judgeRound(r folder.Report) error {
	if r.Unlocked {
		return fault.New("fault.exchange_folder_no_lock")
	}
	count := 0
	for _, one := range r.Refused {
		if one.New {
			count++
		}
	}
	if count > 0 {
		return fault.New("fault.exchange_folder_refused", "Count", count)
	}
	return nil
}

func (l *line) sayRound(d *desk.Desk, r folder.Report) {
	for _, one := range r.Taken {
		l.say("folder.cli_taken", "From", l.sender(one.Office), "Visit", title(d, one.Visit), "File", one.Name,
			"Added", one.Counts[desk.Added], "Edited", one.Counts[desk.Edited], "Removed", one.Counts[desk.Removed])
	}
	for _, one := range r.Waiting {
		l.say("folder.cli_waiting", "From", l.sender(one.Office), "Path", one.Path, "Why", l.words.Say(folder.WordOf(one.Why)))
	}
	for _, one := range r.Refused {
		if !one.New {
			l.say("folder.cli_refused_before", "File", one.Name)
		} else {
			l.say("folder.cli_refused", "File", one.Name, "Reason", l.words.Explain(one.Err))
		}
	}
	for _, id := range r.Written {
		l.say("folder.cli_written", "Visit", title(d, id))
	}
	if r.Unfinished > 0 {
		l.say("folder.cli_unfinished", "Count", r.Unfinished)
	}
	if len(r.Written)+len(r.Taken)+len(r.Waiting)+len(r.Refused)+r.Unfinished == 0 && !r.Unlocked {
		l.say("folder.cli_nothing")
	}
}

// title is how a visit is called here, its id where it is not here.
func title(d *desk.Desk, id string) string {
	if v, ok := desk.Get[*plan.Visit](d, id); ok && v.Title != "" {
		return v.Title
	}
	return id
}

// roundLine is what --json prints of a round.
type roundLine struct {
	Written    []string    `json:"written"`
	Removed    int         `json:"removed"`
	Taken      []takenLine `json:"taken"`
	Waiting    []fileLine  `json:"waiting"`
	Refused    []fileLine  `json:"refused"`
	Unfinished int         `json:"unfinished"`
	Unsealable bool        `json:"unsealable"`
}

type takenLine struct {
	File  string `json:"file"`
	From  string `json:"from"`
	Visit string `json:"visit,omitempty"`
	importCounts
}

type fileLine struct {
	File string `json:"file"`
	Path string `json:"path,omitempty"`
	From string `json:"from,omitempty"`
	Why  string `json:"why"`
	New  bool   `json:"new"`
}

func roundOf(r folder.Report) roundLine {
	out := roundLine{
		Written: append([]string{}, r.Written...), Removed: r.Removed, Unfinished: r.Unfinished, Unsealable: r.Unlocked,
		Taken: []takenLine{}, Waiting: []fileLine{}, Refused: []fileLine{},
	}
	for _, one := range r.Taken {
		out.Taken = append(out.Taken, takenLine{one.Name, one.Office, one.Visit, countsOf(one.Counts, 0, false)})
	}
	for _, one := range r.Waiting {
		out.Waiting = append(out.Waiting, fileLine{one.Name, one.Path, one.Office, string(one.Why), one.New})
	}
	for _, one := range r.Refused {
		out.Refused = append(out.Refused, fileLine{one.Name, "", "", one.Err.Key, one.New})
	}
	return out
}
