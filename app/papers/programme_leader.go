package papers

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// digest is how much the leader's page says. Each one says less than the one
// before it.
type digest struct {
	size   float64 // points of the table
	tight  bool    // rows close to each other
	topics bool    // what is discussed, under the title
	posts  bool    // the posts of who speaks
	title  int     // characters of a title at most, 0 for all
	rows   int     // items at most, 0 for all
	about  int     // characters of what the visit is about, 0 for all
	sides  bool    // who leads each side, and how many they are
}

// digests are tried in turn: smaller type within what offices use (domain notes
// §1.3), then fewer words, at last fewer items with their number told.
func digests(items int, room float64) []digest {
	var out []digest
	if float64(items)*leastRow < room-leastHead {
		out = []digest{
			{size: 13, topics: true, posts: true, sides: true},
			{size: 12, topics: true, posts: true, sides: true},
			{size: 11, topics: true, posts: true, sides: true},
			{size: 12, sides: true},
			{size: 11, sides: true},
		}
	}
	out = append(out, []digest{
		{size: 11, tight: true, title: 60, sides: true},
		{size: 11, tight: true, title: 54, about: 120},
		{size: 11, tight: true, title: 46, about: 120},
	}...)
	for rows := min(items, maxRows); rows > 0; rows = rows * 9 / 10 {
		out = append(out, digest{size: 11, tight: true, title: 46, about: 120, rows: rows})
	}
	return append(out, digest{size: 11, tight: true, title: 46, about: 60, rows: 1})
}

// What a row that is not tight and what stands above the rows take at least, in
// millimetres: where that has no room, no such page needs to be tried.
const (
	leastRow  = 6.2
	leastHead = 25
)

// timeWidth is, in millimetres for each point of type, a column in which "13h30 - 13h45" stands on one line.
const timeWidth = 2.55

// maxRows is more than a page holds, so that of a programme of hundreds of items
// only few pages are tried.
const maxRows = 60

// leaderProgramme is one page for the leader's desk, whatever the programme
// holds.
func (s Subject) leaderProgramme() paper.Document {
	items := s.publicItems()
	var doc paper.Document
	fonts, err := paper.LoadFonts()
	for _, d := range digests(len(items)+len(plan.Days(items)), s.Style.Portrait().TextHeight()) {
		doc = s.leaderPage(items, d)
		if err != nil {
			break
		}
		if pages, err := paper.Layout(s.draft(doc), fonts); err == nil && len(pages.List) == 1 {
			break
		}
	}
	return doc
}

func (s Subject) leaderPage(items []*plan.AgendaItem, d digest) paper.Document {
	style := s.Style
	style.TableSize, style.After, style.Leading = d.size, 2, 1
	about := s.programmeAbout()
	if d.about > 0 {
		about = cut(about, d.about)
	}
	blocks := append(style.Title("CHƯƠNG TRÌNH", about), style.Item("Thời gian:", s.timeLine(items, s.View.Visit.When)))
	if d.sides {
		for _, line := range s.leaders() {
			blocks = append(blocks, style.Body(sentence(line)))
		}
	}
	table := s.leaderTable(style, items, d)
	if d.tight {
		table.Padding.Y = tightPadding
	}
	return style.Document(s.programmeTitle(), blocks, []paper.Block{table}, compact(s.remarks(), d))
}

// compact sets remarks as close as the page's other lines, and cuts them where
// the page is full.
func compact(blocks []paper.Block, d digest) []paper.Block {
	for i, b := range blocks {
		if p, ok := b.(paper.Paragraph); ok {
			p.After, p.Leading = 0, 1
			if d.about > 0 {
				p.Runs[0].Text = cut(p.Runs[0].Text, d.about)
			}
			blocks[i] = p
		}
	}
	return blocks
}

// tightPadding is, in millimetres, what rows keep above and below their text
// where many must stand on a page.
const tightPadding = 0.25

// leaders names who leads each side and how many they are.
func (s Subject) leaders() []string {
	var out []string
	for i, r := range s.bothSides() {
		out = append(out, s.rollName(i, r)+": "+numberOf(r.people, "đồng chí")+ledBy(r.people))
	}
	return out
}

func (s Subject) leaderTable(style official.Style, items []*plan.AgendaItem, d digest) paper.Table {
	who, width := "Thực hiện, địa điểm", 55.0
	if d.title > 0 {
		who, width = "Thực hiện", 42
	}
	grid := style.Grid(
		official.GridColumn{Title: "Thời gian", Width: max(29, timeWidth*d.size), Center: true},
		official.GridColumn{Title: "Nội dung"},
		official.GridColumn{Title: who, Width: width},
	)
	shown := items
	if d.rows > 0 && len(items) > d.rows {
		shown = items[:d.rows]
	}
	byDay(grid, shown, func(_ int, item *plan.AgendaItem) {
		title := item.Title
		if d.topics {
			title = s.itemText(item)
		}
		if d.title > 0 {
			title = cut(title, d.title)
		}
		grid.Add(itemTime(item), title, s.briefWho(item, d))
	})
	if left := len(items) - len(shown); left > 0 {
		grid.Add("", fmt.Sprintf("Còn %s nội dung, có trong chương trình đầy đủ.", vietnamese.Count(left)), "")
	}
	if len(items) == 0 {
		grid.Add("", "…", "")
	}
	return grid.Table()
}

// briefWho is who speaks and where, on as few lines as the digest wants.
func (s Subject) briefWho(item *plan.AgendaItem, d digest) string {
	who := s.speakers(item)
	if !d.posts {
		names := s.speakerNames(speaking(item), calledName)
		who = strings.Join(names[:min(len(names), 1)], "")
	}
	if d.title > 0 {
		return cut(who, 24)
	}
	return strings.Trim(who+"\n"+item.Place, "\n")
}

// cut shortens a text to so many characters, at the end of a word, and marks it.
func cut(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	short := string([]rune(text)[:most])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return strings.TrimRight(short, ".,;:- ") + "…"
}
