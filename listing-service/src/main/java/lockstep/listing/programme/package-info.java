/** The procedures of each legal order as data: who proposes, who decides by which rule and clock, what is printed. */
package lockstep.listing.programme;
