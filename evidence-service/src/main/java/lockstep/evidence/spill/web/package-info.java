/** Spills over HTTP. */
package lockstep.evidence.spill.web;
