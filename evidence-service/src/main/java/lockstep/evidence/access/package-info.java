/** What this service knows about who takes part in a case, and what the policy concludes from it for exhibits. */
package lockstep.evidence.access;
