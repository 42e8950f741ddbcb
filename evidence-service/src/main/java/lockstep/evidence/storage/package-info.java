/** Sealed bytes on disk: what is written is encrypted piece by piece, and what is read has been checked. */
package lockstep.evidence.storage;
