/** An independent model of DOMAIN §4's tables, and random histories that are put to it and to the service. */
package lockstep.listing.model;
