/** Records of what Lockstep may not hold: above the ceiling there is only where it is, and whom to ask. */
package lockstep.evidence.pointer;
