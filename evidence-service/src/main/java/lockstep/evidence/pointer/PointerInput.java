package lockstep.evidence.pointer;

import lockstep.kit.web.MarkingInput;

/** A pointer as a client sends it; {@code marking} is that of the record, which is read by those whom it allows. */
public record PointerInput(
        String title,
        String sourceType,
        String collectedAt,
        String level,
        String place,
        String reference,
        String contact,
        MarkingInput marking) {}
