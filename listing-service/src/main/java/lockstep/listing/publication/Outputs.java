package lockstep.listing.publication;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import lockstep.kit.journal.Canonical;
import lockstep.listing.listing.Listing.Output;
import lockstep.listing.programme.Programme;
import lockstep.listing.proposal.ProposalText;

/** The rows that a programme's authority prints for one entry. */
final class Outputs {
    private Outputs() {}

    static List<Output> of(Programme programme, ProposalText text, String number, LocalDate listed, String citation) {
        return switch (programme.output().format()) {
            case OJ_ANNEX_IV -> {
                OjAnnexIvRow row = OjAnnexIvRow.of(number, text.subject(), listed);
                yield List.of(output("OJ_ANNEX_IV_ROW", row, row.text()));
            }
            case ENTITY_LIST -> {
                EntityListRow row = EntityListRow.of(text.subject(), text.terms(), citation == null ? "" : citation);
                yield List.of(output("ENTITY_LIST_ROW", row, row.text()));
            }
        };
    }

    private static Output output(String format, Object parts, String text) {
        byte[] hash = Canonical.sha256(text.getBytes(StandardCharsets.UTF_8));
        return new Output(format, parts, text, HexFormat.of().formatHex(hash));
    }
}
