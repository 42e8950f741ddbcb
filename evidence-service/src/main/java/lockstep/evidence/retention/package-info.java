/** How long exhibits are kept, who holds them, and how they are disposed of. */
package lockstep.evidence.retention;
