/** Embargo groups: packages of several programmes that are released at one agreed instant. */
package lockstep.listing.embargo;
