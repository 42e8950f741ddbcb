/** Exhibits and their immutable versions: described and marked at birth, held once their content is sealed, corrected by new versions. */
package lockstep.evidence.exhibit;
