package dossier

import (
	"fmt"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/papers"
	"nhipcau/app/vietnamese"
)

// listed is a line of the contents.
type listed struct {
	number int // of the paper, as in the name of its file
	title  string
	pages  int
	first  int // page of the whole file, from 1
}

// front is cover and contents. Pages are those of the whole file, since each
// paper has numbers of its own.
func front(s papers.Subject, list []listed) paper.Document {
	visit := s.View.Visit
	line := func(text string, size float64, bold bool) paper.Paragraph {
		return paper.Paragraph{Runs: []paper.Run{{Text: text, Size: size, Bold: bold}}, Align: paper.Center, Balance: true, After: 12}
	}
	blocks := []paper.Block{paper.Space{Height: 3}}
	if s.Style.Party { // papers of the Party have its name there (domain notes §1.8)
		blocks = append(blocks, line(official.PartyName, s.Style.NationSize, true))
	} else {
		blocks = append(blocks, line(official.Nation, s.Style.NationSize, true), line(official.Motto, s.Style.MottoSize, true))
	}
	blocks = append(blocks,
		paper.Paragraph{},
		paper.Drawing{Width: 1, Height: 55},
		line("HỒ SƠ", 28, true), line("CHUYẾN CÔNG TÁC", 20, true),
		paper.Drawing{Width: 1, Height: 8},
		line(visit.Title, 16, true),
		line(strings.TrimSpace("Đoàn công tác "+s.Guest.Path), s.Style.TitleSize, false),
	)
	for _, h := range s.Hosts {
		if h.Path == "" {
			continue
		}
		blocks = append(blocks, line("Nơi đến: "+h.Path, s.Style.TitleSize, false))
	}
	if days := vietnamese.RunningRange(visit.When.From, visit.When.Last()); days != "" {
		blocks = append(blocks, line("Thời gian: "+days, s.Style.TitleSize, false))
	}
	blocks = append(blocks, paper.PageBreak{})
	blocks = append(blocks, s.Style.Title("MỤC LỤC", "")...)
	doc := s.Style.Document("Hồ sơ "+visit.Title, blocks, []paper.Block{contents(s.Style, list)})
	return doc
}

func contents(style official.Style, list []listed) paper.Block {
	grid := style.Grid(
		official.GridColumn{Title: "TT", Width: 11, Center: true},
		official.GridColumn{Title: "Tên giấy tờ"},
		official.GridColumn{Title: "Số trang", Width: 20, Center: true},
		official.GridColumn{Title: "Từ tờ", Width: 20, Center: true},
	)
	for _, l := range list {
		grid.Add(fmt.Sprintf("%02d", l.number), l.title, fmt.Sprint(l.pages), fmt.Sprint(folio, l.first))
	}
	return grid.Table()
}
