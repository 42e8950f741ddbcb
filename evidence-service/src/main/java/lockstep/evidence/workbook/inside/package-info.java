/** What runs in a process of its own: a spreadsheet (XLSX) read as a stream, of which no more is held than is asked for. */
package lockstep.evidence.workbook.inside;
