/** Which packages, rounds and cases have changed, told live to those who may see it. */
package lockstep.listing.change;
