/** Formal corrections of a decided text: form alone, seen by all seats for a tacit period, printed beside an unchanged hash. */
package lockstep.listing.correction;
