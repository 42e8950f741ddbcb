/** What an authority has published: the listing, its dates, its confirmation. */
package lockstep.listing.listing;
