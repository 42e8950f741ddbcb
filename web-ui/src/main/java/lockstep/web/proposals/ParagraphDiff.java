package lockstep.web.proposals;

import java.util.ArrayList;
import java.util.List;
import lockstep.web.services.ProposalView.Paragraph;

/** What changed between two revisions' reasons, paragraph by paragraph and word by word within one. */
final class ParagraphDiff {
    private static final int MOST_WORDS = 2000;

    private ParagraphDiff() {}

    /** One run of words; {@code kind} is same, ins or del. */
    public record Run(String kind, String text) {}

    /** One paragraph of the newer text, or one that only the older had. */
    public record Changed(String type, List<Run> runs) {

        public boolean isSame() {
            return runs.stream().allMatch(run -> "same".equals(run.kind()));
        }
    }

    static List<Changed> between(List<Paragraph> older, List<Paragraph> newer) {
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < Math.max(older.size(), newer.size()); i++) {
            String before = i < older.size() ? older.get(i).text() : "";
            String after = i < newer.size() ? newer.get(i).text() : "";
            String type = i < newer.size() ? newer.get(i).type() : older.get(i).type();
            changed.add(new Changed(type, words(before == null ? "" : before, after == null ? "" : after)));
        }
        return changed;
    }

    static List<Run> words(String before, String after) {
        String[] a = split(before);
        String[] b = split(after);
        if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
            return List.of(new Run("del", before), new Run("ins", after));
        }
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Run> runs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                add(runs, "same", a[i++]);
                j++;
            } else if (i < a.length && (j == b.length || common[i + 1][j] >= common[i][j + 1])) {
                add(runs, "del", a[i++]);
            } else {
                add(runs, "ins", b[j++]);
            }
        }
        return runs;
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\\s)");
    }

    private static void add(List<Run> runs, String kind, String word) {
        if (!runs.isEmpty() && runs.getLast().kind().equals(kind)) {
            runs.set(runs.size() - 1, new Run(kind, runs.getLast().text() + word));
        } else {
            runs.add(new Run(kind, word));
        }
    }
}
