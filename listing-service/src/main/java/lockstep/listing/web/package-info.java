/** What all resources of the service read and write alike. */
package lockstep.listing.web;
