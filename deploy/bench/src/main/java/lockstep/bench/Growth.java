package lockstep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.Officials;

/**
 * The time of pages in a large register against that in a small one. Work waits in both in the same proportion, and
 * enough of it in the small one that each reader's inbox is full.
 */
final class Growth {
    private static final int TIMES = 30;
    private static final int WARM = 15;

    private final Api api;
    private final Officials officials;
    private final Register register;
    private final Patterns patterns;
    private final Consumer<String> say;
    private int made;

    /** What officials have brought somewhere, to be copied; {@code published} and {@code open} are packages' entries. */
    record Patterns(
            UUID draft,
            UUID submitted,
            UUID inReview,
            UUID inLegalReview,
            UUID ready,
            List<UUID> open,
            List<UUID> published) {}

    /** One request of a page's kind. */
    private record Request(String page, String account, String path) {}

    /** Of each kind of page the sum of its requests' median times, in ms. */
    record Times(Map<String, Double> byPage) {
        /** The growth of that kind of page which grows most. */
        double most(Times small) {
            return byPage.keySet().stream()
                    .mapToDouble(page -> growth(page, small))
                    .max()
                    .orElseThrow();
        }

        /** Each kind's growth, to be put at the end of the line. */
        String against(Times small) {
            return byPage.keySet().stream()
                    .map(page -> String.format(Locale.ROOT, " %s_growth=%.2f", page, growth(page, small)))
                    .collect(Collectors.joining());
        }

        private double growth(String page, Times small) {
            return byPage.get(page) / small.byPage.get(page);
        }
    }

    Growth(Api api, Officials officials, Register register, Patterns patterns, Consumer<String> say) {
        this.api = api;
        this.officials = officials;
        this.register = register;
        this.patterns = patterns;
        this.say = say;
    }

    /** Fills the register up to so many proposals, hundreds at a time most of which still wait for somebody. */
    void fill(int proposals) {
        int hundreds = (int) Math.max(1, (proposals - register.proposals()) / 100) + made;
        copy(List.of(patterns.draft()), 20, hundreds);
        copy(List.of(patterns.submitted()), 10, hundreds);
        copy(List.of(patterns.inReview()), 10, hundreds);
        copy(List.of(patterns.inLegalReview()), 10, hundreds);
        copy(List.of(patterns.ready()), 10, hundreds);
        copy(patterns.open(), 20 / patterns.open().size(), hundreds);
        copy(patterns.published(), 20 / patterns.published().size(), hundreds);
        made = hundreds;
        register.settle();
        say.accept("the register has " + register.proposals() + " proposals");
    }

    private void copy(List<UUID> pattern, int each, int hundreds) {
        register.copy(pattern, made * each, hundreds * each);
    }

    Times measure() {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Request request : requests()) {
            double median = median(request);
            say.accept(String.format(
                    Locale.ROOT,
                    "  %-8s %-13s %6.1f ms %s",
                    request.page(),
                    request.account(),
                    median,
                    request.path()));
            sums.merge(request.page(), median, Double::sum);
        }
        return new Times(sums);
    }

    private List<Request> requests() {
        String voter = officials.voters().getFirst();
        List<Request> all = new ArrayList<>();
        for (String account : List.of(officials.chair(), voter, officials.analyst(), officials.legal())) {
            all.add(new Request("inbox", account, "/inbox"));
        }
        for (String account : List.of(officials.analyst(), voter)) {
            all.add(new Request("case", account, "/cases"));
            all.addAll(some("case", account, "/cases"));
        }
        for (String account : List.of(officials.chair(), voter)) {
            all.add(new Request("package", account, "/packages"));
            all.add(new Request("package", account, "/packages?status=PUBLISHED"));
            all.addAll(some("package", account, "/packages"));
            all.addAll(some("package", account, "/packages?status=PUBLISHED"));
        }
        return all;
    }

    /** The first three of a list, each on its own page. */
    private List<Request> some(String page, String account, String list) {
        JsonNode items = api.listing(account).get(list).path("items");
        return Json.items(items)
                .limit(3)
                .map(item -> new Request(
                        page,
                        account,
                        list.split("\\?")[0] + "/" + item.path("id").asText()))
                .toList();
    }

    private double median(Request request) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM + TIMES; i++) {
            long began = System.nanoTime();
            int status = api.listing(request.account())
                    .send("GET", request.path(), null)
                    .status();
            double ms = (System.nanoTime() - began) / 1e6;
            if (status != 200) {
                throw new IllegalStateException(request + " was answered with " + status);
            }
            if (i >= WARM) {
                times.add(ms);
            }
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
