/** Who is told of a deadline: in the same transaction as it arises, before it comes, on the pages and by mail. */
package lockstep.listing.notice;
