package lockstep.listing.correction;

/** What a formal correction would overstep; each says what its bound is. */
public enum Bound {
    NOT_CORRECTABLE("Only names, addresses and paragraphs of the reasons can be corrected formally."),
    KIND_NOT_FOR_FIELD("This kind of correction isn't for this field."),
    NATIVE_NAME("A name in its own script is never spelled otherwise by a formal correction."),
    CORRECTED_ALREADY("A field is corrected once in the same way: more needs a new round or an amendment."),
    NOTHING_CHANGES("The text is the same as it was."),
    NOT_WRITABLE("The text has characters that can't stand there, or is too long."),
    MORE_THAN_DIACRITICS("Only marks on Latin letters may differ; letters, figures and signs stay as they were."),
    MORE_THAN_PUNCTUATION("Only punctuation and spaces may differ; letters, figures and signs stay as they were."),
    FIGURES_DIFFER("Figures, and what stands between them, stay as they were."),
    WORDS_DIFFER("As many words as before, and between them what stood there."),
    NOT_LATIN("A transliteration is written in Latin letters."),
    TOO_FAR("At most a quarter of the letters may differ, and at most three in one word."),
    ANOTHER_WORD("A word whose consonants differ is another word, not another transliteration."),
    OTHER_WORDS("The same words as before: in another order, abbreviated or written out."),
    FIGURE_MOVED("A number stays beside the word or in the part of the address that it belongs to.");

    private final String told;

    Bound(String told) {
        this.told = told;
    }

    public String told() {
        return told;
    }
}
