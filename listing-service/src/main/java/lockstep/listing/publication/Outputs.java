package lockstep.listing.publication;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import lockstep.kit.journal.Canonical;
import lockstep.listing.language.LanguageText;
import lockstep.listing.listing.Listing.Output;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalText;

/** The rows that a programme's authority prints for one entry, one in each language that its law asks for. */
final class Outputs {
    private Outputs() {}

    /** What stands beside the decided text: number and date as the authority prints them, and the other languages. */
    record Given(String number, LocalDate listed, String citation, SortedMap<String, LanguageText> languages) {}

    /** One row in the working language, which goes first, and one in each other that is given. */
    static List<Output> of(Programme programme, ProposalText text, Given given) {
        List<Output> all = new ArrayList<>();
        all.add(row(programme, text, given, programme.languages().working().getFirst()));
        given.languages().forEach((language, said) -> all.add(row(programme, said.of(text), given, language)));
        return all;
    }

    private static Output row(Programme programme, ProposalText text, Given given, String language) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(programme.output().listedDateFormat(), Locale.ENGLISH);
        Printed printed = new Printed(text, given.number(), given.listed(), form);
        return switch (programme.output().format()) {
            case OJ_ANNEX_IV -> {
                OjAnnexIvRow row = OjAnnexIvRow.of(given.number(), text.subject(), given.listed());
                yield output("OJ_ANNEX_IV_ROW", language, row, row.text());
            }
            case ENTITY_LIST -> {
                String citation = given.citation() == null ? "" : given.citation();
                EntityListRow row = EntityListRow.of(text.subject(), text.terms(), citation);
                yield output("ENTITY_LIST_ROW", language, row, row.text());
            }
            case OJ_ANNEX_XLV -> tabled("OJ_ANNEX_XLV_ROW", language, printed.annexXlv());
            case OJ_ANNEX_I -> {
                OjAnnexIvRow identified = OjAnnexIvRow.of(given.number(), text.subject(), given.listed());
                yield tabled("OJ_ANNEX_I_ROW", language, printed.annexI(identified, programme));
            }
            case SDN -> tabled("SDN_ROW", language, printed.sdn());
            case CAPTA -> tabled("CAPTA_ROW", language, printed.capta());
            case UK_LIST -> tabled("UK_LIST_ROW", language, printed.ukList(programme));
            case PLAIN -> tabled("PLAIN_ROW", language, printed.plain(programme));
        };
    }

    private static Output tabled(String format, String language, TabledRow row) {
        return output(format, language, row.columns(), row.text());
    }

    private static Output output(String format, String language, Object parts, String text) {
        byte[] hash = Canonical.sha256(text.getBytes(StandardCharsets.UTF_8));
        return new Output(format, language, parts, text, HexFormat.of().formatHex(hash));
    }
}
