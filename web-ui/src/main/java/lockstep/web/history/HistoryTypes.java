package lockstep.web.history;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;

/** The kinds of rows that the auditor's page is narrowed by: those of listing-service, whose journal it reads. */
final class HistoryTypes {
    private static final String EVENT = "event.";
    private static final List<String> OF_EVIDENCE = List.of("exhibit.", "batch.", "release.", "access.");

    private HistoryTypes() {}

    static List<Option> options(Locale language) {
        return Messages.keys(EVENT).stream()
                .map(key -> key.substring(EVENT.length()))
                .filter(type -> OF_EVIDENCE.stream().noneMatch(type::startsWith))
                .map(type -> Option.of(type, Messages.text(language, EVENT + type)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(language)))
                .toList();
    }
}
