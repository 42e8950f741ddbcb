/** What a listed party writes on its listing, and what the authority answers point by point before the party stays listed. */
package lockstep.listing.observation;
