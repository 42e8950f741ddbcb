/** What waits for a person and its agency, by deadline. */
package lockstep.listing.inbox;
