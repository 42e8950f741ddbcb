/** What listing-service asks evidence-service: about exhibits with the caller's token, about others with its own. */
package lockstep.listing.evidence;
