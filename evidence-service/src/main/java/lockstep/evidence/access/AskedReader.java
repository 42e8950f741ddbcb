package lockstep.evidence.access;

import java.util.Set;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Clearance;
import lockstep.auth.Levels;
import lockstep.auth.Reader;

/**
 * Somebody about whom the peer service asks: a person, or an agency as such.
 *
 * @param sub null for the agency with its ceiling
 * @param clearance null for the agency's ceiling
 * @param seat told back to nobody; kept so that the question reads as what it is
 */
public record AskedReader(String agency, String sub, Clearance clearance, String seat) {

    Reader reader(Agencies agencies, Levels levels) {
        Agency known = agencies.find(agency).filter(Agency::active).orElse(null);
        if (known == null) {
            return new Reader(sub == null ? "" : sub, agency, Set.of(), Set.of(), Set.of());
        }
        Clearance cleared = clearance == null ? known.ceiling() : clearance;
        return Reader.of(sub == null ? "" : sub, known, cleared, agencies, levels);
    }
}
