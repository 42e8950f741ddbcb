/** What waits, over HTTP. */
package lockstep.evidence.inbox.web;
