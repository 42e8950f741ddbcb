/** Shares of personal data over HTTP. */
package lockstep.evidence.transfer.web;
