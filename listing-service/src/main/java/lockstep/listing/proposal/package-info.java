/** One programme's proposal to list, amend or remove one target: its way, its text, and who has put a hand to it. */
package lockstep.listing.proposal;
