/** The renewal of a list as a whole: a sheet for each entry, all decided in one package, or all end together. */
package lockstep.listing.renewal;
