/** Opening into parts, over HTTP. */
package lockstep.evidence.parts.web;
