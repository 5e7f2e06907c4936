package word

import "time"

// relation leads from one part of the file to another.
type relation struct{ id, kind, target string }

func relations(list ...relation) []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("Relationships", "xmlns", packageSpace+"relationships")
	for _, r := range list {
		m.put("Relationship", "Id", r.id, "Type", r.kind, "Target", r.target)
	}
	m.end()
	return m.Bytes()
}

func (f *file) relations() []byte {
	list := []relation{
		{"rId1", relationSpace + "/styles", "styles.xml"},
		{"rId2", relationSpace + "/settings", "settings.xml"},
		{"rId3", relationSpace + "/fontTable", "fontTable.xml"},
		{numberedID, relationSpace + "/header", numberedPart},
		{blankID, relationSpace + "/header", blankPart},
	}
	for _, p := range f.pictures.list {
		list = append(list, relation{p.id(), relationSpace + "/image", p.file()})
	}
	return relations(list...)
}

func (f *file) contentTypes() []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("Types", "xmlns", packageSpace+"content-types")
	m.put("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	m.put("Default", "Extension", "xml", "ContentType", "application/xml")
	m.put("Default", "Extension", "png", "ContentType", "image/png")
	for _, part := range [...][2]string{
		{"/word/document.xml", contentTypes + "document.main+xml"},
		{"/word/styles.xml", contentTypes + "styles+xml"},
		{"/word/settings.xml", contentTypes + "settings+xml"},
		{"/word/fontTable.xml", contentTypes + "fontTable+xml"},
		{"/word/" + numberedPart, contentTypes + "header+xml"},
		{"/word/" + blankPart, contentTypes + "header+xml"},
		{"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
		{"/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"},
	} {
		m.put("Override", "PartName", part[0], "ContentType", part[1])
	}
	m.end()
	return m.Bytes()
}

// core says who wrote the paper, what it is and when it was made.
func (f *file) core() []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("cp:coreProperties", "xmlns:cp", packageSpace+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	for _, p := range [...][2]string{
		{"dc:title", f.galley.Plain(f.doc.Title)},
		{"dc:subject", f.galley.Plain(f.info.Subject)},
		{"dc:creator", f.galley.Plain(f.info.Author)},
		{"dc:language", f.language()},
	} {
		if p[1] != "" {
			m.leaf(p[0], p[1])
		}
	}
	if !f.info.Created.IsZero() {
		when := f.info.Created.UTC().Format(time.RFC3339)
		m.leaf("dcterms:created", when, "xsi:type", "dcterms:W3CDTF")
		m.leaf("dcterms:modified", when, "xsi:type", "dcterms:W3CDTF")
	}
	m.end()
	return m.Bytes()
}

// app names the program.
func (f *file) app() []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	m.leaf("Application", f.galley.Plain(f.info.Creator))
	m.end()
	return m.Bytes()
}

// settings asks for the setting of Word 2010. Since 2013 Word squeezes the spaces of justified lines to take in one more word, so that
// lines would end elsewhere than on paper.
func settings() []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("w:settings", "xmlns:w", mainSpace)
	m.put("w:zoom", "w:percent", "100")
	m.begin("w:compat")
	m.put("w:doNotExpandShiftReturn") // a line that the author ended is not stretched
	m.put("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "14")
	m.end()
	m.value("w:decimalSymbol", ",")
	m.value("w:listSeparator", ";")
	m.end()
	return m.Bytes()
}

// fontTable names what may stand in for the typeface.
func fontTable() []byte {
	m := &markup{}
	m.WriteString(prolog)
	m.begin("w:fonts", "xmlns:w", mainSpace)
	m.begin("w:font", "w:name", typeface)
	m.value("w:altName", "Liberation Serif")
	m.value("w:family", "roman")
	m.value("w:pitch", "variable")
	m.end()
	m.end()
	return m.Bytes()
}
