/** Untrusted bytes are read in a process of their own, with a heap and a time of its own. */
package lockstep.evidence.apart;
