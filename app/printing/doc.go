// Package printing hands papers to a printer: which printers there are, which pages of a paper go there, and what became of the job.
//
// Linux asks CUPS, through lp for the job and by IPP for what becomes of it; beside its queues stand the print dialog of the desktop
// (org.freedesktop.portal.Print) and opening the PDF. Windows is given the pages in bands of grey dots through GDI, because its
// programs for PDF have no common way to print. A job that fails says why, and leaves nothing behind in the queue, so that it can be sent
// again without being printed twice.
//
// The package knows laid out pages (app/paper) and nothing of visits, windows or storage. What a printer says in its own words is kept
// apart from the sentences of ours.
package printing
