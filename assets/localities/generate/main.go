// Command generate turns a table of administrative units into the indented
// list that package localities embeds. It knows the form of both and nothing
// else.
//
// The table is tab-separated text with a header line and the columns level
// (province, district or commune), code, full_name, parent_code and, if there
// is a fifth, formed_from. Each unit must come after its parent and before the
// next unit of its parent's level.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	in := flag.String("in", "", "table to read (.tsv)")
	out := flag.String("out", "", "list to write (.txt)")
	title := flag.String("title", "", "what the list is, for its first line")
	flag.Parse()
	if err := run(*in, *out, *title); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(in, out, title string) error {
	if in == "" || out == "" {
		return errors.New("both -in and -out are needed")
	}
	table, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	list, err := convert(string(table), title)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	return os.WriteFile(out, []byte(list), 0o644) //nolint:gosec // a source file of the project
}

// convert returns the list of a table. Errors name the line of the table.
func convert(table, title string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s.\n# Made by go generate; see NOTICE for the source.\n", title)
	var above []string // codes of the units that enclose the next line
	for i, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if i == 0 {
			continue // header
		}
		columns := strings.Split(line, "\t")
		if len(columns) < 4 {
			return "", fmt.Errorf("line %d: %d columns, want at least 4", i+1, len(columns))
		}
		depth, err := depthOf(columns[0], columns[3], above)
		if err != nil {
			return "", fmt.Errorf("line %d: %w", i+1, err)
		}
		above = append(above[:depth], columns[1])
		writeUnit(&b, depth, columns)
	}
	return b.String(), nil
}

// depthOf returns how many units enclose one of the given level and parent.
func depthOf(level, parent string, above []string) (int, error) {
	if level == "province" && parent == "" {
		return 0, nil
	}
	for i, code := range above {
		if code == parent {
			return i + 1, nil
		}
	}
	return 0, fmt.Errorf("%s stands outside its parent %q", level, parent)
}

// writeUnit writes one line of the list.
func writeUnit(b *strings.Builder, depth int, columns []string) {
	b.WriteString(strings.Repeat(" ", depth))
	b.WriteString(columns[1])
	b.WriteByte(' ')
	b.WriteString(spelt(capitalised(oneSpaced(columns[2]))))
	if len(columns) > 4 && columns[4] != "" {
		b.WriteByte('\t')
		b.WriteString(oneSpaced(columns[4]))
	}
	b.WriteByte('\n')
}

// spellings are names that the statistics write otherwise than the locality
// itself does.
var spellings = map[string]string{"Huyện Đăk Glong": "Huyện Đắk Glong"}

func spelt(fullName string) string {
	if own, ok := spellings[fullName]; ok {
		return own
	}
	return fullName
}

func oneSpaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// capitalised makes the first letter a capital; one unit of the table has its
// type in lower case.
func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
