/** A list's renewal over REST. */
package lockstep.listing.renewal.web;
