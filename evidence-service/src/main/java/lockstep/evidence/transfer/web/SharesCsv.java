package lockstep.evidence.transfer.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.evidence.transfer.Shares.Share;

/** Shares as CSV (RFC 4180): every cell quoted, and none that a spreadsheet would take for a formula. */
final class SharesCsv {
    private static final List<String> HEAD = List.of(
            "at",
            "account",
            "way",
            "kind",
            "recipient",
            "countries",
            "legalBasis",
            "text",
            "necessity",
            "personalData",
            "caseId",
            "exhibitId",
            "version",
            "requestId");

    private SharesCsv() {}

    static String of(List<Share> shares) {
        return Stream.concat(Stream.of(line(HEAD.stream())), shares.stream().map(SharesCsv::line))
                .collect(Collectors.joining());
    }

    private static String line(Share its) {
        return line(Stream.of(
                        its.at(),
                        its.account(),
                        its.way(),
                        text(its.kind()),
                        text(its.recipient()),
                        String.join(" ", its.countries()),
                        its.legalBasis(),
                        its.text(),
                        text(its.necessity()),
                        its.personalData() == null ? "" : its.personalData(),
                        its.caseId(),
                        its.exhibitId(),
                        its.version(),
                        its.requestId() == null ? "" : its.requestId())
                .map(String::valueOf));
    }

    private static String line(Stream<String> cells) {
        return cells.map(SharesCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        String harmless = value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
