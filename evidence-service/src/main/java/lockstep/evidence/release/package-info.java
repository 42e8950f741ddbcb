/** Release of evidence by its originator: asked for, decided by that agency's release officer alone, revoked or expired. */
package lockstep.evidence.release;
