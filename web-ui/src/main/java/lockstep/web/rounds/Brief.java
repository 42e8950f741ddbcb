package lockstep.web.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.web.layout.Messages;
import lockstep.web.services.PackageView;

/** A package in a few sentences: how many, of which countries, on which grounds, and who lists them already. */
public record Brief(List<String> sentences) {

    static Brief of(PackageView its, Locale language) {
        List<String> told = new ArrayList<>();
        told.add(Messages.text(language, "brief.size", its.entries().size(), its.countries()));
        Map<String, Integer> said = new TreeMap<>();
        its.entries().stream()
                .filter(entry -> !"ADD".equals(entry.kind()))
                .forEach(entry -> said.merge(
                        entry.sheet() == null ? "kind." + entry.kind() : "sheet." + entry.sheet(), 1, Integer::sum));
        said.forEach(
                (what, count) -> told.add(Messages.text(language, "brief.kind", Messages.text(language, what), count)));
        Map<String, Integer> grounds = new TreeMap<>();
        its.entries().stream()
                .filter(entry -> !"REMOVE".equals(entry.kind()))
                .forEach(entry -> grounds.merge(String.valueOf(entry.ground()), 1, Integer::sum));
        grounds.forEach((ground, count) -> told.add(Messages.text(
                language,
                "brief.ground",
                count,
                Messages.find(language, "ground." + ground).orElse(ground))));
        Map<String, Integer> listed = new TreeMap<>();
        its.entries().forEach(entry -> entry.listedBy().forEach(by -> listed.merge(by, 1, Integer::sum)));
        listed.forEach((by, count) -> told.add(Messages.text(
                language,
                "brief.listed",
                Messages.find(language, "jurisdiction." + by).orElse(by),
                count)));
        return new Brief(told);
    }
}
