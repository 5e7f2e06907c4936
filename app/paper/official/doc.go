// Package official lays papers out as Decree 30/2020/NĐ-CP, annex I, prescribes for state bodies: letterhead, title, body, signature,
// recipients and annexes, as blocks for package paper.
//
// Its functions take plain texts. What they say, and whom they concern, is for the papers built on them to know; how large a letter is
// and where it stands is known here alone. Section numbers in comments are those of the domain notes on the decree.
package official
