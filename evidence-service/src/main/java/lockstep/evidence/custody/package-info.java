/** Who opened what, and what happened to an exhibit, in order. */
package lockstep.evidence.custody;
