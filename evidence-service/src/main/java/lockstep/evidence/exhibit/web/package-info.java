/** Exhibits over HTTP. */
package lockstep.evidence.exhibit.web;
