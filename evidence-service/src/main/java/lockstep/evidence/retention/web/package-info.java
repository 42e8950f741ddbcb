/** Holds and disposal over HTTP. */
package lockstep.evidence.retention.web;
