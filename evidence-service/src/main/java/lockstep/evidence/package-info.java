/** Evidence: exhibits taken in, sealed, shown to whom the policy allows, and every opening written down. */
package lockstep.evidence;
