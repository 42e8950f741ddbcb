package lockstep.auth;

/**
 * What is known, beside the marking, about one reader and one object at the moment of reading.
 *
 * @param originator agency that brought the object
 * @param takesPart the reader's agency takes part in the case, or in the proposal the object belongs to
 * @param inAudience the reader's agency is in the object's audience
 * @param released the originator has released the object to that agency for that case: stands for REL TO, a strict TLP
 *     audience and ORCON, and for no other condition
 * @param recused the person has declared, or is registered with, a conflict of interest in the case
 * @param originatorActive the originator has not left
 */
public record Facts(
        String originator,
        boolean takesPart,
        boolean inAudience,
        boolean released,
        boolean recused,
        boolean originatorActive) {}
