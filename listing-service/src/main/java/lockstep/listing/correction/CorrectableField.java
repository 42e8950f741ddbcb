package lockstep.listing.correction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Address;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;

/**
 * A field of a decided text that can be corrected formally, and in which ways. Identifiers, numbers, dates, criteria,
 * grounds, exhibits and terms are none.
 *
 * @param field JSON pointer into the text
 * @param postcode of an address, where it is known
 * @param nativeName of the target in another script, which another transliteration renders too; null if none is known
 */
public record CorrectableField(
        String field, Part part, String text, Set<CorrectionKind> kinds, String postcode, String nativeName) {

    /** What it is a part of. */
    public enum Part {
        NAME,
        ADDRESS,
        REASON
    }

    public static List<CorrectableField> of(ProposalText text) {
        List<CorrectableField> all = new ArrayList<>();
        SubjectText subject = text.subject();
        Name original = subject.nativeName().orElse(null);
        String rendered = rendered(subject);
        for (int i = 0; i < subject.names().size(); i++) {
            Name name = subject.names().get(i);
            boolean own = name.equals(original) || name.kind() == Name.Kind.LOCAL;
            all.add(new CorrectableField(
                    pointer(Part.NAME, i), Part.NAME, name.full(), kinds(name, own), null, rendered));
        }
        for (int i = 0; i < subject.addresses().size(); i++) {
            Address address = subject.addresses().get(i);
            all.add(new CorrectableField(
                    pointer(Part.ADDRESS, i),
                    Part.ADDRESS,
                    address.asPrinted(),
                    EnumSet.of(CorrectionKind.ADDRESS_FORM),
                    address.postcode(),
                    null));
        }
        for (int i = 0; i < text.reasons().size(); i++) {
            Paragraph reason = text.reasons().get(i);
            all.add(new CorrectableField(
                    pointer(Part.REASON, i),
                    Part.REASON,
                    reason.text(),
                    EnumSet.of(CorrectionKind.PUNCTUATION),
                    null,
                    null));
        }
        return List.copyOf(all);
    }

    /** The name of its own, in another script than Latin, that Latin names render; null if none is known. */
    private static String rendered(SubjectText subject) {
        return Stream.concat(subject.nativeName().stream(), subject.names(Name.Kind.LOCAL).stream())
                .map(Name::full)
                .filter(name -> !Letters.latin(name))
                .findFirst()
                .orElse(null);
    }

    static String pointer(Part part, int i) {
        return switch (part) {
            case NAME -> "/subject/names/" + i + "/full";
            case ADDRESS -> "/subject/addresses/" + i + "/asPrinted";
            case REASON -> "/reasons/" + i + "/text";
        };
    }

    private static Set<CorrectionKind> kinds(Name name, boolean own) {
        Set<CorrectionKind> kinds = EnumSet.of(CorrectionKind.PUNCTUATION);
        if (Letters.latin(name.full())) {
            kinds.add(CorrectionKind.DIACRITICS);
            if (!own) {
                kinds.add(CorrectionKind.TRANSLITERATION);
            }
        }
        return kinds;
    }

    /** What the new text would overstep; null within the bound of its kind. */
    Bound exceeded(CorrectionKind kind, String after) {
        if (!kinds.contains(kind)) {
            boolean spelling = part == Part.NAME && kind != CorrectionKind.ADDRESS_FORM;
            return spelling ? Bound.NATIVE_NAME : Bound.KIND_NOT_FOR_FIELD;
        }
        if (after.equals(text)) {
            return Bound.NOTHING_CHANGES;
        }
        return switch (kind) {
            case TRANSLITERATION -> Transliteration.exceeded(text, after, nativeName);
            case DIACRITICS -> Letters.same(text, after) ? null : Bound.MORE_THAN_DIACRITICS;
            case PUNCTUATION -> Punctuation.exceeded(text, after);
            case ADDRESS_FORM -> AddressForm.exceeded(text, after, postcode);
        };
    }
}
