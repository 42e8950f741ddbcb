/** Redacted copies over HTTP. */
package lockstep.evidence.redaction.web;
