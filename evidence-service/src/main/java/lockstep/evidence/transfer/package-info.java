/** Shares of personal data between legal orders: which need a legal basis, on which it may rest, and which there were. */
package lockstep.evidence.transfer;
