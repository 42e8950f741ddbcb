package lockstep.listing.language;

import java.util.List;
import java.util.stream.IntStream;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.subject.Name;
import lockstep.listing.subject.SubjectText;

/**
 * What a text says in another language.
 *
 * @param name how the target is called there; null: as in the decided text
 * @param paragraphs the reasons, paragraph by paragraph
 */
public record LanguageText(String name, List<String> paragraphs) {
    public LanguageText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The decided text in this language: what isn't said anew stays as it is. */
    public ProposalText of(ProposalText decided) {
        SubjectText subject = decided.subject();
        List<Name> names = subject.names().stream()
                .map(its -> its.kind() == Name.Kind.PRIMARY && name != null ? its.reading(name) : its)
                .toList();
        List<Paragraph> reasons = IntStream.range(0, decided.reasons().size())
                .mapToObj(i -> decided.reasons().get(i).reading(paragraphs.get(i)))
                .toList();
        return decided.reading(subject.reading(names, subject.addresses()), reasons);
    }
}
