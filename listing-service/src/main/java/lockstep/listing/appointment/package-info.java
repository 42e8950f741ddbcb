/** Who holds which seat or office of a programme: proposed by an agency's admin, confirmed by its registrar. */
package lockstep.listing.appointment;
