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
    MORE_THAN_PUNCTUATION(
            "Only commas, full stops, hyphens, apostrophes, quotation marks and spaces may differ, words stay."),
    FIGURES_DIFFER("Figures, and what stands between them, stay as they were."),
    WORDS_DIFFER("As many words as before, and between them what stood there."),
    NOT_LATIN("A transliteration is written in Latin letters."),
    TOO_FAR("Of a word's sounds at most a third may differ, and at most three letters."),
    ANOTHER_WORD("A word that begins otherwise or has other consonants is another word, not another transliteration."),
    NO_NATIVE_NAME("No name of its own in another script is known that this one renders."),
    NOT_OF_NATIVE_NAME("The word renders no word of the name in its own script."),
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
