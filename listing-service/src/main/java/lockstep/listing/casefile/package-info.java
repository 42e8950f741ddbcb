/** The case: one target or network, who takes part in it, its subjects, and how far the jurisdictions are in step. */
package lockstep.listing.casefile;
