/** What an agency notes for itself on a proposal or a package, a capital's instruction above all, and whom it lets read it. */
package lockstep.listing.note;
