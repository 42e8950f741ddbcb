/** Pointers over HTTP. */
package lockstep.evidence.pointer.web;
