// Package precedence suggests the order in which the members of one delegation
// are listed, introduced and seated, from the posts that they hold (domain
// notes §3). No national rule fixes this order for meetings of two localities;
// the ranks follow the guidance 112-HD/BTGTU of Đắk Lắk (2020) and observed
// lists, are data, and can be overridden by each office. What a person has
// ordered by hand always wins.
//
// A person ranks by the highest post held (Quy định 368-QĐ/TW); the other posts
// decide between people of the same highest post. The head of a delegation is
// listed first whatever his rank, since he is often not the highest.
//
// Everything is a function of plain values: the package must not know records,
// catalogues, or the words in which a reason is told.
package precedence
