/** What runs in a process of its own, because PDFs are written by whoever wants to harm their reader. */
package lockstep.evidence.watermark.inside;
