/** Content given out and histories, over HTTP. */
package lockstep.evidence.custody.web;
