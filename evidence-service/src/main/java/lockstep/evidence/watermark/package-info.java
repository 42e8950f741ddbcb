/** Copies of PDFs that name who took them, and what tells of a leaked one whose it was. */
package lockstep.evidence.watermark;
