/** How a missing key is answered, over HTTP. */
package lockstep.evidence.storage.web;
