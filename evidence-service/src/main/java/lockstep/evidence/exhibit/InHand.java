package lockstep.evidence.exhibit;

import java.util.List;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.kit.journal.Protection;

/**
 * An exhibit that somebody acts on without opening it, and the version under whose marking that is journalled.
 *
 * @param unread it is hidden from whoever acts, who answers for its originator's evidence: nothing that it says may be told
 */
public record InHand(Exhibit exhibit, UUID versionId, int n, Marking marking, boolean unread) {

    /** The same to all whom it doesn't name: whoever answers for evidence acts on it though TLP:RED names others. */
    public static Marking asIfNamed(Marking said) {
        return said.tlp() == Tlp.RED
                ? new Marking(said.level(), said.orcon(), said.relTo(), Tlp.AMBER, List.of())
                : said;
    }

    /** Of a row about it. */
    Protection protection(Audience audience, String owner) {
        return new Protection(exhibit.caseId(), null, exhibit.originator(), marking, audience, owner);
    }

    static InHand of(SeenExhibit seen) {
        ExhibitVersion latest = seen.latest();
        return new InHand(seen.exhibit(), latest.id(), latest.n(), latest.marking(), false);
    }
}
