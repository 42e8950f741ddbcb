/** What runs in that process: one page of a PDF, an image, a text or a table, made of bytes that nobody trusts. */
package lockstep.evidence.viewing.inside;
