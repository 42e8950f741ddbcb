/** Seats and offices: proposed by one person of an agency, confirmed by another; and the account's own page. */
package lockstep.web.appointments;
