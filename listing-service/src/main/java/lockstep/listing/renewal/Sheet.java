package lockstep.listing.renewal;

/** What the renewal of a whole list says of one of its entries. */
public enum Sheet {
    /** It stands for another term as it is, and nothing is printed anew. */
    KEEP,
    /** It stands for another term with another text. */
    AMEND,
    DROP
}
