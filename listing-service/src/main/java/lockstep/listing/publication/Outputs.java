package lockstep.listing.publication;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import lockstep.kit.journal.Canonical;
import lockstep.listing.listing.Listing.Output;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalText;

/** The rows that a programme's authority prints for one entry. */
final class Outputs {
    private Outputs() {}

    static List<Output> of(Programme programme, ProposalText text, String number, LocalDate listed, String citation) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(programme.output().listedDateFormat(), Locale.ENGLISH);
        Printed printed = new Printed(text, number, listed, form);
        return switch (programme.output().format()) {
            case OJ_ANNEX_IV -> {
                OjAnnexIvRow row = OjAnnexIvRow.of(number, text.subject(), listed);
                yield List.of(output("OJ_ANNEX_IV_ROW", row, row.text()));
            }
            case ENTITY_LIST -> {
                EntityListRow row = EntityListRow.of(text.subject(), text.terms(), citation == null ? "" : citation);
                yield List.of(output("ENTITY_LIST_ROW", row, row.text()));
            }
            case OJ_ANNEX_XLV -> tabled("OJ_ANNEX_XLV_ROW", printed.annexXlv());
            case OJ_ANNEX_I ->
                tabled("OJ_ANNEX_I_ROW", printed.annexI(OjAnnexIvRow.of(number, text.subject(), listed), programme));
            case SDN -> tabled("SDN_ROW", printed.sdn());
            case CAPTA -> tabled("CAPTA_ROW", printed.capta());
            case UK_LIST -> tabled("UK_LIST_ROW", printed.ukList(programme));
            case PLAIN -> tabled("PLAIN_ROW", printed.plain(programme));
        };
    }

    private static List<Output> tabled(String format, TabledRow row) {
        return List.of(output(format, row.columns(), row.text()));
    }

    private static Output output(String format, Object parts, String text) {
        byte[] hash = Canonical.sha256(text.getBytes(StandardCharsets.UTF_8));
        return new Output(format, parts, text, HexFormat.of().formatHex(hash));
    }
}
