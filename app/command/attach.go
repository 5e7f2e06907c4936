package command

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

func (l *line) attachCommand() *cobra.Command {
	return &cobra.Command{
		Use: "attach ID FILE ...", Short: "Attach files to a record", Args: cobra.MinimumNArgs(2),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				for _, path := range args[1:] {
					one, err := d.AttachPath(args[0], l.path(path))
					if err != nil {
						return err
					}
					if err := l.report(d, one.ID); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
}

// attachedLine is one attachment as --json prints it.
type attachedLine struct {
	ID     string         `json:"id"`
	Name   string         `json:"name"`
	Size   int64          `json:"size"`
	Media  string         `json:"media"`
	SHA256 string         `json:"sha256"`
	Of     string         `json:"of"`
	File   desk.FileState `json:"file"`
	Author string         `json:"author"`
	At     string         `json:"at"`
}

func (l *line) attachmentsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "attachments ID", Short: "List what is attached to a record, or to all of a visit", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error {
				if _, err := d.Attachable(args[0]); err != nil {
					return err
				}
				return l.printAttachments(d, d.AttachmentsOf(args[0]))
			})
		}),
	}
}

func (l *line) printAttachments(d *desk.Desk, all []*plan.Attachment) error {
	lines := make([]attachedLine, len(all))
	for i, one := range all {
		author, at := d.AttachedBy(one.ID)
		lines[i] = attachedLine{
			one.ID, one.Name, one.Size, one.Media, one.SHA256, one.Of, d.FileStateOf(one), author, at.Format(time.RFC3339),
		}
	}
	if l.json {
		return l.printJSON(map[string]any{"attachments": lines})
	}
	for i, one := range lines {
		size := l.words.Number(strconv.FormatInt(one.Size, 10))
		_, _ = fmt.Fprintf(l.env.Stdout, "%s  %s  %s  %s\n", one.ID, one.Name, l.words.Say("files.bytes", "Size", size), one.Author)
		if one.File != desk.FileHere {
			l.say("files.state_"+string(one.File), "Name", all[i].Name)
		}
	}
	return nil
}

func (l *line) attachmentCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "attachment ID [--out FILE]", Short: "Write the file of an attachment; without --out, say what it is", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.attachment(d, args[0], l.path(out)) })
		}),
	}
	c.Flags().StringVar(&out, "out", "", "the file to write")
	return c
}

func (l *line) attachment(d *desk.Desk, id, out string) error {
	one, _, err := d.OpenAttachment(id)
	if err != nil {
		return err
	}
	if out == "" {
		return l.printAttachments(d, []*plan.Attachment{one})
	}
	if err := d.SaveAttachment(id, out); err != nil {
		return err
	}
	l.say("files.saved", "Name", one.Name, "File", out)
	return nil
}
