package words

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// write gives a value as it stands in a sentence. Whole numbers are grouped by
// thousands, but for years, which are named so.
func (w *Words) write(name string, value any) any {
	switch v := value.(type) {
	case civil.Date:
		return vietnamese.FormatDate(v)
	case plan.Kind:
		return w.Kind(v)
	case plan.Figure:
		return w.Number(string(v))
	case int:
		return w.whole(name, int64(v))
	case int64:
		return w.whole(name, v)
	case time.Time:
		return v.Local().Format("15:04 02/01/2006")
	case []string:
		return strings.Join(v, ", ")
	default:
		return fmt.Sprint(v)
	}
}

func (w *Words) whole(name string, n int64) string {
	if strings.HasSuffix(name, "Year") {
		return strconv.FormatInt(n, 10)
	}
	return w.Number(strconv.FormatInt(n, 10))
}

// Number writes a figure in the form in which it is kept, "365032" or "46.66",
// as the language does: 365.032 and 46,66 in Vietnamese, 365,032 and 46.66 in
// English. What is no figure comes back unchanged.
func (w *Words) Number(wire string) string {
	text := vietnamese.FormatDecimal(wire)
	if w.language == Vietnamese || !vietnamese.ValidDecimal(wire) {
		return text
	}
	return englishSeparators.Replace(text)
}

// englishSeparators swaps the two separators.
var englishSeparators = strings.NewReplacer(".", ",", ",", ".")
