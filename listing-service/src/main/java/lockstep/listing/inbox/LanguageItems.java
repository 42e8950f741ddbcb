package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.Sql;
import lockstep.listing.language.LanguageVersions;
import lockstep.listing.programme.Kind;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;

/** Texts that lack a language which their law asks for: to be written once they are ready, and confirmed by a lawyer. */
@ApplicationScoped
class LanguageItems {
    private static final String ITEM = "select null::timestamptz" + Item.OF_PROPOSAL
            + " from proposal p where p.programme = ? and p.kind = any (?) and sees_proposal(p)"
            // what is kept prints no row
            + " and sheet_of(p.id, p.revision) is distinct from 'KEEP' and ";
    private static final String MOST = " order by p.changed_at limit 200";
    private static final String MISSING = " and exists (select from unnest(?::text[]) l (code) where not exists"
            + " (select from language_version v where v.proposal_id = p.id and v.revision = p.revision and v.language = l.code))";
    private static final String UNCONFIRMED = "p.status = any (?)"
            + " and exists (select from language_version v where v.proposal_id = p.id and v.revision = p.revision"
            + " and v.confirmed_by is null and v.written_by <> ? and not exists (select from language_version w"
            + " where w.proposal_id = v.proposal_id and w.revision = v.revision and w.language = v.language"
            + " and w.n > v.n))";

    private final Sql sql;

    LanguageItems(Sql sql) {
        this.sql = sql;
    }

    List<Item> of(Programme programme, Set<Office> offices, Actor actor) {
        List<String> asked = programme.translations();
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Item> all = new ArrayList<>();
        if (offices.contains(Office.SECRETARIAT) || offices.contains(Office.PUBLISHER)) {
            all.addAll(items(
                    "language-write", "p.status = 'APPROVED'" + MISSING, programme.code(), Kind.printing(), asked));
        } else if (actor.has(Role.ANALYST)) {
            all.addAll(items(
                    "language-write",
                    "p.agency = ? and p.status in ('READY', 'DECIDING', 'APPROVED')" + MISSING,
                    programme.code(),
                    Kind.printing(),
                    actor.agency().code(),
                    asked));
        }
        if (offices.contains(Office.LEGAL)) {
            all.addAll(items(
                    "language-confirm",
                    UNCONFIRMED,
                    programme.code(),
                    Kind.printing(),
                    LanguageVersions.possible(),
                    actor.sub()));
        }
        return all;
    }

    private List<Item> items(String kind, String where, Object... values) {
        return sql.rows(ITEM + where + MOST, Item.ofProposal(kind), values);
    }
}
