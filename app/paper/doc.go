// Package paper turns a document into pages.
//
// A Document is what an author means: paragraphs, tables, side-by-side columns, drawings. Layout makes Pages of it: a display list of
// text, lines, rectangles, polygons and pictures at absolute millimetre positions. WritePDF and Raster draw that same list and decide
// nothing themselves, so that what the preview shows is what the printer prints. Word files are written from the Document instead,
// because an office goes on editing them.
//
// Lengths are millimetres from the top left corner of the sheet, type sizes and the space around paragraphs are points, as the decree
// on official documents (30/2020/NĐ-CP) gives them. The decree itself lives in paper/official; this package knows nothing of it, nor of
// visits, storage or windows.
package paper
