/** Whether stored content is still what was sealed, and when that was last found. */
package lockstep.evidence.integrity;
