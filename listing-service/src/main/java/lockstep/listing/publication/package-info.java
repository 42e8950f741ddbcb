/** What the authorities print of a decision, and its release at the hour that was set. */
package lockstep.listing.publication;
