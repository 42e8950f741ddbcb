/** The stream of changes. */
package lockstep.listing.change.web;
