/** Releases over HTTP. */
package lockstep.evidence.release.web;
