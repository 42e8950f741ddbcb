/** What a virus scanner found in sealed bytes, and whether they may be opened. */
package lockstep.evidence.scan;
