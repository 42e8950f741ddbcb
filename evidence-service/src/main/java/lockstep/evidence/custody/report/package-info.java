/** The custody report as a document: tagged PDF in the reader's language. */
package lockstep.evidence.custody.report;
