package folder

import "nhipcau/app/desk"

// questionWords are the keys of the words for each question.
var questionWords = map[desk.Question]string{
	desk.AskSigner:   "folder.why_signer",
	desk.AskUnsigned: "folder.why_unsigned",
	desk.AskUnknown:  "folder.why_unknown",
	desk.AskSetBack:  "folder.why_set_back",
	desk.AskAside:    "folder.why_aside",
	desk.AskDiffer:   "folder.why_differ",
	desk.AskRemoved:  "folder.why_removed",
	desk.AskBeyond:   "folder.why_beyond",
	AskUndone:        "folder.why_undone",
}

// WordOf is the key of the words that say why a file waits.
func WordOf(why desk.Question) string { return questionWords[why] }
