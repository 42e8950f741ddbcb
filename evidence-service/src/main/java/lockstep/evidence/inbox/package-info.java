/** What of the evidence waits for whom. */
package lockstep.evidence.inbox;
