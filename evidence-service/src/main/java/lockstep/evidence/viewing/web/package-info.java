/** Looks at exhibits over HTTP. */
package lockstep.evidence.viewing.web;
