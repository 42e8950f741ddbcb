package lockstep.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.web.services.ProgrammeView;

/** Where a proposal stands on its own law's way: draft, review, legal, each stage, release. */
public record Track(List<Step> steps) {

    /** One step; {@code state} is a class of the stylesheet: done, now, halt or nothing. */
    public record Step(String label, String state) {}

    private static final List<String> ENDED = List.of("REJECTED", "WITHDRAWN");

    /** The way of this programme with the proposal's place on it. */
    public static Track of(ProgrammeView programme, String status, String stage) {
        Locale language = Ui.current().language();
        List<ProgrammeView.Stage> stages = programme.stages().stream()
                .filter(one -> !one.onlyByEscalation())
                .toList();
        if (status == null) {
            return new Track(List.of());
        }
        if (ENDED.contains(status)) {
            return new Track(List.of(new Step(Messages.text(language, "status." + status), "halt")));
        }
        int now = place(status, stage, stages);
        List<String> labels = new ArrayList<>(List.of(
                Messages.text(language, "track.draft"),
                Messages.text(language, "track.review"),
                Messages.text(language, "track.legal")));
        stages.forEach(
                one -> labels.add(Messages.find(language, "stage." + one.code()).orElse(one.code())));
        labels.add(Messages.text(language, "track.released"));
        List<Step> steps = new ArrayList<>();
        boolean halted = "RETURNED".equals(status) || "ON_HOLD".equals(status) || "ESCALATED".equals(status);
        for (int i = 0; i < labels.size(); i++) {
            String state = i < now ? "done" : i > now ? "" : halted ? "halt" : "now";
            steps.add(new Step(labels.get(i), "PUBLISHED".equals(status) ? "done" : state));
        }
        return new Track(steps);
    }

    private static int place(String status, String stage, List<ProgrammeView.Stage> stages) {
        int next = 0;
        while (next < stages.size() && !stages.get(next).code().equals(stage)) {
            next++;
        }
        int atStage = stage == null || next == stages.size() ? 3 : 3 + next;
        return switch (status) {
            case "DRAFT", "RETURNED" -> 0;
            case "SUBMITTED", "IN_REVIEW", "ON_HOLD" -> 1;
            case "LEGAL_REVIEW" -> 2;
            case "APPROVED", "SCHEDULED", "PUBLISHED" -> 3 + stages.size();
            default -> atStage;
        };
    }
}
