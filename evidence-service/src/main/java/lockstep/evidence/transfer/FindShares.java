package lockstep.evidence.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.transfer.Shares.Period;
import lockstep.evidence.transfer.Shares.Share;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;

/** An agency's shares of personal data, for its release officers and for the auditors who cover it. */
@ApplicationScoped
public class FindShares {
    private static final int MOST = 10_000;

    private final Shares shares;

    FindShares(Shares shares) {
        this.shares = shares;
    }

    /** Empty for whoever is neither. */
    @ReadOnly
    public Optional<Page<Share>> page(String agency, Period in, Cursor cursor, Limit limit, Actor reader) {
        return reads(agency, reader)
                ? Optional.of(Page.of(
                        told(shares.of(agency, in, cursor, limit.plusOne()), agency, reader),
                        limit,
                        last -> Cursor.of(last.at(), last.id())))
                : Optional.empty();
    }

    /** As many as one file takes. */
    @ReadOnly
    public Optional<List<Share>> all(String agency, Period in, Actor reader) {
        return reads(agency, reader)
                ? Optional.of(told(shares.of(agency, in, null, MOST), agency, reader))
                : Optional.empty();
    }

    private boolean reads(String agency, Actor reader) {
        return officer(agency, reader) || reader.has(Role.AUDITOR) && shares.audits(agency);
    }

    private static boolean officer(String agency, Actor reader) {
        return reader.has(Role.RELEASE_OFFICER) && reader.of(agency);
    }

    /** Words are for the agency's own. */
    private static List<Share> told(List<Share> found, String agency, Actor reader) {
        return officer(agency, reader)
                ? found
                : found.stream().map(FindShares::withoutWords).toList();
    }

    private static Share withoutWords(Share its) {
        return new Share(
                its.id(),
                its.caseId(),
                its.exhibitId(),
                its.version(),
                its.way(),
                its.requestId(),
                its.kind(),
                its.way() == Shares.Way.TRANSFER ? null : its.recipient(),
                its.countries(),
                its.legalBasis(),
                its.text(),
                null,
                its.personalData(),
                its.at(),
                its.account());
    }
}
