package lockstep.evidence.release;

import java.util.HashSet;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.evidence.release.ReleaseRefused.Reason;

/** What a lower marking is: whoever could read before still can, and nothing is asked that was not asked before. */
final class Downgrade {
    private Downgrade() {}

    static void check(Marking from, Marking to, Levels levels) {
        boolean higher = !levels.higher(from.level(), to.level()).equals(from.level());
        boolean further = to.orcon() && !from.orcon() || to.tlp().compareTo(from.tlp()) < 0;
        boolean fewer = !new HashSet<>(to.relTo()).containsAll(from.relTo())
                || to.tlp() == Tlp.RED && !new HashSet<>(to.named()).containsAll(from.named());
        ReleaseRefused.when(higher || further || fewer || to.equals(from), Reason.NOT_A_DOWNGRADE);
    }
}
