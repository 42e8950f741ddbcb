/** What is written of a target: names in their scripts, identifiers with their check digits, addresses; values only. */
package lockstep.listing.subject;
