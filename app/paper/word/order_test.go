package word_test

import (
	"slices"
	"strings"
	"testing"
)

// sequences are the children of elements in the order of the schema (ECMA-376, part 1, annex A), as far as this package could come to
// write them. Word refuses a file whose order differs.
var sequences = map[string]string{
	"w:document":   "w:background w:body",
	"w:p":          "w:pPr *",
	"w:pPr":        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange",
	"w:rPr":        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath",
	"w:r":          "w:rPr *",
	"w:pBdr":       "w:top w:left w:bottom w:right w:between w:bar",
	"w:tbl":        "w:tblPr w:tblGrid *",
	"w:tblPr":      "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription",
	"w:tblBorders": "w:top w:left w:bottom w:right w:insideH w:insideV",
	"w:tcBorders":  "w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV w:tl2br w:tr2bl",
	"w:tblCellMar": "w:top w:left w:bottom w:right",
	"w:tblGrid":    "w:gridCol",
	"w:tr":         "w:tblPrEx w:trPr *",
	"w:trPr":       "*", // a choice: any order
	"w:tc":         "w:tcPr *",
	"w:tcPr":       "w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark",
	"w:tcMar":      "w:top w:left w:bottom w:right",
	"w:sectPr":     "w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid",
	"w:hdr":        "*",
	"w:fldSimple":  "w:fldData *",
	"w:drawing":    "*",

	"w:styles":      "w:docDefaults w:latentStyles w:style",
	"w:docDefaults": "w:rPrDefault w:pPrDefault",
	"w:rPrDefault":  "w:rPr",
	"w:pPrDefault":  "w:pPr",
	"w:style":       "w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr",
	"w:settings":    "w:writeProtection w:view w:zoom w:removePersonalInformation w:embedTrueTypeFonts w:defaultTabStop w:autoHyphenation w:evenAndOddHeaders w:compat w:docVars w:rsids w:themeFontLang w:clrSchemeMapping w:decimalSymbol w:listSeparator",
	"w:compat":      "w:noTabHangInd w:noColumnBalance w:doNotExpandShiftReturn w:doNotUseHTMLParagraphAutoSpacing w:compatSetting",
	"w:fonts":       "w:font",
	"w:font":        "w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig",

	"wp:inline":         "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
	"wp:anchor":         "wp:simplePos wp:positionH wp:positionV wp:extent wp:effectExtent wp:wrapNone wp:docPr wp:cNvGraphicFramePr a:graphic",
	"wp:positionH":      "wp:posOffset",
	"wp:positionV":      "wp:posOffset",
	"a:graphic":         "a:graphicData",
	"a:graphicData":     "pic:pic",
	"pic:pic":           "pic:nvPicPr pic:blipFill pic:spPr",
	"pic:nvPicPr":       "pic:cNvPr pic:cNvPicPr",
	"pic:blipFill":      "a:blip a:srcRect a:stretch",
	"a:stretch":         "a:fillRect",
	"pic:spPr":          "a:xfrm a:prstGeom",
	"a:xfrm":            "a:off a:ext",
	"a:prstGeom":        "a:avLst",
	"Types":             "Default Override",
	"Relationships":     "Relationship",
	"Properties":        "*",
	"cp:coreProperties": "*",
}

// repeated are the elements that may stand several times in a sequence.
var repeated = strings.Fields("w:headerReference w:gridCol w:style w:compatSetting w:font Default Override Relationship")

// inOrder finds the elements under a node that stand where the schema does not allow them.
func inOrder(t testing.TB, part string, root *node) {
	t.Helper()
	root.each(func(n *node) {
		if n.name == "w:body" {
			if last := n.kids[len(n.kids)-1]; last.name != "w:sectPr" {
				t.Errorf("%s: the body ends with %s", part, last.name)
			}
			flowOf(t, part, n.kids[:len(n.kids)-1])
			return
		}
		sequence, ok := sequences[n.name]
		if !ok && len(n.kids) > 0 {
			t.Errorf("%s: nothing is known of what may stand in %s", part, n.name)
			return
		}
		checkSequence(t, part, n, strings.Fields(sequence))
		if n.name == "w:tc" {
			flowOf(t, part, n.kids[1:])
		}
	})
}

func checkSequence(t testing.TB, part string, n *node, sequence []string) {
	t.Helper()
	at := -1
	for i, k := range n.kids {
		found := slices.Index(sequence, k.name)
		if found < 0 {
			if found = slices.Index(sequence, "*"); found < 0 {
				t.Errorf("%s: %s in %s", part, k.name, n.name)
				continue
			}
		}
		if found < at {
			t.Errorf("%s: %s after %s in %s", part, k.name, n.kids[i-1].name, n.name)
		}
		if found == at && sequence[found] != "*" && !slices.Contains(repeated, k.name) {
			t.Errorf("%s: %s twice in %s", part, k.name, n.name)
		}
		at = max(at, found)
	}
}

// flowOf demands that what stands one under another ends with a paragraph, and that no two tables touch.
func flowOf(t testing.TB, part string, kids []*node) {
	t.Helper()
	if len(kids) == 0 || kids[len(kids)-1].name != "w:p" {
		t.Errorf("%s: a flow of %d pieces does not end with a paragraph", part, len(kids))
	}
	for i, k := range kids {
		if k.name != "w:p" && k.name != "w:tbl" {
			t.Errorf("%s: %s in a flow", part, k.name)
		}
		if i > 0 && k.name == "w:tbl" && kids[i-1].name == "w:tbl" {
			t.Errorf("%s: two tables touch", part)
		}
	}
}

func TestOrderIsThatOfTheSchema(t *testing.T) {
	for _, trial := range trials() {
		t.Run(trial.name, func(t *testing.T) {
			for name, raw := range unpack(t, write(t, trial.make(t))) {
				if !strings.HasSuffix(name, ".png") {
					inOrder(t, name, parse(t, raw))
				}
			}
		})
	}
}

// TestPartsAreDeclared looks for every part in the list of types, and for the target of every relation.
func TestPartsAreDeclared(t *testing.T) {
	parts := unpack(t, write(t, drawings(t)))
	types := string(parts["[Content_Types].xml"])
	for name := range parts {
		plain := strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".png") || name == "[Content_Types].xml"
		if !plain && !strings.Contains(types, `PartName="/`+name+`"`) {
			t.Errorf("%s is not declared", name)
		}
	}
	ids := map[string]bool{}
	for from, folder := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word/"} {
		for _, r := range parse(t, parts[from]).kids {
			if _, ok := parts[folder+r.attr["Target"]]; !ok {
				t.Errorf("%s leads to %s, which is not there", from, r.attr["Target"])
			}
			if folder != "" {
				ids[r.attr["Id"]] = true
			}
		}
	}
	parse(t, parts["word/document.xml"]).each(func(n *node) {
		for _, name := range []string{"r:id", "r:embed"} {
			if id := n.attr[name]; id != "" && !ids[id] {
				t.Errorf("%s names %s, which leads nowhere", n.name, id)
			}
		}
	})
}
