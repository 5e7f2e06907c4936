package desk

import (
	"net/http"
	"path"
	"strings"
)

// sniffed is how many bytes of a file tell its type (WHATWG MIME Sniffing, as
// net/http has it).
const sniffed = 512

// filetype is what is known of an extension.
type filetype struct {
	media string
	// opens says that a file is a document, picture or recording, which the
	// program that the system keeps for it shows and does not carry out.
	opens bool
}

// filetypes are the types of file that officers exchange. The table of the
// system is not asked: it is another one on each machine, and on Windows any
// program may write into it.
//
// What does not stand here, and what stands here as not to be opened, is saved
// only: programs, scripts and shortcuts are carried out when they are opened,
// pages and drawings of the web can hold scripts, and so can the documents with
// macros.
var filetypes = map[string]filetype{
	".pdf":  {"application/pdf", true},
	".doc":  {"application/msword", true},
	".docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", true},
	".docm": {"application/vnd.ms-word.document.macroEnabled.12", false},
	".rtf":  {"application/rtf", true},
	".odt":  {"application/vnd.oasis.opendocument.text", true},
	".xls":  {"application/vnd.ms-excel", true},
	".xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true},
	".xlsm": {"application/vnd.ms-excel.sheet.macroEnabled.12", false},
	".ods":  {"application/vnd.oasis.opendocument.spreadsheet", true},
	".csv":  {"text/csv", true},
	".ppt":  {"application/vnd.ms-powerpoint", true},
	".pptx": {"application/vnd.openxmlformats-officedocument.presentationml.presentation", true},
	".pptm": {"application/vnd.ms-powerpoint.presentation.macroEnabled.12", false},
	".odp":  {"application/vnd.oasis.opendocument.presentation", true},
	".txt":  {"text/plain", true},
	".jpg":  {"image/jpeg", true},
	".jpeg": {"image/jpeg", true},
	".png":  {"image/png", true},
	".gif":  {"image/gif", true},
	".bmp":  {"image/bmp", true},
	".tif":  {"image/tiff", true},
	".tiff": {"image/tiff", true},
	".webp": {"image/webp", true},
	".heic": {"image/heic", true},
	".mp3":  {"audio/mpeg", true},
	".m4a":  {"audio/mp4", true},
	".wav":  {"audio/wav", true},
	".mp4":  {"video/mp4", true},
	".mov":  {"video/quicktime", true},
	".html": {"text/html", false},
	".htm":  {"text/html", false},
	".svg":  {"image/svg+xml", false},
	".zip":  {"application/zip", false},
	".rar":  {"application/vnd.rar", false},
	".7z":   {"application/x-7z-compressed", false},
	".json": {"application/json", false},
	".exe":  {"application/vnd.microsoft.portable-executable", false},
}

func extensionOf(name string) string { return strings.ToLower(path.Ext(name)) }

// mediaOf gives the media type of a file: by its extension where that is known,
// for documents of offices are archives inside, and else by its first bytes.
func mediaOf(name string, head []byte) string {
	if known, ok := filetypes[extensionOf(name)]; ok {
		return known.media
	}
	media, _, _ := strings.Cut(http.DetectContentType(head), ";")
	return media
}

// Opens says whether a file of this name may be handed to the program that the
// system keeps for it. Everything else is only saved, and the person opens it
// where he sees what it is.
func Opens(name string) bool { return filetypes[extensionOf(name)].opens }
