/** Protected sources over HTTP. */
package lockstep.evidence.source.web;
