/** The approval history as its readers see it: rows of the journal, in their order. */
package lockstep.listing.history;
